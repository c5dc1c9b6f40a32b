/** What clauses, sections, parties and people are called now. Worked out once for each state of the record, however many clauses ask. */
import { numbersOf, type ClauseId, type Negotiation, type PartyId, type SeatId, type Section, type SectionId } from '@entente/agreement'
import { parseRoot } from '@entente/draft'
import type { Naming } from '../design/status-words.ts'

const known = new WeakMap<Negotiation, Naming>()

/** The numbers of this state of the record, with the record. */
export function namingOf(negotiation: Negotiation): Naming {
  const found = known.get(negotiation)
  if (found !== undefined) return found
  const naming = { numbers: numbersOf(negotiation), negotiation }
  known.set(negotiation, naming)
  return naming
}

/** "clause 5", "preambular paragraph 2"; a withdrawn clause by its heading. */
export function clauseName(negotiation: Negotiation, id: ClauseId): string {
  const number = namingOf(negotiation).numbers.get(id)
  const clause = negotiation.clauses.find(({ clause: other }) => other === id)
  if (number === undefined) return clause === undefined ? 'an unknown clause' : `“${clause.heading}”`
  return number.startsWith('PP') ? `preambular paragraph ${number.slice(2)}` : `clause ${number}`
}

/** A section of the text, or one that was removed from it, as it was last. */
export function sectionOf(
  { sections, removedSections }: Pick<Negotiation, 'sections' | 'removedSections'>,
  id: SectionId,
): Section | undefined {
  return sections.find(({ section }) => section === id) ?? removedSections.get(id)
}

type Titled = { readonly number: string | undefined; readonly heading: string; readonly annex?: boolean }

/** "II. Cessation of hostilities", "Annex A. Maps". */
export function sectionTitle({ number, heading, annex = false }: Titled): string {
  return number === undefined ? heading : `${annex ? 'Annex ' : ''}${number}. ${heading}`
}

/** "section II. Cessation of hostilities", "Annex A. Maps". */
export function sectionName(section: Titled): string {
  return section.annex ? sectionTitle(section) : `section ${sectionTitle(section)}`
}

/** "section II", "Annex A", "the section “Final provisions”": where its heading is in sight, or would be too long. */
export function sectionLabel({ number, heading, annex = false }: Titled): string {
  if (number !== undefined) return `${annex ? 'Annex' : 'section'} ${number}`
  return heading === '' ? 'this section' : `the ${annex ? 'annex' : 'section'} “${heading}”`
}

/** What the words of a root are called: a clause by its name, in whatever language. */
export function textName(negotiation: Negotiation, root: string): string {
  const parsed = parseRoot(root)
  return parsed?.kind === 'clause' || parsed?.kind === 'translation' ? clauseName(negotiation, parsed.clause) : 'an amendment'
}

/** The short name of a party, or its code when the record does not know it. */
export function partyName({ parties }: Pick<Negotiation, 'parties'>, party: PartyId): string {
  return parties.get(party)?.shortName ?? party
}

/** The person in a seat as the record names them, with their party's short name for "who said this". */
export function personName({ seats }: Pick<Negotiation, 'seats'>, seat: SeatId): string {
  return seats.get(seat)?.name ?? seat
}

/** The place of a party in the order of invitation, from 0: what its colour follows from. */
export function partyOrder({ parties }: Pick<Negotiation, 'parties'>, party: PartyId): number {
  return Math.max(0, [...parties.keys()].indexOf(party))
}

/** With a capital, to begin a sentence. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
