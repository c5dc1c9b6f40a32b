/**
 * Proposes a milestone or revises one, with all its terms. Its summary says what will stand in the text, and whose consent lapses with it.
 */
import { type ClauseId, type MilestoneId } from '@entente/agreement'
import { useId, useState, type FormEvent } from 'react'
import { Button } from '../design/Button.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { list } from '../design/status-words.ts'
import { consentingTo, lapseWarning } from '../lapse/consenting.ts'
import { keeper } from '../position/useKept.ts'
import { Refused } from '../position/StanceForm.tsx'
import { complaint, whyNot } from '../refusal/explain.ts'
import { useAsk, useRoom, useRoomView, useSay } from '../room/useRoom.ts'
import { clauseName, partyName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import { blankTerms, draftOf, termsOf, type DraftTerms } from './draft-terms.ts'
import { dueWords } from './due-words.ts'
import styles from './MilestoneForm.module.css'
import { DueFields, MoreFields, WhoFields } from './TermsFields.tsx'

const useTerms = keeper<DraftTerms>()

type MilestoneFormProps = {
  readonly clause: ClauseId
  /** The milestone to revise; none to propose a new one. */
  readonly milestone: MilestoneId | undefined
  readonly onClose: () => void
}

export function MilestoneForm({ clause, milestone, onClose }: MilestoneFormProps) {
  const room = useRoom()
  const { negotiation, assessment } = useRoomView()
  const ask = useAsk()
  const say = useSay()
  const barred = useBarred()
  const form = useId()
  const was = milestone && negotiation.milestones.get(milestone)
  const [opening] = useState(() => (was === undefined ? blankTerms(negotiation.anchors) : draftOf(was, negotiation.anchors)))
  const [draft, keep, clear] = useTerms(`milestone ${milestone ?? clause}`, opening)
  const [fault, setFault] = useState<string | undefined>(undefined)

  const made = termsOf(draft)
  const input = made.ok ? (was === undefined ? { clause, terms: made.terms } : { milestone, terms: made.terms }) : undefined
  const command = was === undefined ? 'milestone.propose' : 'milestone.revise'
  const because = barred ?? (made.ok ? whyNot(ask(command, input), negotiation) : made.missing)
  const standings = assessment.clauses.get(clause)
  const consenting = standings === undefined ? [] : consentingTo(standings).map((party) => partyName(negotiation, party))

  async function send(event: FormEvent) {
    event.preventDefault()
    if (because !== undefined) return
    const answer = await say(command, input, { quietly: true })
    if (!answer.ok) return setFault(complaint(answer.refusal, room.view().negotiation))
    clear()
    onClose()
  }

  const set = (part: Partial<DraftTerms>) => keep({ ...draft, ...part })
  return (
    <Dialog
      title={was === undefined ? `New milestone in ${clauseName(negotiation, clause)}` : `Revise “${was.terms.title}”`}
      size="medium"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look="primary" because={because}>
            {was === undefined ? 'Propose' : 'Record the new terms'}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={(event) => void send(event)}>
        <WhoFields draft={draft} set={set} negotiation={negotiation} />
        <DueFields draft={draft} set={set} negotiation={negotiation} self={milestone} />
        <MoreFields draft={draft} set={set} negotiation={negotiation} self={milestone} />
        {made.ok ? (
          <p className={styles.summary}>
            {list(made.terms.performers.map((party) => partyName(negotiation, party)))}{' '}
            {made.terms.performers.length === 1 ? 'performs' : 'perform'} “{made.terms.title}”, due {dueWords(made.terms.due, negotiation)};{' '}
            {partyName(negotiation, made.terms.verifier)} verifies.
          </p>
        ) : null}
        {consenting.length === 0 ? null : <p className={styles.warning}>{lapseWarning(consenting, 'Recording these terms')}</p>}
        {fault === undefined ? null : <Refused>{fault}</Refused>}
      </form>
    </Dialog>
  )
}
