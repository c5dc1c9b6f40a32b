/**
 * Finding words in a text as it is read, with the numbers shown for references and the words of its footnotes, and what it reads once they are
 * replaced. Pure: where texts stand in documents is for others.
 */
import { FootnoteText } from '@entente/agreement'
import { paragraphsOf, type Block, type Named, type Paragraph, type Run, type Text } from '@entente/draft'

export type Search = { readonly words: string; readonly matchCase: boolean; readonly wholeWords: boolean }

type Place = { readonly from: number; readonly to: number }

/** A place in a text: which of its paragraphs, and from where to where in it as it is read, in UTF-16 units. */
export type Hit = Place & {
  readonly paragraph: number
  /** Which of the paragraph's footnotes, for a place in one. */
  readonly note?: number
  /** A number that is shown for a reference is part of it. Numbers follow their clauses and are not replaced. */
  readonly fixed: boolean
}

/** Longest words looked for, in characters. */
export const MAX_SEARCH = 200

/** What is looked for as an expression; nothing for no words. Letters count as the same whatever their case, unless asked otherwise. */
function expressionOf({ words, matchCase, wholeWords }: Search): RegExp | undefined {
  if (words.trim() === '' || words.length > MAX_SEARCH) return undefined
  const literal = words.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
  const bounded = wholeWords ? String.raw`(?<![\p{L}\p{N}\p{M}_])(?:${literal})(?![\p{L}\p{N}\p{M}_])` : literal
  return new RegExp(bounded, matchCase ? 'gu' : 'giu')
}

/**
 * Every place where the words stand, in reading order, those in a paragraph's footnotes after its own. They do not overlap, and none begins or
 * ends inside a character.
 */
export function hitsIn(text: Text, search: Search, named: Named): readonly Hit[] {
  const expression = expressionOf(search)
  if (expression === undefined) return []
  return paragraphsOf(text).flatMap(({ runs }, paragraph) => [
    ...placesIn(shownWords(runs, named), expression).map((place) => ({ paragraph, ...place, fixed: holdsNumber(runs, place, named) })),
    ...notesOf(runs).flatMap((words, note) => placesIn(words, expression).map((place) => ({ paragraph, note, ...place, fixed: false }))),
  ])
}

/** Every place where the words stand in a heading. */
export function placesInHeading(heading: string, search: Search): readonly Place[] {
  const expression = expressionOf(search)
  return expression === undefined ? [] : placesIn(heading, expression)
}

function placesIn(words: string, expression: RegExp): readonly Place[] {
  return Array.from(words.matchAll(expression), ({ index, 0: found }) => ({ from: index, to: index + found.length }))
}

function holdsNumber(runs: readonly Run[], { from, to }: Place, named: Named): boolean {
  let at = 0
  return runs.some((run) => {
    const begins = at
    at += shownOf(run, named).length
    return run.reference !== undefined && from < at && to > begins
  })
}

/** The text with other words in these places, but for those with a number in them. They have the marks of the first word they replace. */
export function replacedIn(text: Text, hits: readonly Hit[], replacement: string, named: Named): Text {
  const byParagraph = Map.groupBy(
    hits.filter(({ fixed }) => !fixed),
    ({ paragraph }) => paragraph,
  )
  const count = { paragraphs: -1 }
  const rewritten = (blocks: readonly Block[]): Text =>
    blocks.map((block) => {
      if (block.type === 'list') return { ...block, items: block.items.map(rewritten) }
      count.paragraphs += 1
      const here = byParagraph.get(count.paragraphs)
      return here === undefined ? block : withHits(block, here, replacement, named)
    })
  return rewritten(text)
}

function withHits({ runs }: Paragraph, hits: readonly Hit[], replacement: string, named: Named): Paragraph {
  const inWords = hits.filter(({ note }) => note === undefined)
  const made: Run[] = []
  let [at, note] = [0, 0]
  for (const run of runs) {
    if (run.footnote !== undefined) {
      made.push({ ...run, footnote: noteWith(run.footnote, of(note, hits), replacement) })
      note += 1
      continue
    }
    const end = at + shownOf(run, named).length
    if (run.reference !== undefined) {
      made.push(run)
      at = end
      continue
    }
    let from = at
    for (const hit of inWords) {
      if (hit.to <= from || hit.from >= end) continue
      const begins = Math.max(hit.from, from)
      made.push({ ...run, text: run.text.slice(from - at, begins - at) })
      // Words that run on into the next marks are replaced once, where they begin.
      if (hit.from >= at) made.push({ ...run, text: replacement })
      from = Math.min(hit.to, end)
    }
    made.push({ ...run, text: run.text.slice(from - at) })
    at = end
  }
  return { type: 'paragraph', runs: made.filter(({ text }) => text !== '') }
}

function of(note: number, hits: readonly Hit[]): readonly Hit[] {
  return hits.filter((hit) => hit.note === note)
}

/** A footnote that would say nothing, or more than one can hold, stays as it is. */
function noteWith(words: string, hits: readonly Hit[], replacement: string): string {
  const replaced = hits.toReversed().reduce((left, { from, to }) => left.slice(0, from) + replacement + left.slice(to), words)
  return FootnoteText.safeParse(replaced).success ? replaced : words
}

/** A hit with a little of what stands around it, for a list. */
export function surroundings(text: Text, { paragraph, note, from, to }: Hit, named: Named, reach = 40) {
  const runs = paragraphsOf(text)[paragraph]?.runs ?? []
  return around(note === undefined ? shownWords(runs, named) : (notesOf(runs)[note] ?? ''), { from, to }, reach)
}

/** A place in some words with a little of what stands around it. */
export function around(words: string, { from, to }: Place, reach = 40) {
  return {
    before: (from > reach ? '…' : '') + words.slice(Math.max(0, from - reach), from).toWellFormed(),
    found: words.slice(from, to),
    after: words.slice(to, to + reach).toWellFormed() + (words.length > to + reach ? '…' : ''),
  }
}

/** What each paragraph says, its footnotes after it. */
export function paragraphWords(text: Text, named: Named): readonly string[] {
  return paragraphsOf(text).map(({ runs }) => [shownWords(runs, named), ...notesOf(runs)].join('\n'))
}

function shownWords(runs: readonly Run[], named: Named): string {
  return runs.map((run) => shownOf(run, named)).join('')
}

/** A footnote's mark is between words and no part of them. */
function shownOf({ text, reference, footnote }: Run, named: Named): string {
  if (footnote !== undefined) return ''
  return reference === undefined ? text : named(reference)
}

function notesOf(runs: readonly Run[]): readonly string[] {
  return runs.flatMap(({ footnote }) => footnote ?? [])
}
