/** What a piece of evidence answers: the items asked for and, where the promise has parts, those that the filing party may answer for. */
import type { Answers, MilestoneTerms, PartyId } from '@entente/agreement'
import type { ReactNode } from 'react'
import { Checkbox } from '../design/Checkbox.tsx'
import { toggled } from '../design/toggled.ts'
import { answersOf, chosenIn, partsOpenTo, type Chosen } from './answers.ts'
import styles from './Evidence.module.css'

type AnswersFieldsProps = {
  readonly terms: MilestoneTerms
  readonly own: PartyId | undefined
  /** "Inventory of depot 3.pdf": which piece it is, for the names of the fields. */
  readonly piece: string
  readonly answers: readonly Answers[]
  readonly onAnswers: (answers: readonly Answers[]) => void
}

export function AnswersFields({ terms, own, piece, answers, onAnswers }: AnswersFieldsProps) {
  const items = terms.evidence
  const parts = partsOpenTo(terms, own)
  const chosen = chosenIn(terms, answers, own)
  const choose = (some: Partial<Chosen>) => onAnswers(answersOf(terms, { ...chosen, ...some }))
  if (items.length + parts.length === 0) return null
  return (
    <div className={styles.answers}>
      <Boxes of={items} ticked={chosen.items} onTicked={(ticked) => choose({ items: ticked })}>
        What {piece} answers
      </Boxes>
      <Boxes of={parts} ticked={chosen.parts} onTicked={(ticked) => choose({ parts: ticked })}>
        For which {terms.parts?.called}
        <small> None named: for all of yours</small>
      </Boxes>
    </div>
  )
}

type BoxesProps = {
  readonly of: readonly string[]
  readonly ticked: readonly string[]
  /** In the order of all. */
  readonly onTicked: (ticked: readonly string[]) => void
  /** What is asked. */
  readonly children: ReactNode
}

function Boxes({ of, ticked, onTicked, children }: BoxesProps) {
  function tick(name: string, on: boolean) {
    const now = toggled(new Set(ticked), name, on)
    onTicked(of.filter((one) => now.has(one)))
  }
  if (of.length === 0) return null
  return (
    <fieldset>
      <legend>{children}</legend>
      {of.map((name) => (
        <Checkbox key={name} label={name} checked={ticked.includes(name)} onChange={({ target }) => tick(name, target.checked)} />
      ))}
    </fieldset>
  )
}
