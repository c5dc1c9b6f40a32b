/**
 * A text as one row of tokens: the beginning of each paragraph, then its words.
 *
 * Readings are compared, aligned and merged in this form, because it cannot be broken: any tokens in any order are a text again, so any
 * selection of changes can be taken over. A paragraph says by itself where it stands (in which kinds of list, and whether it begins an item
 * there), so lists are put together again from their paragraphs. No token begins or ends inside a character as people see it.
 */
import type { Block, List, Run, Text } from './text.ts'
import { joinedRuns, marksKey } from './runs.ts'
import { WORD } from './words.ts'

export type ListKind = 'ordered' | 'bullet'

/** Where a paragraph stands. */
export type Place = {
  /** The lists around it, the outermost first. */
  readonly path: readonly ListKind[]
  /** From which level on it begins a new item; the length of the path when it goes on in the item of the paragraph before. */
  readonly begins: number
  /** Set where it begins a new list right after another of the same kind. */
  readonly apart?: true
  /** Set where there is no paragraph at all: an item, or a list, that holds nothing. */
  readonly hollow?: 'item' | 'list'
}

export type LineToken = { readonly kind: 'line'; readonly place: Place; readonly key: string }
/** A word, a space or another character, in runs where its marks change inside it. */
export type WordToken = { readonly kind: 'word'; readonly runs: readonly Run[]; readonly text: string; readonly key: string }
/** Two tokens say the same exactly when their keys are equal. */
export type Token = LineToken | WordToken

/** What belongs to the character before it: accents, joiners, variation selectors, skin tones, vowels that are letters, jamo. */
const EXTENDS =
  /^(?:\p{M}|\u200c|\u200d|[\ufe00-\ufe0f]|[\u{1f3fb}-\u{1f3ff}]|[\u{e0020}-\u{e007f}]|[\u0e33\u0eb3\uff9e\uff9f]|[\u1160-\u11ff])/u
/** What takes the character after it into itself: the joiner of emoji, number signs that enclose. */
const TAKES_NEXT = /[\u200d\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]$/u
/** Anything but Latin, plain Cyrillic and punctuation: there a character may be part of its neighbour. Most texts need not be looked through. */
const COMPOSED = /[^\t\n\x20-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205f]/u
const FLAG_LETTER = /^\p{Regional_Indicator}$/u

/** The tokens of a text. `textOfTokens` makes the same text of them. */
export function tokensOf(text: Text): readonly Token[] {
  const tokens: Token[] = []
  walk(text, [], { begins: 0, apart: false }, tokens)
  return tokens
}

/** Where the next paragraph begins: set by the item it is the first of, and used up by it. */
type Beginning = { begins: number | undefined; apart: boolean }

function walk(blocks: readonly Block[], path: readonly ListKind[], next: Beginning, tokens: Token[]): void {
  const line = (at: readonly ListKind[], hollow?: Place['hollow']) => {
    const { begins = at.length, apart } = next
    tokens.push(lineToken({ path: at, begins: Math.min(begins, at.length), ...(apart && { apart }), ...(hollow && { hollow }) }))
    next.begins = undefined
    next.apart = false
  }
  blocks.forEach((block, index) => {
    if (block.type === 'paragraph') {
      line(path)
      tokens.push(...wordTokens(block.runs))
      return
    }
    const inside = [...path, kindOf(block)]
    const before = blocks[index - 1]
    if (before?.type === 'list' && before.ordered === block.ordered) next.apart = true
    if (block.items.length === 0) {
      next.begins ??= path.length
      return line(inside, 'list')
    }
    for (const item of block.items) {
      next.begins ??= path.length
      if (item.length === 0) line(inside, 'item')
      else walk(item, inside, next, tokens)
    }
  })
}

function kindOf({ ordered }: List): ListKind {
  return ordered ? 'ordered' : 'bullet'
}

export function lineToken(place: Place): LineToken {
  const { path, begins, apart = false, hollow = '' } = place
  return { kind: 'line', place, key: `\n${path.join('/')}:${begins}:${apart ? 'apart' : ''}:${hollow}` }
}

/** The words of one paragraph. */
export function wordTokens(runs: readonly Run[]): readonly WordToken[] {
  const whole = runs.map(({ text }) => text).join('')
  const take = sliced(runs)
  const words = whole.match(WORD) ?? []
  return (COMPOSED.test(whole) ? characterwise(words) : words).map((word) => {
    const parts = take(word.length)
    return { kind: 'word', runs: parts, text: word, key: parts.map((run) => `${marksKey(run)}\u0000${run.text}`).join('\u0001') }
  })
}

/** Puts together again what the expression has cut inside a character. */
function characterwise(parts: readonly string[]): readonly string[] {
  const whole: string[] = []
  let halfFlag = false
  for (const part of parts) {
    const last = whole.at(-1)
    const completesFlag: boolean = halfFlag && FLAG_LETTER.test(part)
    halfFlag = FLAG_LETTER.test(part) && !completesFlag
    const belongs =
      last !== undefined && (completesFlag || EXTENDS.test(part) || TAKES_NEXT.test(last) || (last.endsWith('\r') && part.startsWith('\n')))
    if (belongs) whole[whole.length - 1] = last + part
    else whole.push(part)
  }
  return whole
}

/** Takes so many units at a time from the runs, from the first on. */
function sliced(runs: readonly Run[]): (length: number) => readonly Run[] {
  let index = 0
  let offset = 0
  return (length) => {
    const parts: Run[] = []
    for (let left = length; left > 0;) {
      const run = runs[index]
      if (run === undefined) throw new Error('There are no more words to slice')
      const text = run.text.slice(offset, offset + left)
      if (text !== '') parts.push({ ...run, text })
      left -= text.length
      offset += text.length
      if (offset >= run.text.length) {
        index += 1
        offset = 0
      }
    }
    return parts
  }
}

/** The text that tokens tell, whatever they are: words before any paragraph stand in one, an item that has no list gets its own. */
export function textOfTokens(tokens: readonly Token[]): Text {
  const root: Growing[] = []
  let words: Run[] | undefined
  tokens.forEach((token, index) => {
    if (token.kind === 'word') {
      if (words === undefined) {
        words = []
        root.push({ type: 'paragraph', runs: words })
      }
      words.push(...token.runs)
      return
    }
    words = open(root, token.place, tokens[index + 1]?.kind === 'word')
  })
  return root.map(grown)
}

/** A text in the making. */
type Growing = { type: 'paragraph'; runs: Run[] } | { type: 'list'; kind: ListKind; items: Growing[][] }

/** Opens a paragraph and answers where its words go; nothing for an item or list that holds none. */
function open(root: Growing[], { path, begins, apart, hollow }: Place, hasWords: boolean): Run[] | undefined {
  let holder = root
  let fresh = false
  for (const [level, kind] of path.entries()) {
    const last = holder.at(-1)
    const goesOn = !fresh && last?.type === 'list' && last.kind === kind
    const item = goesOn && level < begins ? last.items.at(-1) : undefined
    if (item !== undefined) {
      holder = item
      continue
    }
    const list = goesOn && !(apart && level === begins) ? last : { type: 'list' as const, kind, items: [] }
    if (list !== last) holder.push(list)
    fresh = true
    if (hollow === 'list' && !hasWords && level === path.length - 1) return undefined
    holder = []
    list.items.push(holder)
  }
  if (hollow !== undefined && !hasWords) return undefined
  const runs: Run[] = []
  holder.push({ type: 'paragraph', runs })
  return runs
}

function grown(block: Growing): Block {
  if (block.type === 'paragraph') return { type: 'paragraph', runs: joinedRuns(block.runs) }
  return { type: 'list', ordered: block.kind === 'ordered', items: block.items.map((item) => item.map(grown)) }
}
