/**
 * A paragraph cut into what a view draws: passages inside and outside square brackets, and in them pieces that carry the same marks, the
 * same comments and at most one hidden character.
 *
 * The static text and the places of quotes and selections are counted alike, in the bare text, so a quote found there can be marked here.
 */
import type { MilestoneId, ThreadId } from '@entente/agreement'
import {
  hiddenCharacters,
  inSameBracket,
  isInset,
  paragraphsOf,
  type BracketMark,
  type HiddenCharacter,
  type Paragraph,
  type Run,
  type Text,
} from '@entente/draft'

/** Words somebody commented on, or in which a milestone was promised, as a range of the bare text. */
export type Quoted = { readonly from: number; readonly to: number } & ({ readonly thread: ThreadId } | { readonly milestone: MilestoneId })

export type Piece = {
  readonly run: Run
  readonly text: string
  /** Where it begins in the bare text. */
  readonly at: number
  /** The comments on these words. */
  readonly threads: readonly ThreadId[]
  /** The milestones promised in them. */
  readonly milestones: readonly MilestoneId[]
  /** Set when the piece is one character nobody would see. */
  readonly hidden: HiddenCharacter | undefined
}

export type Passage = { readonly bracket: BracketMark | undefined; readonly pieces: readonly Piece[] }

/** Where each paragraph begins in the bare text. */
export function paragraphStarts(text: Text): ReadonlyMap<Paragraph, number> {
  const starts = new Map<Paragraph, number>()
  let at = 0
  for (const paragraph of paragraphsOf(text)) {
    starts.set(paragraph, at)
    at += paragraph.runs.reduce((length, run) => length + run.text.length, 0) + 1
  }
  return starts
}

/** The passages of a paragraph that begins at `start` of the bare text. */
export function passagesOf({ runs }: Paragraph, start: number, quoted: readonly Quoted[]): readonly Passage[] {
  const passages: { readonly first: Run; readonly pieces: Piece[] }[] = []
  let at = start
  for (const run of runs) {
    const last = passages.at(-1)
    const pieces = piecesOf(run, at, quoted)
    if (last !== undefined && inSameBracket(last.first, run)) last.pieces.push(...pieces)
    else passages.push({ first: run, pieces: [...pieces] })
    at += run.text.length
  }
  return passages.map(({ first, pieces }) => ({ bracket: first.bracket, pieces }))
}

function piecesOf(run: Run, start: number, quoted: readonly Quoted[]): readonly Piece[] {
  const end = start + run.text.length
  // What stands for a reference or a footnote is shown as that.
  const hidden = new Map((isInset(run) ? [] : hiddenCharacters(run.text)).map((character) => [start + character.at, character]))
  const cuts = new Set([start, end])
  for (const [at, { character }] of hidden) cuts.add(at).add(at + character.length)
  for (const { from, to } of quoted) for (const cut of [from, to]) if (cut > start && cut < end) cuts.add(cut)
  const edges = [...cuts].toSorted((a, b) => a - b)
  return edges.slice(0, -1).map((at, index) => {
    const to = edges[index + 1] ?? end
    const here = quoted.filter((quote) => quote.from < to && quote.to > at)
    const threads = here.flatMap((quote) => ('thread' in quote ? [quote.thread] : []))
    const milestones = here.flatMap((quote) => ('milestone' in quote ? [quote.milestone] : []))
    return { run, text: run.text.slice(at - start, to - start), at, threads, milestones, hidden: hidden.get(at) }
  })
}
