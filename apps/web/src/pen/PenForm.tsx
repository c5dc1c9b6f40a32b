/** Who holds the pen: for the whole text, for a section, or for a clause. */
import { penOf, type ClauseId, type Negotiation, type Pen, type SectionId } from '@entente/agreement'
import { useState } from 'react'
import { Select } from '../design/Field.tsx'
import { Statement } from '../statement/Statement.tsx'
import { clauseName, sectionTitle } from '../table/naming.ts'
import { penWords } from './pen-words.ts'

export type PenPlace = { readonly clause: ClauseId } | { readonly section: SectionId } | 'whole'

type PenFormProps = { readonly place: PenPlace; readonly negotiation: Negotiation; readonly onClose: () => void }

export function PenForm({ place, negotiation, onClose }: PenFormProps) {
  const [choice, setChoice] = useState(() => choiceOf(settingAt(place, negotiation)))
  const delegations = [...negotiation.parties.values()].filter(({ kind }) => kind === 'delegation')
  return (
    <Statement
      title={`The pen for ${placeName(place, negotiation)}`}
      command="drafting.set"
      input={{ ...(place !== 'whole' && place), ...settingOf(choice) }}
      negotiation={negotiation}
      submit="Record"
      onClose={onClose}
    >
      <Select
        label="Who types in the text"
        value={choice}
        onChange={({ target }) => setChoice(target.value)}
        hint="Everybody else amends, comments and takes positions as before."
      >
        {place === 'whole' ? null : <option value="">{inherited(place, negotiation)}</option>}
        <option value="open">Every drafting seat</option>
        <option value="pen">The chair’s secretariat</option>
        {delegations.map(({ party, shortName }) => (
          <option key={party} value={`pen ${party}`}>
            {shortName}
          </option>
        ))}
      </Select>
    </Statement>
  )
}

function settingAt(place: PenPlace, { pens }: Negotiation): Pen | undefined {
  if (place === 'whole') return pens.whole
  return 'clause' in place ? pens.clauses.get(place.clause) : pens.sections.get(place.section)
}

function choiceOf(pen: Pen | undefined): string {
  if (pen === undefined) return ''
  if (pen.drafting === 'open') return 'open'
  return pen.holder === undefined ? 'pen' : `pen ${pen.holder}`
}

function settingOf(choice: string) {
  const [drafting, holder] = choice.split(' ')
  return { ...(drafting !== '' && { drafting }), ...(holder !== undefined && { holder }) }
}

/** What holds without a setting of its own. */
function inherited(place: Exclude<PenPlace, 'whole'>, negotiation: Negotiation): string {
  const { pens } = negotiation
  if ('section' in place) return `As the whole text: ${penWords(pens.whole, negotiation)}`
  const clauses = new Map([...pens.clauses].filter(([clause]) => clause !== place.clause))
  return `As its section: ${penWords(penOf({ ...negotiation, pens: { ...pens, clauses } }, place.clause), negotiation)}`
}

function placeName(place: PenPlace, negotiation: Negotiation): string {
  if (place === 'whole') return 'the whole text'
  if ('clause' in place) return clauseName(negotiation, place.clause)
  const section = negotiation.sections.find((one) => one.section === place.section)
  return section === undefined ? 'a section' : `section ${sectionTitle(section)}`
}
