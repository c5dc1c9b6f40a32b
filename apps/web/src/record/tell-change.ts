/**
 * A change of words on which positions stood: who edited, which words, whose consent lapsed or was restored. Never told as an act of one party
 * against another: the words changed, and consent follows the words.
 */
import { lastPosition, type FactOf, type Negotiation, type PartyId } from '@entente/agreement'
import { list } from '../design/status-words.ts'
import { changedWords } from '../lapse/changed-words.ts'
import { capital, clauseName, partyName } from '../table/naming.ts'
import type { Telling } from './tell.ts'

export function tellChange(seq: number, fact: FactOf<'wording-changed'>, negotiation: Negotiation): Telling {
  const { clause, from, to, authors } = fact
  const by = [...new Set(authors.flatMap((seat) => negotiation.seats.get(seat)?.party ?? []))]
  const before = negotiation.wordings.get(from)?.wording
  const after = negotiation.wordings.get(to)?.wording
  const lapsed = standingOn(from, seq, fact, negotiation)
  const restored = standingOn(to, seq, fact, negotiation)
  const sentences = [
    before && after ? `${capital(changedWords(before, after))}.` : undefined,
    lapsed.length > 0 ? `Consent of ${lapsed.join(', ')} lapsed.` : undefined,
    restored.length > 0 ? `The words ${list(restored)} had spoken of are back: restored.` : undefined,
  ].filter((sentence) => sentence !== undefined)
  return {
    by,
    deed: `edited ${clauseName(negotiation, clause)}`,
    more: sentences.length > 0 ? sentences.join(' ') : undefined,
    shape: restored.length > 0 && lapsed.length === 0 ? 'accepts' : 'lapsed',
    clauses: [clause],
    topic: 'text',
  }
}

/** The parties whose last word on the clause, before this entry, was on that wording. */
function standingOn(
  wording: FactOf<'wording-changed'>['from'],
  seq: number,
  { clause }: FactOf<'wording-changed'>,
  negotiation: Negotiation,
): readonly string[] {
  return [...(negotiation.positions.get(clause) ?? [])].flatMap(
    ([party, steps]: readonly [PartyId, Parameters<typeof lastPosition>[0]]) => {
      const last = lastPosition(steps?.filter(({ said }) => said.seq < seq))
      return last?.on === wording ? [partyName(negotiation, party)] : []
    },
  )
}
