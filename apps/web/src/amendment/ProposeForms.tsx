/** Amendments to the structure of the text: a new clause after this one, or that this one be left out. Both are tabled, not done. */
import { useState } from 'react'
import type { Text } from '@entente/draft'
import type { ClauseView } from '../clause/useClause.ts'
import { TextArea, TextField } from '../design/Field.tsx'
import { Statement } from '../statement/Statement.tsx'
import { clauseName } from '../table/naming.ts'
import styles from './Forms.module.css'

type ProposeProps = { readonly view: ClauseView; readonly onClose: () => void }

export function ProposeClause({ view: { clause, negotiation }, onClose }: ProposeProps) {
  const [heading, setHeading] = useState('')
  const [words, setWords] = useState('')
  return (
    <Statement
      title={`Propose a new clause after ${clauseName(negotiation, clause.clause)}`}
      command="amendment.table-clause"
      input={{ section: clause.section, after: clause.clause, clauseKind: clause.kind, heading: heading.trim(), text: textOfLines(words) }}
      negotiation={negotiation}
      submit="Table the new clause"
      onClose={onClose}
      {...(words.trim() === '' && { missing: 'Write its words first' })}
    >
      <TextField label="Heading" value={heading} onChange={({ target }) => setHeading(target.value)} />
      <TextArea
        label="Words"
        rows={4}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        hint="It stands in brackets behind this clause, in your delegation’s name, until it is taken into the text. The table sees it at once."
      />
    </Statement>
  )
}

export function ProposeDeletion({ view: { clause, negotiation, reading }, onClose }: ProposeProps) {
  const name = clauseName(negotiation, clause.clause)
  return (
    <Statement
      title={`Propose to leave ${name} out`}
      command="amendment.table-deletion"
      input={{ clause: clause.clause, on: reading.fingerprint }}
      negotiation={negotiation}
      submit="Table the deletion"
      onClose={onClose}
    >
      <p className={styles.note}>The clause stays in the text, and positions on it count, until the proposal is taken in.</p>
    </Statement>
  )
}

/** A paragraph for each line that says something. */
function textOfLines(words: string): Text {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text) => ({ type: 'paragraph', runs: [{ text }] }))
}
