/** Finding words in the text, and what a text reads once they are replaced. Pure: where they stand in documents is for others. */
import { paragraphsOf, type Block, type Paragraph, type Run, type Text } from '@entente/draft'

export type Search = { readonly words: string; readonly matchCase: boolean; readonly wholeWords: boolean }

/** A place in a clause: which of its paragraphs, and from where to where in it, in UTF-16 units. */
export type Hit = { readonly paragraph: number; readonly from: number; readonly to: number }

/** Longest words looked for, in characters. */
export const MAX_SEARCH = 200

/** What is looked for as an expression; nothing for no words. Letters count as the same whatever their case, unless asked otherwise. */
function expressionOf({ words, matchCase, wholeWords }: Search): RegExp | undefined {
  if (words.trim() === '' || words.length > MAX_SEARCH) return undefined
  const literal = words.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
  const bounded = wholeWords ? String.raw`(?<![\p{L}\p{N}\p{M}_])(?:${literal})(?![\p{L}\p{N}\p{M}_])` : literal
  return new RegExp(bounded, matchCase ? 'gu' : 'giu')
}

/** Every place where the words stand, in reading order. They do not overlap, and none begins or ends inside a character. */
export function hitsIn(text: Text, search: Search): readonly Hit[] {
  const expression = expressionOf(search)
  if (expression === undefined) return []
  return paragraphsOf(text).flatMap(({ runs }, paragraph) =>
    Array.from(wordsOf(runs).matchAll(expression), ({ index, 0: found }) => ({ paragraph, from: index, to: index + found.length })),
  )
}

/** The text with other words in these places. They have the marks of the first word they replace. */
export function replacedIn(text: Text, hits: readonly Hit[], replacement: string): Text {
  const byParagraph = Map.groupBy(hits, ({ paragraph }) => paragraph)
  const count = { paragraphs: -1 }
  const rewritten = (blocks: readonly Block[]): Text =>
    blocks.map((block) => {
      if (block.type === 'list') return { ...block, items: block.items.map(rewritten) }
      count.paragraphs += 1
      const here = byParagraph.get(count.paragraphs)
      return here === undefined ? block : withHits(block, here, replacement)
    })
  return rewritten(text)
}

function withHits({ runs }: Paragraph, hits: readonly Hit[], replacement: string): Paragraph {
  const made: Run[] = []
  let at = 0
  for (const run of runs) {
    const end = at + run.text.length
    let from = at
    for (const hit of hits) {
      if (hit.to <= from || hit.from >= end) continue
      const begins = Math.max(hit.from, from)
      made.push({ ...run, text: run.text.slice(from - at, begins - at) })
      // Words that run on into the next marks are replaced once, where they begin.
      if (hit.from >= at) made.push({ ...run, text: replacement, reference: undefined, footnote: undefined })
      from = Math.min(hit.to, end)
    }
    made.push({ ...run, text: run.text.slice(from - at) })
    at = end
  }
  return { type: 'paragraph', runs: made.filter(({ text }) => text !== '') }
}

/** A hit with a little of what stands around it, for a list. */
export function surroundings(text: Text, { paragraph, from, to }: Hit, reach = 40) {
  const words = wordsOf(paragraphsOf(text)[paragraph]?.runs ?? [])
  return {
    before: (from > reach ? '…' : '') + words.slice(Math.max(0, from - reach), from).toWellFormed(),
    found: words.slice(from, to),
    after: words.slice(to, to + reach).toWellFormed() + (words.length > to + reach ? '…' : ''),
  }
}

function wordsOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}
