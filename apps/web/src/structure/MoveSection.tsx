/** Moving a section with its clauses. */
import type { Negotiation, Section } from '@entente/agreement'
import { useState } from 'react'
import { Select } from '../design/Field.tsx'
import { Statement } from '../statement/Statement.tsx'
import { sectionTitle } from '../table/naming.ts'

type MoveSectionProps = { readonly section: Section; readonly negotiation: Negotiation; readonly onClose: () => void }

export function MoveSection({ section, negotiation, onClose }: MoveSectionProps) {
  const [place, setPlace] = useState<string | undefined>(undefined)
  const others = negotiation.sections.filter((one) => one.annex === section.annex && one !== section)
  const front = section.annex ? negotiation.sections.findLast((one) => !one.annex)?.section : undefined
  const after = place === 'front' ? front : place
  return (
    <Statement
      title={`Move section ${sectionTitle(section)}`}
      command="section.move"
      input={{ section: section.section, ...(after !== undefined && { after }) }}
      negotiation={negotiation}
      submit="Move the section"
      onClose={onClose}
      {...(place === undefined && { missing: 'Choose a place first' })}
    >
      <Select
        label="New place"
        value={place ?? ''}
        onChange={({ target }) => setPlace(target.value === '' ? undefined : target.value)}
        hint="Its clauses go with it. No consent lapses, and nobody’s typing is lost."
      >
        <option value="">Choose…</option>
        <option value="front">{section.annex ? 'First of the annexes' : 'First'}</option>
        {others.map((one) => (
          <option key={one.section} value={one.section}>
            After {sectionTitle(one)}
          </option>
        ))}
      </Select>
    </Statement>
  )
}
