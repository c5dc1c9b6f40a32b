/** Choices that several groups of a milestone's fields offer: parties, other milestones, and what they must be. */
import type { Milestone, MilestoneId, Negotiation, PartyId } from '@entente/agreement'
import { Select } from '../design/Field.tsx'
import type { DraftDependency } from './draft-terms.ts'
import { milestoneNames } from './sequence.ts'

type AfterFieldProps = {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: DraftDependency['after']
  readonly onChange: (after: DraftDependency['after']) => void
}

export function AfterField({ label, hideLabel = false, value, onChange }: AfterFieldProps) {
  return (
    <Select
      label={label}
      hideLabel={hideLabel}
      value={value}
      onChange={({ target }) => onChange(target.value === 'reported' ? 'reported' : 'verified')}
    >
      <option value="verified">verified</option>
      <option value="reported">reported</option>
    </Select>
  )
}

export function PartyOptions({ parties }: { readonly parties: readonly { readonly party: PartyId; readonly shortName: string }[] }) {
  return parties.map(({ party, shortName }) => (
    <option key={party} value={party}>
      {shortName}
    </option>
  ))
}

export function MilestoneOptions({ others, negotiation }: { readonly others: readonly Milestone[]; readonly negotiation: Negotiation }) {
  const names = milestoneNames(negotiation)
  return others.map(({ milestone, terms }) => (
    <option key={milestone} value={milestone}>
      {names.get(milestone)} {terms.title}
    </option>
  ))
}

/** Every milestone that stands, but this one. */
export function othersThan(self: MilestoneId | undefined, { milestones }: Negotiation): readonly Milestone[] {
  return [...milestones.values()].filter(({ milestone, withdrawn }) => milestone !== self && withdrawn === undefined)
}
