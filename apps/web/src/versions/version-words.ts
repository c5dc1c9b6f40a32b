/** How versions are told: who changed the words, what the server did by itself, which round it was. */
import { fingerprint, type ClauseId, type Entry, type Negotiation, type PartyId, type Wording } from '@entente/agreement'
import { wordingOf, type Text } from '@entente/draft'
import { tell } from '../record/tell.ts'
import type { ToldVersion } from './shapes.ts'

/** The parties whose members changed the words, in the order in which they began. */
export function partiesOf({ by }: Pick<ToldVersion, 'by'>, { seats }: Pick<Negotiation, 'seats'>): readonly PartyId[] {
  return [...new Set(by.flatMap((writer) => (writer === 'server' ? [] : (seats.get(writer)?.party ?? []))))]
}

/** The people who changed the words, by name. */
export function namesOf({ by }: Pick<ToldVersion, 'by'>, { seats }: Pick<Negotiation, 'seats'>): readonly string[] {
  return by.flatMap((writer) => (writer === 'server' ? [] : (seats.get(writer)?.name ?? [])))
}

/** What the server did when it changed the words: the entries of the record that were written with the change. */
export function serverDeeds(
  { by, from, until }: Pick<ToldVersion, 'by' | 'from' | 'until'>,
  clause: ClauseId,
  entries: readonly Entry[],
  negotiation: Negotiation,
): readonly string[] {
  if (!by.includes('server')) return []
  const deeds = entries.flatMap((entry) => {
    if (entry.at < from || entry.at > until || !changesWords(entry)) return []
    const told = tell(entry, negotiation)
    return told.clauses.length === 0 || told.clauses.includes(clause) ? [told.deed] : []
  })
  return deeds.length > 0 ? [...new Set(deeds)] : ['first words']
}

/** Entries with which the server changes words by itself. */
function changesWords({ fact }: Entry): boolean {
  return !['wording-recorded', 'wording-changed', 'position-taken', 'position-withdrawn', 'comment-made', 'thread-opened'].includes(
    fact.kind,
  )
}

/** The rounds that were closed before a version ended and after the one before it ended: "as round 2 closed". */
export function roundsClosedAfter(
  version: ToldVersion,
  next: ToldVersion | undefined,
  { rounds }: Pick<Negotiation, 'rounds'>,
): readonly number[] {
  return rounds.flatMap(({ round, closed }) =>
    closed !== undefined && closed.at >= version.until && (next === undefined || closed.at < next.until) ? [round] : [],
  )
}

/** The wording a text would be under the clause's present heading and milestones. */
export function wordingWith(text: Text, now: Wording): Wording {
  return wordingOf({ kind: now.kind, heading: now.heading, text, milestones: now.milestones })
}

/** The parties whose last position was on exactly this wording: their consent would be current again. */
export function consentTo(wording: Wording, clause: ClauseId, { positions }: Pick<Negotiation, 'positions'>): readonly PartyId[] {
  const on = fingerprint(wording)
  return [...(positions.get(clause) ?? [])].flatMap(([party, steps]) => {
    const last = steps.at(-1)
    return last !== undefined && 'on' in last && last.on === on ? [party] : []
  })
}
