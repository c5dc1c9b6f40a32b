/**
 * The speakers' list: who has asked for the floor, who has it, and for how long.
 *
 * A party speaks, not a person, so a party stands on the list once. Points of order go before all others (rules of procedure of the General
 * Assembly, rule 71). The time is a limit that everybody sees; nobody is cut off by a program.
 */
import { z } from 'zod'
import { command, record, refuse } from './command.ts'
import { Minutes, Subject } from './fact/floor.ts'
import { PartyId, type Timestamp } from './ids.ts'
import type { Negotiation, Said } from './negotiation.ts'
import { may } from './powers.ts'

export type FloorRequest = {
  readonly party: PartyId
  readonly subject: string | undefined
  readonly pointOfOrder: boolean
  readonly said: Said
}

export type Floor = {
  /** In the order in which they will speak. */
  readonly list: readonly FloorRequest[]
  readonly speaking: { readonly party: PartyId; readonly minutes: number | undefined; readonly said: Said } | undefined
  readonly minutes: number | undefined
  readonly closed: Said | undefined
}

export const silentFloor: Floor = { list: [], speaking: undefined, minutes: undefined, closed: undefined }

export const askFloor = command({
  name: 'floor.ask',
  says: 'Ask for the floor for one’s party. A point of order goes before the others, and may be raised while the list is closed.',
  input: z.strictObject({ subject: Subject, pointOfOrder: z.literal(true).optional() }),
  rule({ negotiation: { floor }, speaker }, { subject, pointOfOrder }) {
    const { party } = speaker.party
    if (floor.speaking?.party === party) return refuse({ code: 'nothing-new' })
    const waiting = floor.list.find((request) => request.party === party)
    if (waiting !== undefined && (waiting.pointOfOrder || pointOfOrder !== true)) return refuse({ code: 'nothing-new' })
    if (floor.closed !== undefined && pointOfOrder !== true) return refuse({ code: 'list-closed' })
    return record({ kind: 'floor-asked', party, ...(subject && { subject }), ...(pointOfOrder && { pointOfOrder }) })
  },
})

export const withdrawFloorRequest = command({
  name: 'floor.withdraw',
  says: 'Take one’s party off the speakers’ list.',
  input: z.strictObject({}),
  rule({ negotiation: { floor }, speaker }) {
    const { party } = speaker.party
    return floor.list.some((request) => request.party === party)
      ? record({ kind: 'floor-request-withdrawn', party })
      : refuse({ code: 'nothing-new' })
  },
})

export const giveFloor = command({
  name: 'floor.give',
  says: 'Give a party the floor, on the list or not. Whoever has it gives it up.',
  input: z.strictObject({ party: PartyId, minutes: Minutes.optional() }),
  rule({ negotiation: { floor, parties } }, { party, minutes = floor.minutes }) {
    if (!parties.has(party)) return refuse({ code: 'unknown', what: 'party', id: party })
    if (floor.speaking?.party === party) return refuse({ code: 'nothing-new' })
    const before = floor.speaking === undefined ? [] : [{ kind: 'floor-ended', party: floor.speaking.party } as const]
    return record(...before, { kind: 'floor-given', party, ...(minutes !== undefined && { minutes }) })
  },
})

export const endFloor = command({
  name: 'floor.end',
  says: 'End a speech: one’s own, or, for whoever presides, anybody’s.',
  input: z.strictObject({}),
  rule({ negotiation: { floor }, speaker }) {
    if (floor.speaking === undefined) return refuse({ code: 'nothing-new' })
    if (floor.speaking.party !== speaker.party.party && !may(speaker, 'preside')) return refuse({ code: 'not-permitted', power: 'preside' })
    return record({ kind: 'floor-ended', party: floor.speaking.party })
  },
})

export const setSpeakingTime = command({
  name: 'floor.limit',
  says: 'Set how many minutes each speaker has from now on; without `minutes` there is no limit.',
  input: z.strictObject({ minutes: Minutes.optional() }),
  rule({ negotiation: { floor } }, { minutes }) {
    return floor.minutes === minutes
      ? refuse({ code: 'nothing-new' })
      : record({ kind: 'speaking-time-set', ...(minutes !== undefined && { minutes }) })
  },
})

export const closeSpeakersList = command({
  name: 'floor.close-list',
  says: 'Close the speakers’ list: those on it speak, nobody is added, except for points of order.',
  input: z.strictObject({}),
  rule: ({ negotiation: { floor } }) =>
    floor.closed === undefined ? record({ kind: 'speakers-list-closed' }) : refuse({ code: 'nothing-new' }),
})

export const openSpeakersList = command({
  name: 'floor.open-list',
  says: 'Open the speakers’ list again.',
  input: z.strictObject({}),
  rule: ({ negotiation: { floor } }) =>
    floor.closed === undefined ? refuse({ code: 'nothing-new' }) : record({ kind: 'speakers-list-opened' }),
})

/** Seconds the speaker has left; negative once over. Undefined without a speaker or a limit. */
export function secondsLeft({ floor: { speaking } }: Pick<Negotiation, 'floor'>, now: Timestamp): number | undefined {
  if (speaking?.minutes === undefined) return undefined
  return Math.round((Date.parse(speaking.said.at) + speaking.minutes * 60_000 - Date.parse(now)) / 1_000)
}
