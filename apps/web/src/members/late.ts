/** What is said of a party that was seated after rounds were held: its silence was never asked there. */
import type { Entry, Negotiation, PartyId } from '@entente/agreement'
import { list } from '../design/status-words.ts'

/** Undefined for a party that sat before the first round was closed. */
export function lateWords(entries: readonly Entry[], { rounds }: Pick<Negotiation, 'rounds'>, party: PartyId): string | undefined {
  const seated = entries.find(({ fact }) => fact.kind === 'party-seated' && fact.party.party === party)?.seq
  const missed = rounds.filter(({ closed }) => seated !== undefined && closed !== undefined && closed.seq < seated)
  if (missed.length === 0) return undefined
  const which = missed.length === 1 ? `round ${missed[0]?.round}` : `rounds ${list(missed.map(({ round }) => String(round)))}`
  return `Invited after ${which}. Its silence never counted for what was asked there.`
}
