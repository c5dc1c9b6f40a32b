/** What can be done with a section, for seats that may: its heading, a first clause, a section after it. */
import { may, renumberings, type Negotiation, type Section, type Speaker } from '@entente/agreement'
import { lazy, Suspense, useState } from 'react'
import { Menu, MenuItem } from '../design/Menu.tsx'
import { Checkbox } from '../design/Checkbox.tsx'
import { Select, TextField } from '../design/Field.tsx'
import { Skeleton } from '../design/Skeleton.tsx'
import { PenForm } from '../pen/PenForm.tsx'
import type { SectionPanel } from '../table/attention.ts'
import { useBarred } from '../table/useBarred.ts'
import { sectionTitle } from '../table/naming.ts'
import { AddClause } from './StructureForm.tsx'
import { Statement } from '../statement/Statement.tsx'
import { MoveSection } from './MoveSection.tsx'
import { RenumberForm } from './RenumberForm.tsx'
import styles from './Structure.module.css'

/** Readers of files are only loaded by who brings one in. */
const BringInDialog = lazy(async () => ({ default: (await import('../bring-in/BringInDialog.tsx')).BringInDialog }))

type SectionMenuProps = {
  readonly section: Section
  readonly negotiation: Negotiation
  readonly speaker: Speaker | undefined
  readonly onOpen: (panel: SectionPanel) => void
}

export function SectionMenu({ section, negotiation, speaker, onOpen }: SectionMenuProps) {
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
      <MenuItem icon="move" onClick={() => open('move')}>
        Move this section…
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
      {may(speaker, 'preside') && renumberings(negotiation).length > 0 ? (
        <MenuItem icon="numbers" onClick={() => open('renumber')}>
          Renumber the text…
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
  if (is === 'move') return <MoveSection section={found} negotiation={negotiation} onClose={onClose} />
  if (is === 'renumber') return <RenumberForm negotiation={negotiation} onClose={onClose} />
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
