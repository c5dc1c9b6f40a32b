/** The head's answer to a request: the words it is about, and saying it at the table, saying something else there, or declining. */
import type { Ask, Negotiation } from '@entente/agreement'
import { rootName } from '@entente/draft'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { clausePath } from '../app/views.ts'
import { ClauseText } from '../clause/ClauseText.tsx'
import { useText } from '../clause/useText.ts'
import { Button } from '../design/Button.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { TextField } from '../design/Field.tsx'
import { shapeOfStance } from '../design/shape.ts'
import { positionDeed } from '../record/tell-position.ts'
import { Refused } from '../design/Refused.tsx'
import { complaint } from '../refusal/explain.ts'
import { usePartOf, useTable } from '../room/private-room.tsx'
import { useSay } from '../room/useRoom.ts'
import { attentionOn } from '../table/attention.ts'
import { capital, clauseName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import styles from './AsksPanel.module.css'

type AnswerAskProps = { readonly ask: Ask; readonly negotiation: Negotiation; readonly onClose: () => void }

export function AnswerAsk({ ask, negotiation, onClose }: AnswerAskProps) {
  const table = useTable()
  const doc = usePartOf(table, () => table.doc())
  const speaker = usePartOf(table, (view) => view.speaker)
  const text = useText(doc, rootName({ kind: 'clause', clause: ask.clause }))
  const say = useSay()
  const barred = useBarred()
  const [, navigate] = useLocation()
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string | undefined>(undefined)
  const name = clauseName(negotiation, ask.clause)

  async function take() {
    const answer = await table.submit('position.take', { clause: ask.clause, on: ask.on, position: ask.position })
    if (answer.ok) onClose()
    else setFault(complaint(answer.refusal, table.view().negotiation))
  }

  async function decline() {
    const answer = await say('acceptance.decline', { ask: ask.ask, ...(reason.trim() !== '' && { reason: reason.trim() }) })
    if (answer.ok) onClose()
  }

  /** To the form of that position at the table, or, for an acceptance, to the clause: the head says there what it means to say. */
  function otherwise() {
    const { stance } = ask.position
    if (stance !== 'accepts') attentionOn(table).open(ask.clause, { is: 'stance', stance })
    navigate(clausePath(negotiation, ask.clause))
  }

  return (
    <Dialog
      title={`${capital(name)}: the delegation’s position`}
      size="medium"
      onClose={onClose}
      footer={
        <>
          <Button onClick={otherwise}>Something else, at the table…</Button>
          <Button look="primary" shape={shapeOfStance(ask.position)} because={barred} onClick={() => void take()}>
            Record for {speaker?.party.shortName}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>
          On these words {speaker?.party.shortName} <b>{positionDeed(ask.position, name, negotiation)}</b>. It enters the record as{' '}
          {speaker?.seat.name}.
        </p>
        <div className={styles.words}>
          <ClauseText text={text} negotiation={negotiation} lang={negotiation.opened?.cover.referenceLanguage} />
        </div>
        {fault === undefined ? null : <Refused>{fault}</Refused>}
        <TextField
          label="Reason, if you decline"
          optional
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          hint="Only your delegation reads it."
        />
        <p className={styles.actions}>
          <Button because={barred} onClick={() => void decline()}>
            Decline
          </Button>
        </p>
      </div>
    </Dialog>
  )
}
