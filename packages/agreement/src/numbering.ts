/**
 * Numbers of clauses, and letters of annexes.
 *
 * Until a round is closed they follow from the order of the text. With the close of the first round they are known, and a number that is
 * known does not shift: a clause put between 4 and 5 is 4 bis, the next 4 ter, one put before 1 is 1 ante; a moved clause keeps its number,
 * and a withdrawn one leaves a gap, as does an annex that is removed. Only when whoever presides says so are they made consecutive again. Bis and ter are one series with the
 * names of amendments, so no two things are called alike.
 */
import type { ClauseId, SectionId } from './ids.ts'
import type { Negotiation } from './negotiation.ts'
import type { Clause, Section } from './clause.ts'

type Numbering = Pick<Negotiation, 'clauses' | 'sections'>

/** Latin numbers of alternatives and of what is put in between, as treaties count them: 4, 4 bis, 4 ter. */
const LATIN = ['bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies', 'octies', 'nonies', 'decies']

/** What follows after the number, from 0: bis, ter, and so on. */
export function latin(index: number): string {
  return LATIN[index] ?? `(${index + 2})`
}

/**
 * `PP1`, `PP2` … for preambular paragraphs (they carry no number in the final text), `1`, `2` … for operative ones through all sections,
 * `A.1`, `A.2` … in annex A. A withdrawn clause has no number.
 */
export function numbersOf(negotiation: Numbering): ReadonlyMap<ClauseId, string> {
  const prefixes = prefixesOf(negotiation)
  const counts = new Map<string, number>()
  const numbers = new Map<ClauseId, string>()
  for (const clause of negotiation.clauses) {
    if (clause.standing.is === 'withdrawn') continue
    const prefix = prefixes(clause)
    const count = (counts.get(prefix) ?? 0) + 1
    counts.set(prefix, count)
    numbers.set(clause.clause, `${prefix}${clause.number ?? count}`)
  }
  return numbers
}

/** The known numbers, those of withdrawn clauses included. */
export function knownNumbers(negotiation: Numbering): ReadonlyMap<ClauseId, string> {
  const prefixes = prefixesOf(negotiation)
  return new Map(
    negotiation.clauses.flatMap((clause) => (clause.number === undefined ? [] : [[clause.clause, prefixes(clause) + clause.number]])),
  )
}

/** Whether numbers are known, and do not shift any more. */
export function numbersKnown({ clauses }: Pick<Negotiation, 'clauses'>): boolean {
  return clauses.some(({ number }) => number !== undefined)
}

/** The clauses with consecutive numbers, from now on known. The withdrawn have none. */
export function renumbered(negotiation: Numbering): readonly Clause[] {
  const prefixes = prefixesOf(negotiation)
  const consecutive = numbersOf({ ...negotiation, clauses: negotiation.clauses.map((clause) => ({ ...clause, number: undefined })) })
  return negotiation.clauses.map((clause) => ({ ...clause, number: consecutive.get(clause.clause)?.slice(prefixes(clause).length) }))
}

/** The text with consecutive numbers and letters. */
export function consecutive(negotiation: Numbering & Pick<Negotiation, 'opened'>): Numbering {
  const sections = lettered(negotiation.sections, false, reservedLetters(negotiation))
  return { sections, clauses: renumbered({ sections, clauses: negotiation.clauses }) }
}

/** What renumbering would change: the clauses whose number would be another one, in the order of the text. */
export function renumberings(
  negotiation: Numbering & Pick<Negotiation, 'opened'>,
): readonly { readonly clause: ClauseId; readonly from: string; readonly to: string }[] {
  const after = numbersOf(consecutive(negotiation))
  return [...numbersOf(negotiation)].flatMap(([clause, from]) => {
    const to = after.get(clause) ?? from
    return to === from ? [] : [{ clause, from, to }]
  })
}

/** Letters of annexes that are not part of the text and only listed under it. */
export function reservedLetters({ opened }: Pick<Negotiation, 'opened'>): readonly string[] {
  return opened?.cover.annexes.map(({ annex }) => annex) ?? []
}

/** Letters that a new annex does not get: those of papers listed under the text, and those of annexes that were removed. */
export function lettersTaken(negotiation: Pick<Negotiation, 'opened' | 'removedSections'>): readonly string[] {
  const removed = [...negotiation.removedSections.values()].flatMap(({ annex, number }) => (annex && number !== undefined ? [number] : []))
  return [...reservedLetters(negotiation), ...removed]
}

/** The clauses with a number for each that has none, where numbers are known. `named` are names that amendments have. */
export function numbered(negotiation: Numbering, named: (clause: ClauseId, number: string) => readonly string[]): readonly Clause[] {
  const { clauses } = negotiation
  if (!numbersKnown(negotiation)) return clauses
  const prefixes = prefixesOf(negotiation)
  return clauses.reduce<readonly Clause[]>((now, clause) => {
    if (clause.number !== undefined || clause.standing.is === 'withdrawn') return now
    const prefix = prefixes(clause)
    const series = now.filter((other) => prefixes(other) === prefix)
    const taken = (number: string, stem: string) => {
      const of = series.find((other) => other.number === stem)
      return of !== undefined && named(of.clause, prefix + stem).includes(prefix + number)
    }
    const number = placed(
      series.map((other) => other.number),
      series.findIndex((other) => other.clause === clause.clause),
      String,
      taken,
    )
    return now.map((other) => (other.clause === clause.clause ? { ...other, number } : other))
  }, clauses)
}

/** The sections with letters for the annexes: in their order, or where they are known, for those that have none. `reserved` are not given. */
export function lettered(sections: readonly Section[], known: boolean, reserved: readonly string[]): readonly Section[] {
  const annexes = sections.filter(({ annex }) => annex)
  const before = annexes.map(({ number }) => (known ? number : undefined))
  const letters = new Map<SectionId, string>()
  annexes.forEach(({ section, number }, index) => {
    const letter =
      (known ? number : undefined) ??
      placed(
        before,
        index,
        (nth) => letterOf(nth, reserved),
        (taken) => reserved.includes(taken),
      )
    before[index] = letter
    letters.set(section, letter)
  })
  return sections.map((section) => (section.annex ? { ...section, number: letters.get(section.section) } : section))
}

/**
 * The number of what stands at `index` of a series and has none. At the end of the series the count goes on; between others it is called
 * after the one before, bis, ter; before the first, ante. No number is given twice.
 */
function placed(
  series: readonly (string | undefined)[],
  index: number,
  nth: (count: number) => string,
  taken: (number: string, stem: string) => boolean,
): string {
  const isFree = (number: string, stem: string) => !series.includes(number) && !taken(number, stem)
  const next = series.slice(index + 1).find((number) => number !== undefined)
  const previous = series.slice(0, index).findLast((number) => number !== undefined)
  if (next === undefined || (previous === undefined && series.every((number) => number === undefined))) {
    let count = 1
    const highest = series.filter((number) => number !== undefined).map(stemOf)
    while (highest.some((stem) => !before(stem, nth(count)))) count += 1
    return nth(count)
  }
  const stem = previous === undefined ? `${stemOf(next)} ante` : withAnte(previous)
  if (previous === undefined && isFree(stem, stem)) return stem
  for (let count = 0; ; count += 1) {
    const number = `${stem} ${latin(count)}`
    if (isFree(number, stem)) return number
  }
}

function stemOf(number: string): string {
  return number.split(' ')[0] ?? number
}

/** `4` of `4 bis`, `1 ante` of `1 ante bis`. */
function withAnte(number: string): string {
  return /^\S+(?: ante)?/u.exec(number)?.[0] ?? number
}

/** Numbers by their value, letters by their length and then the alphabet. */
function before(one: string, other: string): boolean {
  return one.length === other.length ? one < other : one.length < other.length
}

/** A, B … Z, AA, AB …, without those reserved. */
function letterOf(count: number, reserved: readonly string[]): string {
  let left = count
  for (let index = 0; ; index += 1) {
    const letter = letters(index)
    if (!reserved.includes(letter)) left -= 1
    if (left === 0) return letter
  }
}

function letters(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}

/** What stands before the numbers of the series a clause is in. */
function prefixesOf({ sections }: Pick<Negotiation, 'sections'>): (clause: Pick<Clause, 'section' | 'kind'>) => string {
  const annexes = new Map(sections.flatMap(({ section, annex, number }) => (annex ? [[section, `${number ?? ''}.`]] : [])))
  return ({ section, kind }) => annexes.get(section) ?? (kind === 'preambular' ? 'PP' : '')
}
