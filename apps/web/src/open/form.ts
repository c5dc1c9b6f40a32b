/**
 * The form of a new negotiation and what it becomes: the input of the opening command. What the person leaves open gets the plain default,
 * so that a title and two delegations are enough.
 */
import {
  Language,
  PartyId,
  type DecisionRule,
  type Drafting,
  type Opening,
  type Party,
  type PartyKind,
  type SeatRole,
} from '@entente/agreement'
import type { z } from 'zod'
import { roleWord } from '../sign-in/role-words.ts'
import { capital } from '../table/naming.ts'

export type SeatForm = { readonly key: string; readonly role: SeatRole; readonly name: string }

export type PartyForm = {
  readonly key: string
  /** Empty: made from the name. */
  readonly code: string
  readonly name: string
  readonly kind: PartyKind
  readonly required: boolean
  readonly seats: readonly SeatForm[]
}

export type RuleForm =
  | { readonly rule: 'consensus' }
  | { readonly rule: 'consensus-minus'; readonly except: readonly string[] }
  | { readonly rule: 'qualified-majority'; readonly of: number; readonly outOf: number }

export type OpeningForm = {
  readonly title: string
  readonly shortTitle: string
  readonly place: string
  readonly parties: readonly PartyForm[]
  readonly rule: RuleForm
  readonly singleUndertaking: boolean
  readonly drafting: Drafting
  readonly workingLanguage: string
  readonly languages: readonly string[]
}

let made = 0
/** A key for a new row; only for React. */
const key = () => `row-${(made += 1)}`

export function newSeat(role: SeatRole, name = ''): SeatForm {
  return { key: key(), role, name }
}

export function newParty(kind: PartyKind, name = '', code = ''): PartyForm {
  return { key: key(), code, name, kind, required: kind === 'delegation', seats: [newSeat(kind === 'observer' ? 'observer' : 'head')] }
}

/** The empty form: two delegations to fill in and the chair, where whoever opens the negotiation sits. */
export function emptyForm(person: string | undefined): OpeningForm {
  const chair = newParty('chair', 'Chair', 'CHR')
  return {
    title: '',
    shortTitle: '',
    place: '',
    parties: [newParty('delegation'), newParty('delegation'), { ...chair, seats: [newSeat('head', person ?? '')] }],
    rule: { rule: 'consensus' },
    singleUndertaking: true,
    drafting: 'open',
    workingLanguage: 'en',
    languages: ['en'],
  }
}

/**
 * A code of three letters for a name: "Republic of Kestria" becomes KES. Small words and words for a form of state are skipped; a name in a
 * script without capitals of the Latin alphabet gets `P` and its place.
 */
export function codeFor(name: string, place: number): string {
  const skipped = new Set(['the', 'of', 'and', 'republic', 'kingdom', 'federation', 'commonwealth', 'united', 'state', 'states', 'federal'])
  const words = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^A-Za-z]+/)
    .filter(Boolean)
  const word = words.find((each) => !skipped.has(each.toLowerCase())) ?? words[0]
  return word === undefined ? `P${place + 1}` : word.slice(0, 3).toUpperCase()
}

/** The codes of all parties, each different: what was typed, else made from the name, with a digit where two would be the same. */
export function codesOf(parties: readonly PartyForm[]): readonly string[] {
  const taken = new Set(parties.map(({ code }) => code.trim()).filter(Boolean))
  return parties.map(({ code, name }, place) => {
    if (code.trim() !== '') return code.trim()
    const made = codeFor(name, place)
    const free =
      [made, ...[2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `${made}${digit}`), `P${place + 1}`].find((each) => !taken.has(each)) ?? made
    taken.add(free)
    return free
  })
}

/** The seat's name while nobody's is known: the record shows it until the person joins. */
export function seatName({ name, role }: SeatForm, { kind, shortName }: Pick<Party, 'kind' | 'shortName'>): string {
  if (name.trim() !== '') return name.trim()
  if (role === 'head' && kind === 'chair') return 'Chair of the talks'
  return `${capital(roleWord(role, kind))}, ${shortName}`
}

/** What the opening command takes. Whether it is allowed is for the rule to say. */
export function toOpening(form: OpeningForm): z.input<typeof Opening> {
  const codes = codesOf(form.parties)
  const named = form.parties.map((party, index) => ({
    ...party,
    party: codes[index] ?? '',
    shortName: party.name.trim() || (codes[index] ?? ''),
  }))
  return {
    cover: {
      title: form.title,
      shortTitle: form.shortTitle.trim() || form.title.trim().slice(0, 80),
      ...(form.place.trim() !== '' && { place: form.place.trim() }),
      referenceLanguage: form.workingLanguage,
      authenticLanguages: [...new Set([form.workingLanguage, ...form.languages])],
      annexes: [],
    },
    rule: toRule(form, codes),
    singleUndertaking: form.singleUndertaking,
    drafting: form.drafting,
    parties: named.map(({ party, kind, shortName, required }) => ({
      party,
      kind,
      name: shortName,
      shortName,
      required: required && kind === 'delegation',
      languages: [form.workingLanguage],
    })),
    seats: named.flatMap(({ party, seats, ...of }) => seats.map((seat) => ({ party, role: seat.role, name: seatName(seat, of) }))),
  }
}

function toRule({ rule, parties }: OpeningForm, codes: readonly string[]): z.input<typeof DecisionRule> {
  switch (rule.rule) {
    case 'consensus':
      return { rule: 'consensus' }
    case 'consensus-minus':
      return {
        rule: 'consensus-minus',
        except: parties.flatMap(({ key: row }, index) => (rule.except.includes(row) ? [codes[index] ?? ''] : [])),
      }
    case 'qualified-majority':
      return { rule: 'qualified-majority', of: rule.of, outOf: rule.outOf }
    default:
      return rule satisfies never
  }
}

/** What is still missing, as the person sees it, by the name of the field. Empty when the form can be sent. */
export function missing(form: OpeningForm): ReadonlyMap<string, string> {
  const faults = new Map<string, string>()
  if (form.title.trim() === '') faults.set('title', 'Give the communiqué a title.')
  const codes = codesOf(form.parties)
  form.parties.forEach(({ key: row, name }, index) => {
    if (name.trim() === '') faults.set(`${row}-name`, 'Name the party.')
    const code = codes[index] ?? ''
    if (!PartyId.safeParse(code).success) faults.set(`${row}-code`, 'Letters and digits only.')
    else if (codes.indexOf(code) !== index) faults.set(`${row}-code`, 'Another party has this code.')
  })
  if (!form.parties.some(({ kind, required }) => kind === 'delegation' && required))
    faults.set('required', 'At least one delegation’s consent must be required.')
  if (!form.parties.some(({ kind, seats }) => kind === 'chair' && seats.length > 0)) faults.set('chair', 'Somebody must chair the talks.')
  if (form.rule.rule === 'consensus-minus' && form.rule.except.length === 0)
    faults.set('rule', 'Choose whose consent is not needed, or choose consensus.')
  if (form.rule.rule === 'qualified-majority' && form.rule.of > form.rule.outOf)
    faults.set('rule', 'The share cannot be more than the whole.')
  for (const tag of form.languages) if (!Language.safeParse(tag).success) faults.set('languages', `“${tag}” is not a language tag.`)
  return faults
}
