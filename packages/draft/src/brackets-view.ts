/**
 * The clause with the readings of all delegations in brackets: `not less than [EU, UKR: 30 km][RUS: 15 km]`.
 *
 * Nothing here is stored: the brackets are computed from the text and the amendments as they stand. The words of the text stay where they
 * are; behind the words that somebody would change stand the other readings, those that read the same together. From the view each
 * reading can be put together again exactly (`readingIn`).
 */
import { aligned, type Stretch } from './alignment.ts'
import { changeOf, type Change } from './change.ts'
import { sameTokens } from './merge.ts'
import { textOfTokens, tokensOf, type Place, type Token } from './tokens.ts'
import type { Run, Text } from './text.ts'

/** Words that stand in the text in place of others, by the readings that have them. */
export type Alternative<Id> = { readonly by: readonly Id[]; readonly tokens: readonly Token[]; readonly change: Change }

export type Piece<Id> =
  /** Words of the text. `bracket` numbers the bracket they stand in, when somebody would change them. */
  | { readonly kind: 'words'; readonly runs: readonly Run[]; readonly bracket?: number }
  /** What others would have in place of the words of that bracket; where there are none, in addition. */
  | {
      readonly kind: 'alternatives'
      readonly bracket: number
      readonly keeps: readonly Id[]
      readonly alternatives: readonly Alternative<Id>[]
    }

/** A paragraph of the text. A text without paragraphs still has one line when something would be added to it. */
export type BracketLine<Id> = { readonly place: Place; readonly pieces: readonly Piece<Id>[] }

export type BracketView<Id> = {
  readonly lines: readonly BracketLine<Id>[]
  /** How many places somebody would change. */
  readonly brackets: number
  readonly stretches: readonly Stretch<Id>[]
}

const PLAIN: Place = { path: [], begins: 0 }

export function bracketView<Id>(base: Text, readings: ReadonlyMap<Id, Text>): BracketView<Id> {
  const stretches = aligned(tokensOf(base), new Map(Array.from(readings, ([id, text]) => [id, tokensOf(text)])))
  const lines: { place: Place; pieces: Piece<Id>[] }[] = []
  const piecesHere = () => {
    const last = lines.at(-1)
    if (last !== undefined) return last.pieces
    const pieces: Piece<Id>[] = []
    lines.push({ place: PLAIN, pieces })
    return pieces
  }
  const show = (tokens: readonly Token[], bracket?: number) => {
    for (const token of tokens) {
      if (token.kind === 'line') lines.push({ place: token.place, pieces: [] })
      else addWords(piecesHere(), token.runs, bracket)
    }
  }
  let brackets = 0
  for (const stretch of stretches) {
    if (stretch.kind === 'same') {
      show(stretch.tokens)
      continue
    }
    const bracket = brackets
    brackets += 1
    show(stretch.base, bracket)
    piecesHere().push({ kind: 'alternatives', bracket, ...grouped(stretch) })
  }
  return { lines, brackets, stretches }
}

function addWords<Id>(pieces: Piece<Id>[], runs: readonly Run[], bracket: number | undefined): void {
  const last = pieces.at(-1)
  if (last?.kind === 'words' && last.bracket === bracket) pieces[pieces.length - 1] = { ...last, runs: [...last.runs, ...runs] }
  else pieces.push({ kind: 'words', runs, ...(bracket !== undefined && { bracket }) })
}

function grouped<Id>({ base, readings }: Stretch<Id> & { readonly kind: 'changed' }): {
  readonly keeps: readonly Id[]
  readonly alternatives: readonly Alternative<Id>[]
} {
  const keeps: Id[] = []
  const groups: { by: Id[]; tokens: readonly Token[] }[] = []
  for (const [id, tokens] of readings) {
    if (sameTokens(tokens, base)) {
      keeps.push(id)
      continue
    }
    const group = groups.find((other) => sameTokens(other.tokens, tokens))
    if (group === undefined) groups.push({ by: [id], tokens })
    else group.by.push(id)
  }
  return { keeps, alternatives: groups.map(({ by, tokens }) => ({ by, tokens, change: changeOf(base, tokens) })) }
}

/** One reading, exactly as it was. For an id that is not in the view: the text itself. */
export function readingIn<Id>({ stretches }: Pick<BracketView<Id>, 'stretches'>, id: Id): Text {
  return textOfTokens(
    stretches.flatMap((stretch) => (stretch.kind === 'same' ? stretch.tokens : (stretch.readings.get(id) ?? stretch.base))),
  )
}

/**
 * The view as a plain line for each paragraph, as on paper: `not less than [20 km][EU, UKR: 30 km][RUS: 15 km]`. Words that somebody would
 * delete stand before `[RUS: delete]`, in brackets of their own only where others would replace them.
 */
export function plainBrackets<Id>({ lines }: Pick<BracketView<Id>, 'lines'>, nameOf: (id: Id) => string): string {
  const replaced = new Set(
    lines.flatMap(({ pieces }) =>
      pieces.flatMap((piece) =>
        piece.kind === 'alternatives' && piece.alternatives.some(({ tokens }) => tokens.length > 0) ? [piece.bracket] : [],
      ),
    ),
  )
  return lines
    .map(({ pieces }) =>
      pieces
        .map((piece) => {
          if (piece.kind === 'alternatives')
            return piece.alternatives.map(({ by, ...said }) => `[${by.map(nameOf).join(', ')}: ${inWords(said)}]`).join('')
          const words = piece.runs.map(({ text }) => text).join('')
          return piece.bracket !== undefined && replaced.has(piece.bracket) ? `[${words}]` : words
        })
        .join(''),
    )
    .join('\n')
}

/** Paragraphs of an alternative begin with a pilcrow. */
function inWords({ tokens, change }: Pick<Alternative<unknown>, 'tokens' | 'change'>): string {
  switch (change.is) {
    case 'deleted':
    case 'paragraphs-deleted':
      return 'delete'
    case 'joined':
      return 'join'
    case 'split':
      return 'split'
    case 'marked':
      return 'other emphasis or links'
    case 'moved-in-list':
      return change.as.path.length === 0 ? 'out of the list' : `as an item of level ${change.as.path.length}`
    case 'added':
    case 'replaced':
    case 'paragraphs-added':
      return tokens.map((token) => (token.kind === 'line' ? '¶ ' : token.text)).join('')
    default:
      return change satisfies never
  }
}
