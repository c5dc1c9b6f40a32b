/** Puts a condition together so that it reads as a sentence: "We accept 7 if 2 and 9 are agreed." */
import type { ClauseId, Condition } from '@entente/agreement'
import { Button } from '../design/Button.tsx'
import { Select } from '../design/Field.tsx'
import { IconButton } from '../design/IconButton.tsx'
import { useRoomView } from '../room/useRoom.ts'
import { namingOf } from '../table/naming.ts'
import styles from './ConditionBuilder.module.css'
import { choicesOf, conditionsOf, emptyRow, type Row } from './condition-rows.ts'
import { conditionSentence } from './condition-sentence.ts'

const kinds: readonly { readonly on: Condition['on']; readonly words: string }[] = [
  { on: 'clause', words: 'another clause is agreed' },
  { on: 'package', words: 'a package is agreed' },
  { on: 'wording', words: 'a clause reads exactly as now' },
  { on: 'milestone', words: 'a milestone stands with its terms as now' },
]

type ConditionBuilderProps = {
  readonly clause: ClauseId
  readonly rows: readonly Row[]
  readonly onChange: (rows: readonly Row[]) => void
  readonly who?: string
}

export function ConditionBuilder({ clause, rows, onChange, who }: ConditionBuilderProps) {
  const { negotiation, readings } = useRoomView()
  const naming = namingOf(negotiation)
  const offered = kinds.filter(({ on }) => choicesOf(on, negotiation, readings, clause).length > 0)
  const change = (at: number, row: Row) => onChange(rows.map((other, index) => (index === at ? row : other)))
  return (
    <fieldset className={styles.builder}>
      <legend>Conditions, all to be met together</legend>
      {rows.map((row, at) => (
        <div key={at} className={styles.row}>
          <span className={styles.word}>{at === 0 ? 'if' : 'and'}</span>
          <Select
            label={`Condition ${at + 1}, kind`}
            hideLabel
            value={row.on}
            onChange={({ target }) => change(at, { on: kindOf(target.value), target: '' })}
          >
            {offered.map(({ on, words }) => (
              <option key={on} value={on}>
                {words}
              </option>
            ))}
          </Select>
          <Select
            label={`Condition ${at + 1}, which`}
            hideLabel
            value={row.target}
            onChange={({ target }) => change(at, { ...row, target: target.value })}
          >
            <option value="">Choose…</option>
            {choicesOf(row.on, negotiation, readings, clause).map(({ value, words }) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
          {rows.length > 1 ? (
            <IconButton
              icon="close"
              name={`Remove condition ${at + 1}`}
              onClick={() => onChange(rows.filter((_, index) => index !== at))}
            />
          ) : null}
        </div>
      ))}
      <div className={styles.foot}>
        <Button icon="plus" size="small" onClick={() => onChange([...rows, emptyRow])}>
          And
        </Button>
        <output className={styles.sentence}>
          {conditionSentence(naming.numbers.get(clause) ?? '', conditionsOf(rows, clause), naming, who)}
        </output>
      </div>
    </fieldset>
  )
}

function kindOf(value: string): Condition['on'] {
  return kinds.find(({ on }) => on === value)?.on ?? 'clause'
}
