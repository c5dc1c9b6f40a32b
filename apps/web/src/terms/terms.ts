/**
 * The terms that a text defines, told from its words: nothing is marked and nothing is stored, so a term is defined where it says so.
 *
 * Two forms are known, those of treaties: “X” means …, and a name in brackets behind what it stands for: (hereinafter “the X”).
 */
import type { ClauseId } from '@entente/agreement'
import { paragraphsOf, plainText, type Text } from '@entente/draft'

export type Definition = { readonly clause: ClauseId; readonly words: string }

export type Term = {
  readonly term: string
  /** In the order of the text. More than one is a hint that it is defined twice. */
  readonly definitions: readonly Definition[]
  /** Where it is used besides, with how often. */
  readonly uses: readonly { readonly clause: ClauseId; readonly times: number }[]
}

export type DefinedTerms = {
  readonly terms: readonly Term[]
  /** Written like a term, with capitals, in several places, and defined nowhere. Names are among them. */
  readonly undefined: readonly Pick<Term, 'term' | 'uses'>[]
}

const QUOTED = String.raw`[“"«„]\s*([^”"»“„]{1,80}?)\s*[”"»“]`
/** In the languages of the United Nations and of the samples. */
const MEANS = String.raw`(?:means?|refers? to|ha(?:s|ve) the meaning|désigne(?:nt)?|s’entend(?:ent)?|significa(?:n)?|означа(?:ет|ют|є|ють)|يعني|تعني|(?:是)?指)`
const MEANING = new RegExp(
  String.raw`${QUOTED}(?:\s*(?:,|or|and|ou|et|o|y|или|и|або|та|أو|و)\s*${QUOTED})?\s*,?\s*${MEANS}(?!\p{L})`,
  'giu',
)
const IN_BRACKETS = new RegExp(String.raw`\((?:[^()“"«„]{0,60}\s)?(?:the\s+|la\s+|le\s+|l’)?${QUOTED}\s*\)`, 'giu')
/** Two or more words with capitals, with small words between them. */
const CAPITALISED = /(?<=\p{Ll}[\p{Ll}’'-]*,?\s)\p{Lu}[\p{L}’'-]+(?:\s+(?:(?:of(?:\s+the)?|and|for|on)\s+)?\p{Lu}[\p{L}’'-]+)+/gu

/** Characters of a definition that are shown. */
const SHOWN = 160
/** Beyond so many terms a list helps nobody. */
const MOST = 200

/** `texts` in the order of the text; `names` are names of parties and papers, which need no definition. */
export function definedTerms(texts: Iterable<readonly [ClauseId, Text]>, names: readonly string[]): DefinedTerms {
  const lines = Array.from(texts, ([clause, text]) => ({ clause, lines: paragraphsOf(text).map((one) => plainText([one])) }))
  const found = new Map<string, Definition[]>()
  for (const { clause, lines: all } of lines)
    for (const line of all)
      for (const { terms, words } of definitionsIn(line))
        for (const term of terms) {
          const known = found.get(term) ?? []
          if (known.length > 0 || found.size < MOST) found.set(term, [...known, { clause, words }])
        }
  const terms = Array.from(found, ([term, definitions]): Term => ({
    term,
    definitions,
    uses: usesOf(term, lines, definitions),
  })).toSorted((one, other) => one.term.localeCompare(other.term))
  return { terms, undefined: undefinedIn(lines, [...found.keys(), ...names]) }
}

function definitionsIn(line: string): readonly { readonly terms: readonly string[]; readonly words: string }[] {
  return [
    ...Array.from(line.matchAll(MEANING), ({ index, 1: one, 2: other }) => ({
      terms: named([one, other]),
      words: shortened(line.slice(index)),
    })),
    ...Array.from(line.matchAll(IN_BRACKETS), ({ index, 0: whole, 1: one }) => ({
      terms: named([one]),
      words: ending(line.slice(0, index + whole.length)),
    })),
  ]
}

function named(found: readonly (string | undefined)[]): readonly string[] {
  return found.flatMap((term) => (term === undefined ? [] : [term.replace(/^the\s+/i, '')]))
}

type Lines = readonly { readonly clause: ClauseId; readonly lines: readonly string[] }[]

function usesOf(term: string, lines: Lines, definitions: readonly Definition[]): Term['uses'] {
  const expression = new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(term)}(?![\p{L}\p{N}])`, 'gu')
  return lines.flatMap(({ clause, lines: all }) => {
    const times = all.reduce((sum, line) => sum + (line.match(expression)?.length ?? 0), 0)
    const besides = times - definitions.filter((one) => one.clause === clause).length
    return besides > 0 ? [{ clause, times: besides }] : []
  })
}

function undefinedIn(lines: Lines, known: readonly string[]): DefinedTerms['undefined'] {
  const found = new Map<string, Map<ClauseId, number>>()
  for (const { clause, lines: all } of lines)
    for (const line of all)
      for (const [term] of line.matchAll(CAPITALISED)) {
        if (known.some((one) => one.includes(term) || term.includes(one))) continue
        const uses = found.get(term) ?? new Map<ClauseId, number>()
        found.set(term, uses.set(clause, (uses.get(clause) ?? 0) + 1))
      }
  return Array.from(found, ([term, uses]) => ({ term, uses: Array.from(uses, ([clause, times]) => ({ clause, times })) }))
    .filter(({ uses }) => uses.length > 1)
    .slice(0, MOST)
}

function escaped(term: string): string {
  return term.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
}

function shortened(words: string): string {
  return words.length <= SHOWN ? words : `${words.slice(0, SHOWN).toWellFormed()}…`
}

/** The end of what stands before, from a whole word on. */
function ending(words: string): string {
  return words.length <= SHOWN ? words : `… ${words.slice(-SHOWN).replace(/^\S*\s/u, '')}`
}
