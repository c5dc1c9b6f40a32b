/** What a piece of evidence answers: the items asked for and, where the promise has parts, those that the filing party may answer for. */
import type { Answers, MilestoneTerms, PartyId } from '@entente/agreement'
import { Checkbox } from '../design/Checkbox.tsx'
import { toggled } from '../design/toggled.ts'
import { answersOf, chosenIn, partsOpenTo } from './answers.ts'
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
  if (items.length + parts.length === 0) return null
  const ticked = (all: readonly string[], of: readonly string[], name: string, on: boolean) => {
    const chosenNow = toggled(new Set(of), name, on)
    return all.filter((one) => chosenNow.has(one))
  }
  return (
    <div className={styles.answers}>
      {items.length === 0 ? null : (
        <fieldset>
          <legend>What {piece} answers</legend>
          {items.map((item) => (
            <Checkbox
              key={item}
              label={item}
              checked={chosen.items.includes(item)}
              onChange={({ target }) =>
                onAnswers(answersOf(terms, { ...chosen, items: ticked(items, chosen.items, item, target.checked) }))
              }
            />
          ))}
        </fieldset>
      )}
      {parts.length === 0 ? null : (
        <fieldset>
          <legend>
            For which {terms.parts?.called}
            <small> None named: for all of yours</small>
          </legend>
          {parts.map((part) => (
            <Checkbox
              key={part}
              label={part}
              checked={chosen.parts.includes(part)}
              onChange={({ target }) =>
                onAnswers(answersOf(terms, { ...chosen, parts: ticked(parts, chosen.parts, part, target.checked) }))
              }
            />
          ))}
        </fieldset>
      )}
    </div>
  )
}
