/** Part 3: how agreement is reached, whether the text stands or falls as a whole, and who types. */
import { Checkbox } from '../design/Checkbox.tsx'
import { Choice, Choices } from '../design/Choice.tsx'
import { TextField } from '../design/Field.tsx'
import { Panel } from '../design/Panel.tsx'
import { codesOf, type RuleForm } from './form.ts'
import styles from './OpenPage.module.css'
import type { PartProps } from './part.ts'

export function RulePart({ form, faults, onChange }: PartProps) {
  const { rule } = form
  const codes = codesOf(form.parties)
  const delegations = form.parties.flatMap(({ key, name, kind, required }, index) =>
    kind === 'delegation' && required ? [{ key, name: name.trim() || (codes[index] ?? '') }] : [],
  )
  const choose = (next: RuleForm) => onChange({ ...form, rule: next })
  return (
    <Panel title="3. Decision rule">
      <div className={styles.stack}>
        <Choices question="A clause is agreed by" columns="wide">
          <Choice
            name="rule"
            answer="Consent of every required party"
            meaning="Agreed when each one accepts its current wording"
            checked={rule.rule === 'consensus'}
            onChange={() => choose({ rule: 'consensus' })}
          />
          <Choice
            name="rule"
            answer="Consensus without some"
            meaning="As before, but the delegations you name cannot hold it up"
            checked={rule.rule === 'consensus-minus'}
            onChange={() => choose({ rule: 'consensus-minus', except: [] })}
          />
          <Choice
            name="rule"
            answer="Qualified majority"
            meaning="A share of the required delegations is enough"
            checked={rule.rule === 'qualified-majority'}
            onChange={() => choose({ rule: 'qualified-majority', of: 2, outOf: 3 })}
          />
        </Choices>
        {rule.rule === 'consensus-minus' ? (
          <fieldset className={styles.follow}>
            <legend>Whose consent is not needed</legend>
            {delegations.map(({ key, name }) => (
              <Checkbox
                key={key}
                label={name}
                checked={rule.except.includes(key)}
                onChange={(event) =>
                  choose({ ...rule, except: event.target.checked ? [...rule.except, key] : rule.except.filter((other) => other !== key) })
                }
              />
            ))}
          </fieldset>
        ) : null}
        {rule.rule === 'qualified-majority' ? (
          <fieldset className={styles.share}>
            <legend>The share that is enough</legend>
            <TextField
              label="Parts"
              hideLabel
              type="number"
              min={1}
              max={100}
              value={rule.of}
              onChange={(event) => choose({ ...rule, of: event.target.valueAsNumber || 1 })}
            />
            <span>out of</span>
            <TextField
              label="Out of"
              hideLabel
              type="number"
              min={1}
              max={100}
              value={rule.outOf}
              onChange={(event) => choose({ ...rule, outOf: event.target.valueAsNumber || 1 })}
            />
          </fieldset>
        ) : null}
        {faults.has('rule') ? (
          <p className={styles.fault} data-fault tabIndex={-1}>
            {faults.get('rule')}
          </p>
        ) : null}
        <Choices question="Who types in the text" columns="wide">
          <Choice
            name="drafting"
            answer="Every drafting seat"
            meaning="Fast; an edit lapses the consent given to the old words"
            checked={form.drafting === 'open'}
            onChange={() => onChange({ ...form, drafting: 'open' })}
          />
          <Choice
            name="drafting"
            answer="The chair holds the pen"
            meaning="Delegations comment and take positions on the chair’s text"
            checked={form.drafting === 'pen'}
            onChange={() => onChange({ ...form, drafting: 'pen' })}
          />
        </Choices>
        <Checkbox
          label="Nothing is agreed until everything is agreed"
          hint="A single undertaking: the text can only be adopted whole"
          checked={form.singleUndertaking}
          onChange={(event) => onChange({ ...form, singleUndertaking: event.target.checked })}
        />
      </div>
    </Panel>
  )
}
