/** What stands beside a square bracket: who is behind it, and why the words are not agreed. */
import type { BracketKind, Negotiation, PartyId } from '@entente/agreement'
import type { BracketMark } from '@entente/draft'

export function wordOfBracketKind(kind: BracketKind): string {
  switch (kind) {
    case 'contested':
      return 'contested'
    case 'alternative':
      return 'alternative'
    case 'awaiting-instructions':
      return 'awaiting instructions'
    case 'linked':
      return 'linked'
    case 'placeholder':
      return 'placeholder'
    case 'editorial':
      return 'editorial'
    default:
      return kind satisfies never
  }
}

/** Every kind with what it means, for choosing one. */
export const bracketKinds: readonly { readonly kind: BracketKind; readonly meaning: string }[] = [
  { kind: 'contested', meaning: 'Some want these words, others do not' },
  { kind: 'alternative', meaning: 'One of several wordings of the same thing' },
  { kind: 'awaiting-instructions', meaning: 'A delegation waits for its capital' },
  { kind: 'linked', meaning: 'Settled together with another clause' },
  { kind: 'placeholder', meaning: 'Words to come' },
  { kind: 'editorial', meaning: 'To be checked for form only' },
]

/** The parties the record names behind a bracket. A bracket somebody typed has none until they are stated. */
export function partiesBehind({ id }: Pick<BracketMark, 'id'>, { brackets }: Pick<Negotiation, 'brackets'>): readonly PartyId[] {
  return brackets.get(id)?.parties ?? []
}

/** The small print after the opening bracket: "KES, MER", "CHR · placeholder", "contested". The kind goes without saying where parties dispute the words. */
export function bracketLabel(mark: BracketMark, negotiation: Pick<Negotiation, 'brackets'>): string {
  const parties = partiesBehind(mark, negotiation).join(', ')
  const obvious = mark.kind === 'contested' || mark.kind === 'alternative'
  if (parties === '') return wordOfBracketKind(mark.kind)
  return obvious ? parties : `${parties} · ${wordOfBracketKind(mark.kind)}`
}

/** The brackets of a clause take turns in their line: solid, dashed, double. */
export function lineOf(turn: number): 'solid' | 'dashed' | 'double' {
  return turn % 3 === 0 ? 'solid' : turn % 3 === 1 ? 'dashed' : 'double'
}
