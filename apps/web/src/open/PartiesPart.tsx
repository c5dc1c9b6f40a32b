/** Part 2: who negotiates and who sits with them, and in how many seats. */
import { Button } from '../design/Button.tsx'
import { Panel } from '../design/Panel.tsx'
import { codesOf, newParty, type PartyForm } from './form.ts'
import styles from './PartiesPart.module.css'
import type { PartProps } from './part.ts'
import { PartyRow } from './PartyRow.tsx'

export function PartiesPart({ form, faults, onChange }: PartProps) {
  const codes = codesOf(form.parties)
  const replace = (row: PartyForm) => onChange({ ...form, parties: form.parties.map((party) => (party.key === row.key ? row : party)) })
  const general = faults.get('required') ?? faults.get('chair')
  return (
    <Panel
      title="2. Parties"
      flush
      actions={
        <Button icon="plus" onClick={() => onChange({ ...form, parties: insertBeforeChair(form.parties, newParty('delegation')) })}>
          Add party
        </Button>
      }
    >
      {general === undefined ? null : (
        <p className={styles.fault} data-fault tabIndex={-1}>
          {general}
        </p>
      )}
      <ul className={styles.parties}>
        {form.parties.map((party, order) => (
          <PartyRow
            key={party.key}
            party={party}
            code={codes[order] ?? ''}
            order={order}
            faults={faults}
            onChange={replace}
            onRemove={
              form.parties.length > 2
                ? () => onChange({ ...form, parties: form.parties.filter(({ key }) => key !== party.key) })
                : undefined
            }
          />
        ))}
      </ul>
    </Panel>
  )
}

/** Delegations first; the chair and its like stay at the end. */
function insertBeforeChair(parties: readonly PartyForm[], added: PartyForm): readonly PartyForm[] {
  const at = parties.findIndex(({ kind }) => kind !== 'delegation')
  return at === -1 ? [...parties, added] : [...parties.slice(0, at), added, ...parties.slice(at)]
}
