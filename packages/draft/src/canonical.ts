/**
 * The canonical words of one block: what is left when everything that binds nobody is taken away.
 *
 * Emphasis is dropped, Unicode is NFC over the whole block, white space is one space and none at the ends. Square brackets count as
 * characters: white space folds on each side of a bracket for itself, and letters do not combine across it; nor do they across a reference
 * or a footnote. Of a reference the clause counts, not its number; of a footnote its words. Invisible characters other than white space
 * stay, because a reader may be deceived by them.
 */
import type { WordingRun } from '@entente/agreement'
import { insetOf, type Inset } from './inset.ts'
import { inSameBracket, type Run } from './text.ts'

/** Words between two brackets' edges. */
type Stretch = { readonly bracket: Run['bracket']; readonly pieces: readonly Piece[] }
type Piece = { readonly text: string; readonly link: string | undefined; readonly inset?: Inset | undefined }

/** White space that is not yet a single space. Most is, and need not be touched. */
const UNFOLDED = /\p{White_Space}{2,}|[\p{White_Space}--\x20]/gv

/** How far around a place is looked to see whether letters combine across it, in UTF-16 units. */
const NEAR = 32

/** A single line in canonical form, such as a heading. */
export function canonicalLine(line: string): string {
  return line.toWellFormed().normalize('NFC').replace(UNFOLDED, ' ').replace(/^ | $/g, '')
}

/**
 * The canonical runs of a block; none when it says nothing. Neighbouring runs of one bracket kind are one bracket: where two brackets of
 * a kind touch, an empty run stands between them.
 */
export function canonicalRuns(runs: readonly Run[]): readonly WordingRun[] {
  const stretches = trimmed(
    stretchesOf(runs).map(({ bracket, pieces }) => ({ bracket, pieces: betweenInsets(pieces, (words) => folded(composed(words))) })),
  )
  return stretches.flatMap(({ bracket, pieces }, index) => {
    const touches = bracket !== undefined && stretches[index - 1]?.bracket?.kind === bracket.kind
    return [...(touches ? [{ text: '' }] : []), ...pieces.map((piece) => wordingRun(piece, bracket))]
  })
}

function wordingRun({ text, link, inset }: Piece, bracket: Run['bracket']): WordingRun {
  return {
    text,
    ...(bracket !== undefined && { bracket: bracket.kind }),
    ...(link !== undefined && { link }),
    ...(inset?.is === 'reference' && { reference: inset.clause }),
    ...(inset?.is === 'footnote' && { footnote: canonicalLine(inset.text) }),
  }
}

/** The words between two insets for themselves; the insets as they are. */
function betweenInsets(pieces: readonly Piece[], words: (some: readonly Piece[]) => readonly Piece[]): readonly Piece[] {
  if (pieces.every(({ inset }) => inset === undefined)) return words(pieces)
  const result: Piece[] = []
  let open: Piece[] = []
  for (const piece of pieces) {
    if (piece.inset === undefined) open.push(piece)
    else {
      result.push(...words(open), piece)
      open = []
    }
  }
  return [...result, ...words(open)]
}

function stretchesOf(runs: readonly Run[]): readonly Stretch[] {
  const stretches: { readonly first: Run; readonly pieces: Piece[] }[] = []
  for (const run of runs) {
    if (run.text === '') continue
    const last = stretches.at(-1)
    const piece = { text: run.text, link: run.link, inset: insetOf(run) }
    if (last !== undefined && inSameBracket(last.first, run)) last.pieces.push(piece)
    else stretches.push({ first: run, pieces: [piece] })
  }
  return stretches.map(({ first, pieces }) => ({ bracket: first.bracket, pieces: merged(pieces) }))
}

function merged(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    if (piece.text === '') continue
    const last = result.at(-1)
    if (last !== undefined && last.link === piece.link && last.inset === undefined && piece.inset === undefined)
      result[result.length - 1] = { text: last.text + piece.text, link: last.link }
    else result.push(piece)
  }
  return result
}

/** NFC over the whole stretch. A letter whose accent stands in the next link is one letter, and belongs to the link it began in. */
function composed(pieces: readonly Piece[]): readonly Piece[] {
  const whole = pieces
    .map(({ text }) => text)
    .join('')
    .toWellFormed()
  let end = 0
  let start = 0
  const result = pieces.map(({ text, link }) => {
    end += text.length
    let until = Math.max(end, start)
    while (until < whole.length && !separable(whole, until)) until += 1
    const piece = { text: whole.slice(start, until).normalize('NFC'), link }
    start = until
    return piece
  })
  return merged(result)
}

/** Whether a link may begin there: not inside a character, not before the accent of a letter, not within letters that become one. */
function separable(whole: string, at: number): boolean {
  const insideCharacter = (whole.codePointAt(at - 1) ?? 0) > 0xffff
  const before = whole.slice(Math.max(0, at - NEAR), at)
  const after = whole.slice(at, at + NEAR)
  const beforeAccent = /^\p{M}/u.test(after) && /\P{White_Space}$/u.test(before)
  return !insideCharacter && !beforeAccent && before.normalize('NFC') + after.normalize('NFC') === (before + after).normalize('NFC')
}

/** One space for each stretch of white space. It belongs to a link only if the words on both sides do. */
function folded(pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.every(({ link }) => link === undefined)) return pieces.map(({ text, link }) => ({ text: text.replace(UNFOLDED, ' '), link }))
  const result: Piece[] = []
  let gap = false
  for (const { text, link } of pieces)
    for (const [part] of text.matchAll(/\p{White_Space}+|\P{White_Space}+/gu)) {
      if (/^\p{White_Space}/u.test(part)) {
        gap = true
        continue
      }
      const last = result.at(-1)
      if (gap) result.push({ text: ' ', link: last?.link === link ? link : undefined })
      result.push({ text: part, link })
      gap = false
    }
  return merged(gap ? [...result, { text: ' ', link: undefined }] : result)
}

/** No white space at the ends of the block; only a bracket around nothing but a blank keeps it, because it stands for words to come. */
function trimmed(stretches: readonly Stretch[]): readonly Stretch[] {
  return trimmedAt('end', trimmedAt('start', stretches))
}

function trimmedAt(side: 'start' | 'end', stretches: readonly Stretch[]): readonly Stretch[] {
  const rest = [...stretches]
  const outermost = () => (side === 'start' ? rest[0] : rest.at(-1))
  for (let stretch = outermost(); stretch !== undefined; stretch = outermost()) {
    const pieces = withoutSpaceAt(side, stretch.pieces)
    if (pieces.length > 0 || stretch.bracket !== undefined) {
      if (pieces.length > 0) rest[side === 'start' ? 0 : rest.length - 1] = { ...stretch, pieces }
      return rest
    }
    if (side === 'start') rest.shift()
    else rest.pop()
  }
  return rest
}

function withoutSpaceAt(side: 'start' | 'end', pieces: readonly Piece[]): readonly Piece[] {
  const edge = side === 'start' ? 0 : pieces.length - 1
  return pieces
    .map((piece, index) => (index === edge ? { ...piece, text: piece.text.replace(side === 'start' ? /^ / : / $/, '') } : piece))
    .filter(({ text }) => text !== '')
}
