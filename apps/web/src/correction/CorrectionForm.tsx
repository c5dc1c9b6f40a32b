/**
 * The chair proposes to correct a slip in words that parties have accepted. Consent is kept unless a party objects in time, so the form
 * shows what would read how before it is sent (after the Vienna Convention on the Law of Treaties, article 79).
 */
import { CORRECTION_HOURS, type Quote } from '@entente/agreement'
import { bareText, type Text } from '@entente/draft'
import { useState } from 'react'
import type { ClauseView } from '../clause/useClause.ts'
import { TextField } from '../design/Field.tsx'
import { useRoom } from '../room/useRoom.ts'
import { fieldOf, momentOf, proposedDeadline } from '../silence/deadline.ts'
import { Statement } from '../statement/Statement.tsx'
import { clauseName } from '../table/naming.ts'
import styles from './Correction.module.css'
import { quoteMeant } from './slip.ts'

type CorrectionFormProps = {
  readonly view: ClauseView
  readonly text: Text
  readonly selected: Quote | undefined
  readonly onClose: () => void
}

export function CorrectionForm({ view: { clause, negotiation, reading }, text, selected, onClose }: CorrectionFormProps) {
  const room = useRoom()
  const [words, setWords] = useState(selected?.exact ?? '')
  const [replacement, setReplacement] = useState(selected?.exact ?? '')
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState(() => fieldOf(proposedDeadline(room.view().now(), CORRECTION_HOURS)))
  const quote = quoteMeant(words, selected, bareText(text))
  const missing = missingOf({ words, found: quote !== undefined, same: words === replacement, reason, until: momentOf(until) })
  return (
    <Statement
      title={`Correct a slip in ${clauseName(negotiation, clause.clause)}`}
      command="correction.propose"
      input={{ clause: clause.clause, on: reading.fingerprint, quote, replacement, reason: reason.trim(), closesAt: momentOf(until) }}
      negotiation={negotiation}
      submit="Propose the correction"
      onClose={onClose}
      {...(missing !== undefined && { missing })}
    >
      <div className={styles.two}>
        <TextField label="Words with the slip" value={words} onChange={({ target }) => setWords(target.value)} />
        <TextField label="Should read" value={replacement} onChange={({ target }) => setReplacement(target.value)} />
      </div>
      {quote === undefined || words === replacement ? null : (
        <p className={styles.preview}>
          …{quote.prefix}
          <del>{words}</del> <ins>{replacement}</ins>
          {quote.suffix}…
        </p>
      )}
      <TextField label="Why it is a slip" value={reason} onChange={({ target }) => setReason(target.value)} />
      <TextField
        type="datetime-local"
        label="Objections until, in UTC"
        value={until}
        onChange={({ target }) => setUntil(target.value)}
        hint={`At least ${CORRECTION_HOURS} hours from now. If no required party objects, the correction is made and consent stays.`}
      />
    </Statement>
  )
}

type Filled = {
  readonly words: string
  readonly found: boolean
  readonly same: boolean
  readonly reason: string
  readonly until: string | undefined
}

function missingOf({ words, found, same, reason, until }: Filled): string | undefined {
  if (words === '') return 'Give the words with the slip, or select them in the text first'
  if (!found) return 'These words stand nowhere in the clause, or more than once: give a few more of the words around them'
  if (same) return 'Say how the words should read'
  if (reason.trim() === '') return 'Say why it is a slip'
  return until === undefined ? 'Choose until when parties may object' : undefined
}
