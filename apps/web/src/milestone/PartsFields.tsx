/** The parts of a promise for each of which the evidence is asked: sites, crossings, lists, each with the performer who owes it. */
import type { Negotiation } from '@entente/agreement'
import { Button } from '../design/Button.tsx'
import { Select, TextField } from '../design/Field.tsx'
import { IconButton } from '../design/IconButton.tsx'
import { blankPart, type DraftPart, type DraftTerms } from './draft-terms.ts'
import { PartyOptions } from './fields.tsx'
import styles from './MilestoneForm.module.css'

type PartsFieldsProps = {
  readonly draft: DraftTerms
  readonly set: (part: Partial<DraftTerms>) => void
  readonly negotiation: Negotiation
}

export function PartsFields({ draft: { parts, partsCalled, performers }, set, negotiation }: PartsFieldsProps) {
  const change = (at: number, part: Partial<DraftPart>) =>
    set({ parts: parts.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  const owing = performers.flatMap((party) => negotiation.parties.get(party) ?? [])
  return (
    <fieldset className={styles.dependencies}>
      <legend>Asked for each of these</legend>
      {parts.length === 0 ? null : (
        <TextField
          label="What they are called, all together"
          value={partsCalled}
          placeholder="sites"
          onChange={({ target }) => set({ partsCalled: target.value })}
        />
      )}
      {parts.map((part, at) => (
        <div key={at} className={styles.dependency}>
          <TextField
            label={`Part ${at + 1}`}
            hideLabel
            value={part.name}
            placeholder="Site A"
            onChange={({ target }) => change(at, { name: target.value })}
          />
          <Select label={`Who owes part ${at + 1}`} hideLabel value={part.by} onChange={({ target }) => change(at, { by: target.value })}>
            <option value="">any performer</option>
            <PartyOptions parties={owing} />
          </Select>
          <IconButton
            icon="close"
            name={`Remove part ${at + 1}`}
            onClick={() => set({ parts: parts.filter((_, index) => index !== at) })}
          />
        </div>
      ))}
      <div>
        <Button icon="plus" size="small" onClick={() => set({ parts: [...parts, blankPart] })}>
          Add a part
        </Button>
      </div>
    </fieldset>
  )
}
