/** How many milestones there are of each state, which is also how the views are narrowed; and whose they are. */
import type { MilestoneState, Negotiation, PartyId } from '@entente/agreement'
import { Select } from '../design/Field.tsx'
import { TagButton } from '../design/TagButton.tsx'
import { partyName } from '../table/naming.ts'
import styles from './MilestonesPage.module.css'
import { byGravity } from './sorting.ts'
import { shapeOfState, wordOfState } from './state-words.ts'
import { filtered, type Step, type StepFilter } from './steps.ts'

type StepFiltersProps = {
  readonly steps: readonly Step[]
  readonly negotiation: Negotiation
  readonly filter: StepFilter
  readonly onFilter: (filter: StepFilter) => void
}

export function StepFilters({ steps, negotiation, filter, onFilter }: StepFiltersProps) {
  const among = filtered(steps, { ...filter, state: undefined })
  const press = (state: MilestoneState) => onFilter({ ...filter, state: filter.state === state ? undefined : state })
  return (
    <div className={styles.filters} role="group" aria-label="Show only">
      {byGravity.map((state) => {
        const count = among.filter((step) => step.state === state).length
        return count === 0 && filter.state !== state ? null : (
          <TagButton key={state} shape={shapeOfState(state)} pressed={filter.state === state} onClick={() => press(state)}>
            {count} {wordOfState(state).toLowerCase()}
          </TagButton>
        )
      })}
      <PartyFilter
        label="Performed by"
        parties={partiesOf(steps, ({ performers }) => performers)}
        value={filter.performer}
        onChange={(performer) => onFilter({ ...filter, performer })}
        negotiation={negotiation}
      />
      <PartyFilter
        label="Verified by"
        parties={partiesOf(steps, ({ verifier }) => [verifier])}
        value={filter.verifier}
        onChange={(verifier) => onFilter({ ...filter, verifier })}
        negotiation={negotiation}
      />
    </div>
  )
}

type PartyFilterProps = {
  readonly label: string
  readonly parties: readonly PartyId[]
  readonly value: PartyId | undefined
  readonly onChange: (party: PartyId | undefined) => void
  readonly negotiation: Negotiation
}

function PartyFilter({ label, parties, value, onChange, negotiation }: PartyFilterProps) {
  return (
    <div className={styles.party}>
      <Select
        label={label}
        hideLabel
        value={value ?? ''}
        onChange={({ target }) => onChange(parties.find((party) => party === target.value))}
      >
        <option value="">{label} anybody</option>
        {parties.map((party) => (
          <option key={party} value={party}>
            {label} {partyName(negotiation, party)}
          </option>
        ))}
      </Select>
    </div>
  )
}

function partiesOf(steps: readonly Step[], of: (terms: Step['of']['terms']) => readonly PartyId[]): readonly PartyId[] {
  return [...new Set(steps.flatMap((step) => of(step.of.terms)))]
}
