/** What can be done with a section, for seats that may: its heading, a first clause, a section after it. */
import { may, type Negotiation, type Section, type Speaker } from '@entente/agreement'
import { lazy, Suspense, useState } from 'react'
import { Menu, MenuItem } from '../design/Menu.tsx'
import { Select, TextField } from '../design/Field.tsx'
import { Skeleton } from '../design/Skeleton.tsx'
import { PenForm } from '../pen/PenForm.tsx'
import type { SectionPanel } from '../table/attention.ts'
import { useBarred } from '../table/useBarred.ts'
import { AddClause, sectionTitle } from './StructureForm.tsx'
import { Statement } from '../statement/Statement.tsx'
import styles from './Structure.module.css'

/** Readers of files are only loaded by who brings one in. */
const BringInDialog = lazy(async () => ({ default: (await import('../bring-in/BringInDialog.tsx')).BringInDialog }))

type SectionMenuProps = { readonly section: Section; readonly speaker: Speaker | undefined; readonly onOpen: (panel: SectionPanel) => void }

export function SectionMenu({ section, speaker, onOpen }: SectionMenuProps) {
  const barred = useBarred()
  if (speaker === undefined || !may(speaker, 'structure')) return null
  const open = (is: SectionPanel['is']) => onOpen({ section: section.section, is })
  const name = `Change section ${sectionTitle(section)}`
  return (
    <Menu
      className={styles.sectionMenu}
      look="ghost"
      size="small"
      icon="more"
      aria-label={name}
      title={name}
      {...(barred !== undefined && { because: barred })}
    >
      <MenuItem icon="pen" onClick={() => open('retitle')}>
        Change the heading…
      </MenuItem>
      <MenuItem icon="plus" onClick={() => open('add-clause')}>
        Add a first clause…
      </MenuItem>
      <MenuItem icon="plus" onClick={() => open('add-section')}>
        Add a section after this one…
      </MenuItem>
      <MenuItem icon="document" onClick={() => open('bring-in')}>
        Bring in a text after this section…
      </MenuItem>
      {may(speaker, 'preside') ? (
        <MenuItem icon="pen" onClick={() => open('pen')}>
          The pen for this section…
        </MenuItem>
      ) : null}
    </Menu>
  )
}

type SectionFormProps = { readonly panel: SectionPanel; readonly negotiation: Negotiation; readonly onClose: () => void }

export function SectionForm({ panel: { is, section }, negotiation, onClose }: SectionFormProps) {
  const found = negotiation.sections.find((one) => one.section === section)
  if (is === 'bring-in') {
    return (
      <Suspense fallback={<Skeleton waitingFor="Opening the form" />}>
        <BringInDialog after={section} negotiation={negotiation} onClose={onClose} />
      </Suspense>
    )
  }
  if (is === 'add-section' || found === undefined) return <AddSection after={found} negotiation={negotiation} onClose={onClose} />
  if (is === 'pen') return <PenForm place={{ section: found.section }} negotiation={negotiation} onClose={onClose} />
  if (is === 'add-clause') return <AddClause section={found.section} after={undefined} negotiation={negotiation} onClose={onClose} />
  return <RetitleSection section={found} negotiation={negotiation} onClose={onClose} />
}

type OneProps = { readonly negotiation: Negotiation; readonly onClose: () => void }

function RetitleSection({ section, negotiation, onClose }: OneProps & { readonly section: Section }) {
  const [heading, setHeading] = useState(section.heading)
  return (
    <Statement
      title={`Heading of section ${sectionTitle(section)}`}
      command="section.retitle"
      input={{ section: section.section, heading: heading.trim() }}
      negotiation={negotiation}
      submit="Record the heading"
      onClose={onClose}
    >
      <TextField
        label="Heading"
        value={heading}
        onChange={({ target }) => setHeading(target.value)}
        hint="Headings of sections are part of no wording; no consent lapses."
      />
    </Statement>
  )
}

function AddSection({ after, negotiation, onClose }: OneProps & { readonly after: Section | undefined }) {
  const [heading, setHeading] = useState('')
  const [number, setNumber] = useState('')
  const [place, setPlace] = useState<string>(after?.section ?? negotiation.sections.at(-1)?.section ?? '')
  const input = { heading: heading.trim(), ...(number.trim() !== '' && { number: number.trim() }), ...(place !== '' && { after: place }) }
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
        <TextField label="Number" optional value={number} onChange={({ target }) => setNumber(target.value)} placeholder="IV" />
        <TextField label="Heading" value={heading} onChange={({ target }) => setHeading(target.value)} />
        <Select label="Place" value={place} onChange={({ target }) => setPlace(target.value)}>
          <option value="">First</option>
          {negotiation.sections.map((one) => (
            <option key={one.section} value={one.section}>
              After {sectionTitle(one)}
            </option>
          ))}
        </Select>
      </div>
    </Statement>
  )
}
