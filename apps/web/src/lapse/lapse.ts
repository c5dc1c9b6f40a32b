/**
 * What a lapse of consent is, and how it is told.
 *
 * A lapse is never worded as an act of one party against another. It names whose consent, when, who touched the words and which words:
 * "Consent of Kestria lapsed at 14:02, when Orlava added “and its sensors”." The record tells who first left the accepted wording, not who
 * wrote every word since; when the text has moved on, the sentence says so instead of putting later words in that party's mouth.
 */
import {
  accepting,
  type ClauseAssessment,
  type Fingerprint,
  type Negotiation,
  type PartyId,
  type Reading,
  type Wording,
  type WordingChange,
} from '@entente/agreement'

/** Parties whose word on the same wording lapsed at the same moment. */
export type Lapse = {
  readonly parties: readonly PartyId[]
  /** Whether it was consent. A reserve or an objection can lapse too, and is not called consent. */
  readonly consent: boolean
  /** The words changed, or capital did not confirm an acceptance ad referendum in time. */
  readonly because: 'words' | 'unconfirmed'
  /** The wording they had spoken of. */
  readonly on: Fingerprint
  /** When and by whom those words were left. Unknown when it happened before this record began. */
  readonly change: WordingChange | undefined
}

/** The lapses on a clause, consent before other positions, the latest first. */
export function lapsesOn({ standings }: Pick<ClauseAssessment, 'standings'>): readonly Lapse[] {
  const lapses = new Map<string, Lapse & { readonly parties: PartyId[] }>()
  for (const [party, standing] of standings) {
    if (standing.is !== 'lapsed') continue
    const { position, change, because } = standing
    const consent = accepting(position.position)
    const key = `${because} ${consent} ${position.on} ${change?.said.seq ?? ''}`
    const same = lapses.get(key)
    if (same === undefined) lapses.set(key, { parties: [party], consent, because, on: position.on, change })
    else same.parties.push(party)
  }
  return [...lapses.values()].toSorted(
    (a, b) => Number(b.consent) - Number(a.consent) || (b.change?.said.seq ?? 0) - (a.change?.said.seq ?? 0),
  )
}

/** The delegations of those who made a change, each once. */
export function authorsOf(change: WordingChange, { seats }: Pick<Negotiation, 'seats'>): readonly PartyId[] {
  return [...new Set(change.authors.flatMap((seat) => seats.get(seat)?.party ?? []))]
}

/** The wording the lapsed consent was given to, if the record holds it. */
export function acceptedWording({ on }: Pick<Lapse, 'on'>, { wordings }: Pick<Negotiation, 'wordings'>): Wording | undefined {
  return wordings.get(on)?.wording
}

/** What the sentence needs, in words: names of parties, a local time, and the words changed (`added “…”`). */
export type LapseWords = {
  readonly parties: readonly string[]
  readonly consent: boolean
  readonly when: string | undefined
  readonly authors: readonly string[]
  /** The difference between the words accepted and the words now, or undefined when the accepted wording is not on record. */
  readonly changed: string | undefined
  /** Whether the text still reads as that change left it. */
  readonly asLeft: boolean
}

const names = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** The sentence of a lapse notice. */
export function lapseSentence({ parties, consent, when, authors, changed, asLeft }: LapseWords): string {
  const lapsed = `${consent ? 'Consent' : 'The position'} of ${names.format(parties)} lapsed`
  if (when === undefined) return `${lapsed} when the words changed${changed === undefined ? '' : `: ${changed}`}.`
  const who = authors.length > 0 ? names.format(authors) : undefined
  if (asLeft && who !== undefined && changed !== undefined) return `${lapsed} ${when}, when ${who} ${changed}.`
  const began = who === undefined ? 'when the words changed' : `when ${who} changed the words`
  return changed === undefined
    ? `${lapsed} ${when}, ${began}.`
    : `${lapsed} ${when}, ${began}. Compared with the words ${consent ? 'accepted' : 'spoken of'}: ${changed}.`
}

/** "The acceptance of Kestria lapsed: it was given ad referendum and not confirmed in time." */
export function unconfirmedSentence(parties: readonly string[]): string {
  return `The acceptance of ${names.format(parties)} lapsed: it was given ad referendum and not confirmed in time.`
}

/** Whether the clause still reads as a change left it. */
export function readsAsLeft(change: WordingChange | undefined, reading: Pick<Reading, 'fingerprint'> | undefined): boolean {
  return change !== undefined && change.to === reading?.fingerprint
}
