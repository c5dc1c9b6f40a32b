/**
 * The wording of a clause and its fingerprint, written from the section "Fingerprints" of docs/protocol.md: nothing of Entente is imported.
 */
import * as Y from 'yjs'
import { digest, type RawEntry } from './raw-digest.ts'

type Bracket = { readonly id: string; readonly kind: string }
type Piece = {
  readonly text: string
  readonly href: string | undefined
  readonly bracket: Bracket | undefined
  readonly inset?: object | undefined
}
type Stretch = { readonly bracket: Bracket | undefined; readonly pieces: readonly Piece[] }
type Block =
  | { readonly type: 'paragraph'; readonly runs: readonly object[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }

/** The fingerprint of a clause, from the shared text and the journal as they came. */
export function fingerprintOf(doc: Y.Doc, entries: readonly RawEntry[], clause: string): string {
  return digest({ ...saidOf(entries, clause), blocks: blocksOf(doc.getXmlFragment(`clause/${clause}`)) })
}

/** Everything in a wording but its blocks. */
function saidOf(entries: readonly RawEntry[], clause: string) {
  let kind: unknown
  let heading = ''
  const milestones = new Map<string, { readonly clause: unknown; readonly terms: unknown }>()
  for (const { fact } of entries) {
    const milestone = String(fact['milestone'])
    if (fact.kind === 'milestone-proposed') milestones.set(milestone, { clause: fact['clause'], terms: fact['terms'] })
    if (fact.kind === 'milestone-revised') milestones.set(milestone, { clause: milestones.get(milestone)?.clause, terms: fact['terms'] })
    if (fact.kind === 'milestone-withdrawn') milestones.delete(milestone)
    if (fact['clause'] !== clause) continue
    if (fact.kind === 'clause-added') kind = fact['clauseKind']
    if (fact.kind === 'clause-added' || fact.kind === 'clause-retitled') heading = String(fact['heading'])
  }
  return {
    kind,
    heading: fold(heading.toWellFormed().normalize('NFC')).replace(/^ | $/g, ''),
    milestones: [...milestones]
      .filter(([, of]) => of.clause === clause)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([milestone, { terms }]) => ({ milestone, terms })),
  }
}

/** The blocks of a root or of a list item. */
export function blocksOf(parent: Y.XmlFragment): readonly Block[] {
  return parent.toArray().flatMap((child): readonly Block[] => {
    if (!(child instanceof Y.XmlElement)) return []
    if (child.nodeName === 'paragraph') {
      const runs = runsOf(child)
      return runs.length === 0 ? [] : [{ type: 'paragraph', runs }]
    }
    const items = child
      .toArray()
      .map((item) => blocksOf(item as Y.XmlElement))
      .filter((blocks) => blocks.length > 0)
    return items.length === 0 ? [] : [{ type: 'list', ordered: child.nodeName === 'orderedList', items }]
  })
}

function runsOf(paragraph: Y.XmlElement): readonly object[] {
  const stretches = trimmed(stretchesOf(piecesOf(paragraph)).map(({ bracket, pieces }) => ({ bracket, pieces: betweenInsets(pieces) })))
  return stretches.flatMap(({ bracket, pieces }, at) => {
    const touches = bracket !== undefined && stretches[at - 1]?.bracket?.kind === bracket.kind
    const runs = pieces.map(({ text, href, inset }) => ({
      text,
      ...(bracket && { bracket: bracket.kind }),
      ...(href !== undefined && { link: href }),
      ...inset,
    }))
    return touches ? [{ text: '' }, ...runs] : runs
  })
}

type Words = {
  readonly insert: string
  readonly attributes?: {
    readonly link?: { readonly href: string }
    readonly bracket?: Bracket
    readonly reference?: { readonly clause: string }
    readonly footnote?: { readonly text: string }
  }
}

/** Step 1. */
function piecesOf(paragraph: Y.XmlElement): readonly Piece[] {
  return paragraph
    .toArray()
    .flatMap((text) => (text as Y.XmlText).toDelta() as readonly Words[])
    .flatMap(({ insert, attributes = {} }) => {
      const inset = insetOf(attributes)
      const parts = inset === undefined ? [insert] : insert.split(/(\u2060)/u)
      return parts.map((text) => ({
        text,
        href: attributes.link?.href,
        bracket: attributes.bracket,
        inset: text === '\u2060' ? inset : undefined,
      }))
    })
    .filter(({ text }) => text !== '')
}

function insetOf({ reference, footnote }: NonNullable<Words['attributes']>): object | undefined {
  if (reference !== undefined) return { reference: reference.clause }
  if (footnote === undefined) return undefined
  return { footnote: fold(footnote.text.toWellFormed().normalize('NFC')).replace(/^ | $/g, '') }
}

/** Steps 3 and 4, for what stands between two insets. */
function betweenInsets(pieces: readonly Piece[]): readonly Piece[] {
  const parts: Piece[][] = [[]]
  for (const piece of pieces)
    if (piece.inset === undefined) parts.at(-1)?.push(piece)
    else parts.push([piece], [])
  return parts.flatMap((part) => (part[0]?.inset === undefined ? folded(composed(part)) : part))
}

/** Step 2. */
function stretchesOf(pieces: readonly Piece[]): readonly Stretch[] {
  const stretches: { bracket: Bracket | undefined; pieces: Piece[] }[] = []
  for (const piece of pieces) {
    const last = stretches.at(-1)
    if (last?.bracket?.id === piece.bracket?.id && last?.bracket?.kind === piece.bracket?.kind && last !== undefined)
      last.pieces.push(piece)
    else stretches.push({ bracket: piece.bracket, pieces: [piece] })
  }
  return stretches.map((stretch) => ({ ...stretch, pieces: merged(stretch.pieces) }))
}

/** Neighbours with the same link are one. */
function merged(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (piece.text === '') continue
    if (last?.href === piece.href && last !== undefined && last.inset === undefined && piece.inset === undefined)
      result[result.length - 1] = { ...last, text: last.text + piece.text }
    else result.push(piece)
  }
  return result
}

/** Step 3. */
function composed(pieces: readonly Piece[]): readonly Piece[] {
  const whole = pieces
    .map(({ text }) => text)
    .join('')
    .toWellFormed()
  const ends: number[] = []
  let typed = 0
  for (const { text } of pieces) {
    typed += text.length
    let end = Math.max(typed, ends.at(-1) ?? 0)
    while (end < whole.length && insideLetter(whole, end)) end += 1
    ends.push(end)
  }
  return merged(pieces.map((piece, at) => ({ ...piece, text: whole.slice(ends[at - 1] ?? 0, ends[at]).normalize('NFC') })))
}

function insideLetter(whole: string, at: number): boolean {
  if (/[\ud800-\udbff]/.test(whole[at - 1] ?? '') && /[\udc00-\udfff]/.test(whole[at] ?? '')) return true
  const before = whole.slice(Math.max(0, at - 32), at)
  const after = whole.slice(at, at + 32)
  if (/^\p{M}/u.test(after) && /\P{White_Space}$/u.test(before)) return true
  return before.normalize('NFC') + after.normalize('NFC') !== (before + after).normalize('NFC')
}

function fold(text: string): string {
  return text.replaceAll(/\p{White_Space}+/gu, ' ')
}

/** Step 4. */
function folded(pieces: readonly Piece[]): readonly Piece[] {
  const [first] = pieces
  if (first === undefined || pieces.every(({ href }) => href === undefined))
    return pieces.map((piece) => ({ ...piece, text: fold(piece.text) }))
  const words = pieces.flatMap((piece) =>
    Array.from(piece.text.matchAll(/\p{White_Space}+|\P{White_Space}+/gu), ([text]) => ({ ...piece, text })),
  )
  const result: Piece[] = []
  let blank = false
  for (const word of words) {
    if (/^\p{White_Space}/u.test(word.text)) {
      blank = true
      continue
    }
    const last = result.at(-1)
    if (blank) result.push({ ...word, text: ' ', href: last?.href === word.href ? word.href : undefined })
    result.push(word)
    blank = false
  }
  return merged(blank ? [...result, { ...first, text: ' ', href: undefined }] : result)
}

/** Step 5. */
function trimmed(stretches: readonly Stretch[]): readonly Stretch[] {
  const fromStart = trimmedFrom(stretches, 0, /^ /)
  return trimmedFrom(fromStart.toReversed(), -1, / $/).toReversed()
}

function trimmedFrom([first, ...rest]: readonly Stretch[], edge: 0 | -1, space: RegExp): readonly Stretch[] {
  if (first === undefined) return []
  const outermost = first.pieces.at(edge)
  const pieces = first.pieces.map((piece) => (piece === outermost ? { ...piece, text: piece.text.replace(space, '') } : piece))
  const left = pieces.filter(({ text }) => text !== '')
  if (left.length > 0) return [{ ...first, pieces: left }, ...rest]
  return first.bracket === undefined ? trimmedFrom(rest, edge, space) : [first, ...rest]
}
