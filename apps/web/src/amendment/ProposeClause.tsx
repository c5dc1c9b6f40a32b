/** Proposes a new clause, after another one or where a section begins: tabled, not done. */
import type { Clause, Negotiation, Section } from '@entente/agreement'
import { useState, type ReactNode } from 'react'
import type { Text } from '@entente/draft'
import { TextArea, TextField } from '../design/Field.tsx'
import { Statement } from '../statement/Statement.tsx'
import { KindField, kindIn } from '../structure/KindField.tsx'
import structure from '../structure/Structure.module.css'
import { clauseName } from '../table/naming.ts'

type ProposeClauseProps = { readonly negotiation: Negotiation; readonly onClose: () => void }

export function ProposeClauseAfter({ clause, ...form }: ProposeClauseProps & { readonly clause: Clause }) {
  const { clause: after, section, kind: clauseKind } = clause
  return (
    <ProposeClause
      title={`Propose a new clause after ${clauseName(form.negotiation, after)}`}
      at={{ section, after, clauseKind }}
      {...form}
    />
  )
}

/** A clause proposed where a section begins may be of another kind than those it would stand before. */
export function ProposeFirstClause({ section: { section }, ...form }: ProposeClauseProps & { readonly section: Section }) {
  const [clauseKind, setKind] = useState(() => kindIn(form.negotiation, section))
  return (
    <ProposeClause title="Propose a clause, first in this section" at={{ section, clauseKind }} {...form}>
      <KindField kind={clauseKind} onChoose={setKind} />
    </ProposeClause>
  )
}

type FormProps = ProposeClauseProps & {
  readonly title: string
  readonly at: Pick<Clause, 'section'> & { readonly after?: Clause['clause']; readonly clauseKind: Clause['kind'] }
  readonly children?: ReactNode
}

function ProposeClause({ title, at, negotiation, onClose, children }: FormProps) {
  const [heading, setHeading] = useState('')
  const [words, setWords] = useState('')
  return (
    <Statement
      title={title}
      command="amendment.table-clause"
      input={{ ...at, heading: heading.trim(), text: textOfLines(words) }}
      negotiation={negotiation}
      submit="Table the new clause"
      onClose={onClose}
      {...(words.trim() === '' && { missing: 'Write its words first' })}
    >
      <div className={structure.two}>
        <TextField label="Heading" value={heading} onChange={({ target }) => setHeading(target.value)} />
        {children}
      </div>
      <TextArea
        label="Words"
        rows={4}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        hint="It stands here in brackets, in your delegation’s name, until it is taken into the text. The table sees it at once."
      />
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
