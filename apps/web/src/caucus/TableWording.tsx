/**
 * The only door out of a private room: shows a wording exactly as everybody would read it, and the very bytes that would be sent, and sends
 * those. What is shown does not change while it is read; a colleague who goes on typing changes the draft, not this.
 */
import type { DraftAmendment } from '@entente/agreement'
import { compare, readRoot, wordingOf, type Text } from '@entente/draft'
import { useMemo, useState } from 'react'
import { ClauseText } from '../clause/ClauseText.tsx'
import type { ClauseView } from '../clause/useClause.ts'
import { Button } from '../design/Button.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { notify } from '../design/Toast.tsx'
import { freshBracket } from '../editor/own-brackets.ts'
import { Difference } from '../lapse/Difference.tsx'
import { Refused } from '../design/Refused.tsx'
import { complaint } from '../refusal/explain.ts'
import { useTable } from '../room/private-room.tsx'
import { clauseName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import styles from './PrivateClauses.module.css'
import { bracketsOf, publishable } from './publishable.ts'

type TableWordingProps = {
  readonly draft: DraftAmendment
  readonly view: ClauseView
  readonly text: Text
  /** Called when it is before the table. */
  readonly onTabled: () => void
  readonly onClose: () => void
}

export function TableWording({ draft, view, text, onTabled, onClose }: TableWordingProps) {
  const { clause, negotiation, reading, speaker } = view
  const table = useTable()
  const barred = useBarred()
  const [fault, setFault] = useState<string | undefined>(undefined)
  const [published] = useState(() =>
    publishable(text, bracketsOf(readRoot(table.doc(), { kind: 'clause', clause: clause.clause })), freshBracket),
  )
  const [seen] = useState(reading)
  const input = useMemo(() => ({ clause: clause.clause, on: seen.fingerprint, text: published }), [clause.clause, seen, published])
  const bytes = useMemo(() => JSON.stringify(input, null, 1), [input])
  const after = wordingOf({ kind: clause.kind, heading: clause.heading, text: published, milestones: seen.wording.milestones })
  const same = compare(seen.wording, after).every(({ kind }) => kind === 'same')
  const name = clauseName(negotiation, clause.clause)
  const moved = seen.fingerprint !== reading.fingerprint
  const because =
    barred ??
    (same ? 'This is what the clause says already' : moved ? 'The clause has changed meanwhile: close this and look again' : undefined)

  async function send() {
    if (because !== undefined) return
    const answer = await table.submit('amendment.table', input)
    if (!answer.ok) return setFault(complaint(answer.refusal, table.view().negotiation))
    notify(`Tabled: ${draft.label.toLowerCase()} for ${name}. Everybody at the table reads it now.`)
    onClose()
    onTabled()
  }

  return (
    <Dialog
      title={`Table other words for ${name}`}
      size="medium"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button look="primary" because={because} onClick={() => void send()}>
            Table it for {speaker?.party.shortName}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>
          <b>Everybody at the table will read exactly this</b>, as an amendment of {speaker?.party.shortName}, tabled by{' '}
          {speaker?.seat.name}:
        </p>
        <div className={styles.preview} data-preview>
          <ClauseText text={published} negotiation={negotiation} lang={negotiation.opened?.cover.referenceLanguage} />
        </div>
        <details>
          <summary>What it would change</summary>
          <Difference before={seen.wording} after={after} lang={negotiation.opened?.cover.referenceLanguage} />
        </details>
        <details>
          <summary>Exactly what is sent: {new TextEncoder().encode(bytes).length} bytes</summary>
          {/* What scrolls takes the focus, so that it scrolls with the keyboard. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre className={styles.exactly} tabIndex={0}>
            {bytes}
          </pre>
        </details>
        <p className={styles.quiet}>
          Nothing else leaves this room: not who drafted it here, not its history, not your line, notes or discussions. New brackets get new
          names. The draft stays here.
        </p>
        {fault === undefined ? null : <Refused>{fault}</Refused>}
      </div>
    </Dialog>
  )
}
