/** The forms for a section, or for the end of the text. Each says what follows before it is recorded. */
import type { Negotiation, Section } from '@entente/agreement'
import { lazy, Suspense, useState } from 'react'
import { ProposeFirstClause } from '../amendment/ProposeClause.tsx'
import { Checkbox } from '../design/Checkbox.tsx'
import { Select, TextField } from '../design/Field.tsx'
import { Skeleton } from '../design/Skeleton.tsx'
import { PenForm } from '../pen/PenForm.tsx'
import { Statement } from '../statement/Statement.tsx'
import type { SectionPanel } from '../table/attention.ts'
import { sectionTitle } from '../table/naming.ts'
import { MoveSection } from './MoveSection.tsx'
import { RemoveSection } from './RemoveSection.tsx'
import { RenumberForm } from './RenumberForm.tsx'
import { RetitleForm } from './RetitleForm.tsx'
import styles from './Structure.module.css'
import { AddClause } from './StructureForm.tsx'

/** Readers of files are only loaded by who brings one in. */
const BringInDialog = lazy(async () => ({ default: (await import('../bring-in/BringInDialog.tsx')).BringInDialog }))

type SectionFormProps = { readonly panel: SectionPanel; readonly negotiation: Negotiation; readonly onClose: () => void }

export function SectionForm({ panel: { is, section }, negotiation, onClose }: SectionFormProps) {
  const found = negotiation.sections.find((one) => one.section === section)
  if (is === 'bring-in')
    return (
      <Suspense fallback={<Skeleton waitingFor="Opening the form" />}>
        <BringInDialog after={section} negotiation={negotiation} onClose={onClose} />
      </Suspense>
    )
  if (found === undefined) return <AddSection after={undefined} negotiation={negotiation} onClose={onClose} />
  switch (is) {
    case 'add-section':
      return <AddSection after={found} negotiation={negotiation} onClose={onClose} />
    case 'add-clause':
      return <AddClause section={found.section} after={undefined} negotiation={negotiation} onClose={onClose} />
    case 'propose-clause':
      return <ProposeFirstClause section={found} negotiation={negotiation} onClose={onClose} />
    case 'retitle':
      return (
        <RetitleForm
          of={`section ${sectionTitle(found)}`}
          heading={found.heading}
          command="section.retitle"
          subject={{ section: found.section }}
          hint="Headings of sections are part of no wording; no consent lapses."
          {...{ negotiation, onClose }}
        />
      )
    case 'move':
      return <MoveSection section={found} negotiation={negotiation} onClose={onClose} />
    case 'remove':
      return <RemoveSection section={found} negotiation={negotiation} onClose={onClose} />
    case 'pen':
      return <PenForm place={{ section: found.section }} negotiation={negotiation} onClose={onClose} />
    case 'renumber':
      return <RenumberForm negotiation={negotiation} onClose={onClose} />
    default:
      return is satisfies never
  }
}

type OneProps = { readonly negotiation: Negotiation; readonly onClose: () => void }

function AddSection({ after, negotiation, onClose }: OneProps & { readonly after: Section | undefined }) {
  const [heading, setHeading] = useState('')
  const [number, setNumber] = useState('')
  const [annex, setAnnex] = useState(after?.annex ?? false)
  const places = negotiation.sections.filter((one) => one.annex === annex)
  const [chosen, setPlace] = useState<string | undefined>(after?.section)
  const place = chosen === '' || places.some(({ section }) => section === chosen) ? chosen : places.at(-1)?.section
  const behind = place || (annex ? negotiation.sections.findLast((one) => !one.annex)?.section : undefined)
  const input = {
    heading: heading.trim(),
    ...(annex ? { annex } : number.trim() !== '' && { number: number.trim() }),
    ...(behind && { after: behind }),
  }
  return (
    <Statement
      title="Add a section"
      command="section.add"
      input={input}
      negotiation={negotiation}
      submit="Add the section"
      onClose={onClose}
      {...(heading.trim() === '' && { missing: 'Give the section a heading' })}
    >
      <div className={styles.two}>
        {annex ? null : (
          <TextField label="Number" optional value={number} onChange={({ target }) => setNumber(target.value)} placeholder="IV" />
        )}
        <TextField label="Heading" value={heading} onChange={({ target }) => setHeading(target.value)} />
        <Select label="Place" value={place ?? ''} onChange={({ target }) => setPlace(target.value)}>
          <option value="">{annex ? 'First annex' : 'First'}</option>
          {places.map((one) => (
            <option key={one.section} value={one.section}>
              After {sectionTitle(one)}
            </option>
          ))}
        </Select>
      </div>
      <Checkbox
        label="It is an annex"
        hint="Annexes stand after everything else, with a letter and numbers of their own."
        checked={annex}
        onChange={({ target }) => setAnnex(target.checked)}
      />
    </Statement>
  )
}
