/** The words for what entries carry as codes. */
import type { BracketKind, DecisionRule, Fact, FactOf, Negotiation, PartyId } from '@entente/agreement'
import { dayWithYear } from '../design/moment.ts'
import { list } from '../design/status-words.ts'
import { partyName } from '../table/naming.ts'

export function ruleWords(rule: DecisionRule, negotiation: Negotiation): string {
  switch (rule.rule) {
    case 'consensus':
      return 'Decided by consensus.'
    case 'consensus-minus':
      return `Decided by consensus without ${list(rule.except.map((party) => partyName(negotiation, party)))}.`
    case 'qualified-majority':
      return `Decided by ${rule.of} out of ${rule.outOf} required parties.`
    default:
      return rule satisfies never
  }
}

export function bracketWords(kind: BracketKind): string {
  switch (kind) {
    case 'contested':
      return 'Contested words'
    case 'alternative':
      return 'One of several alternatives'
    case 'awaiting-instructions':
      return 'Awaiting instructions from capital'
    case 'linked':
      return 'Linked to another clause'
    case 'placeholder':
      return 'Text to come'
    case 'editorial':
      return 'To be checked by the editors'
    default:
      return kind satisfies never
  }
}

export function declarationWords(kind: FactOf<'declaration-made'>['declarationKind']): string {
  switch (kind) {
    case 'reservation':
      return 'a reservation'
    case 'interpretative-declaration':
      return 'an interpretative declaration'
    case 'explanation-of-position':
      return 'an explanation of its position'
    case 'statement-of-intent':
      return 'a statement of intent'
    default:
      return kind satisfies never
  }
}

export function outcomeWords(outcome: FactOf<'silence-ended'>['outcome']): string {
  switch (outcome) {
    case 'not-broken':
      return 'recorded the end of a silence procedure: nobody broke it'
    case 'broken':
      return 'recorded that a silence procedure was broken'
    case 'overtaken':
      return 'recorded the end of a silence procedure: the text had moved on'
    case 'interrupted':
      return 'ended a silence procedure without effect: the server was away while it ran'
    default:
      return outcome satisfies never
  }
}

export function noteWords(kind: FactOf<'caucus-note-kept'>['noteKind']): string {
  switch (kind) {
    case 'red-line':
      return 'a red line'
    case 'fallback':
      return 'a fallback'
    case 'opening':
      return 'an opening position'
    case 'instruction':
      return 'an instruction'
    case 'assessment':
      return 'an assessment'
    case 'note':
      return 'a note'
    default:
      return kind satisfies never
  }
}

/** `place` is a clause or section as it is called; undefined for the whole text. `holder` is the delegation that was given the pen. */
export function draftingDeed(drafting: 'open' | 'pen' | undefined, place: string | undefined, holder?: string): string {
  const where = place ?? 'the whole text'
  if (drafting === undefined) return `let ${where} be drafted like the rest of the text again`
  if (drafting === 'open') return `opened ${where} to every drafting seat`
  return holder === undefined ? `took the pen for ${where}` : `gave ${holder} the pen for ${where}`
}

export function anchorDeed({ label, day, presumed }: Extract<Fact, { kind: 'anchor-set' }>): string {
  if (day !== undefined) return `set ${label} to ${dayWithYear(day)}`
  return presumed === undefined ? `named ${label} as a day to count from` : `presumed ${label} to be ${dayWithYear(presumed)}`
}

/** "Kestria and Orlava to perform, JMVC to verify." */
export function performance(
  { performers, verifier }: { readonly performers: readonly PartyId[]; readonly verifier: PartyId },
  negotiation: Negotiation,
): string {
  return `${list(performers.map((party) => partyName(negotiation, party)))} to perform, ${partyName(negotiation, verifier)} to verify.`
}

/** Days, `2026-12-01`, as "from 1 December 2026" or "… to …". Empty when nothing is known. */
export function between(from: string | undefined, to: string | undefined): string {
  return from === undefined ? '' : to === undefined ? `from ${dayWithYear(from)}` : `${dayWithYear(from)} to ${dayWithYear(to)}`
}
