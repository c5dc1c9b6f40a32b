/**
 * A text in two, and two texts in one: how the words of a clause are divided when it is split, and put together when clauses are joined.
 *
 * What is cut can be put together again exactly: `through` says how many blocks, one inside the other, the cut went through (none between two
 * paragraphs; one inside a paragraph, or between two items of a list).
 */
import { bareText, type Block, type Run, type Text } from './text.ts'

export type Cut = { readonly first: Text; readonly second: Text; readonly through: number }

/**
 * Cuts a text at a place of its bare text, in UTF-16 units. `undefined` where that would leave one part without words, or divide a
 * character.
 */
export function cutText(text: Text, at: number): Cut | undefined {
  const bare = bareText(text)
  if (at > 0 && (bare.codePointAt(at - 1) ?? 0) > 0xffff) return undefined
  const { first, second, through } = cutBlocks(text, at)
  return hasWords(first) && hasWords(second) ? { first, second, through } : undefined
}

/** The place at which the second part begins with words: white space inside a paragraph goes with the first. */
export function afterSpace(text: Text, at: number): number {
  const [space = ''] = /^[^\S\n]*/u.exec(bareText(text).slice(at)) ?? []
  return at + space.length
}

/** Puts two texts together: through no block, as paragraphs of their own; through one, in the same paragraph or list; and so on inwards. */
export function joinedText(first: Text, second: Text, through: number): Text {
  const [last, next] = [first.at(-1), second[0]]
  const together = through > 0 && last !== undefined && next !== undefined ? joinedBlock(last, next, through) : undefined
  return together === undefined ? [...first, ...second] : [...first.slice(0, -1), together, ...second.slice(1)]
}

/** Whether two texts say the same, emphasis included; brackets may have other ids. */
export function saysTheSame(one: Text, other: Text): boolean {
  return JSON.stringify(withoutIds(one)) === JSON.stringify(withoutIds(other))
}

/** Whether a text begins with all of another, up to the end of it. */
export function beginsWith(text: Text, beginning: Text, length: number): boolean {
  const { first } = cutBlocks(text, length)
  return saysTheSame(first, beginning)
}

type Parts = { readonly first: Block[]; readonly second: Block[]; readonly through: number; readonly left: number }

/** `left` is how much of the bare text is still to go to the first part; a line break counts one. */
function cutBlocks(blocks: readonly Block[], at: number): Parts {
  const [first, second]: [Block[], Block[]] = [[], []]
  let left = at
  let through = 0
  for (const block of blocks) {
    const parts = block.type === 'paragraph' ? cutParagraph(block.runs, left) : cutList(block, left)
    if (parts.first !== undefined) first.push(parts.first)
    if (parts.second !== undefined) second.push(parts.second)
    if (parts.first !== undefined && parts.second !== undefined) through = parts.through
    left = parts.left
  }
  return { first, second, through, left }
}

type Piece = { readonly first?: Block; readonly second?: Block; readonly through: number; readonly left: number }

function cutParagraph(runs: readonly Run[], left: number): Piece {
  const length = runs.reduce((sum, { text }) => sum + text.length, 0)
  if (left <= 0) return { second: { type: 'paragraph', runs }, through: 0, left }
  if (left >= length) return { first: { type: 'paragraph', runs }, through: 0, left: left - length - 1 }
  const [before, after]: [Run[], Run[]] = [[], []]
  let at = 0
  for (const run of runs) {
    const here = Math.min(Math.max(0, left - at), run.text.length)
    if (here > 0) before.push({ ...run, text: run.text.slice(0, here) })
    if (here < run.text.length) after.push({ ...run, text: run.text.slice(here) })
    at += run.text.length
  }
  return { first: { type: 'paragraph', runs: before }, second: { type: 'paragraph', runs: after }, through: 1, left: -1 }
}

function cutList(list: Extract<Block, { type: 'list' }>, at: number): Piece {
  if (list.items.length === 0) return { ...(at > 0 ? { first: list } : { second: list }), through: 0, left: at }
  const [first, second]: [(readonly Block[])[], (readonly Block[])[]] = [[], []]
  let left = at
  let through = 1
  for (const item of list.items) {
    const parts = cutBlocks(item, left)
    if (parts.first.length > 0 || (item.length === 0 && left > 0)) first.push(parts.first)
    if (parts.second.length > 0 || (item.length === 0 && left <= 0)) second.push(parts.second)
    if (parts.first.length > 0 && parts.second.length > 0) through = 2 + parts.through
    left = parts.left
  }
  return {
    ...(first.length > 0 && { first: { ...list, items: first } }),
    ...(second.length > 0 && { second: { ...list, items: second } }),
    through,
    left,
  }
}

function joinedBlock(last: Block, next: Block, through: number): Block | undefined {
  if (last.type === 'paragraph' && next.type === 'paragraph') return { type: 'paragraph', runs: [...last.runs, ...next.runs] }
  if (last.type !== 'list' || next.type !== 'list' || last.ordered !== next.ordered) return undefined
  const [before, after] = [last.items.at(-1), next.items[0]]
  if (through === 1 || before === undefined || after === undefined) return { ...last, items: [...last.items, ...next.items] }
  return { ...last, items: [...last.items.slice(0, -1), joinedText(before, after, through - 2), ...next.items.slice(1)] }
}

function hasWords(text: Text): boolean {
  return bareText(text).trim() !== ''
}

/** A text that can be compared: neighbouring runs of the same marks are one, and brackets have no ids. */
function withoutIds(text: Text): unknown {
  return text.map((block) => {
    if (block.type === 'list') return { ordered: block.ordered, items: block.items.map(withoutIds) }
    const runs: { text: string; marks: string }[] = []
    for (const { text: words, bracket, ...marks } of block.runs) {
      const key = JSON.stringify([Object.entries(marks).toSorted(([one], [other]) => (one < other ? -1 : 1)), bracket?.kind])
      const last = runs.at(-1)
      if (last?.marks === key) last.text += words
      else runs.push({ text: words, marks: key })
    }
    return runs
  })
}
