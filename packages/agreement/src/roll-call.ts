/**
 * A roll call: the chair asks the delegations one after another what they say to the words as they stand.
 *
 * It begins with a delegation drawn by lot and goes on in alphabetical order (rules of procedure of the General Assembly, rule 87). Whoever
 * passes, or does not answer, is called once more at the end. An answer is a position on the exact wording that was called, so it is
 * refused when the words have changed since. Called on several clauses, an acceptance, an acceptance ad referendum and standing aside
 * speak of each of them; a reservation or an objection to the whole stands in the sheet and leaves the positions on clauses as they are.
 */
import { z } from 'zod'
import { standingClause } from './clauses.ts'
import { command, record, refuse, type Situation } from './command.ts'
import type { Fact } from './fact.ts'
import type { Called } from './fact/roll-calls.ts'
import { ClauseId, PartyId, RollCallId } from './ids.ts'
import { MAX_CLAUSES } from './limits.ts'
import type { Negotiation, Said } from './negotiation.ts'
import { Stance } from './position.ts'
import { may } from './powers.ts'
import type { Refusal } from './refusal.ts'
import { brokenBy } from './silence.ts'
import { lastPosition } from './standing.ts'
import { digest } from './wording.ts'

export type RollCall = {
  readonly rollCall: RollCallId
  readonly on: Called
  readonly order: readonly PartyId[]
  readonly answers: ReadonlyMap<PartyId, { readonly position: Stance; readonly said: Said }>
  /** Who passed or did not answer, as often as it happened. */
  readonly passed: readonly PartyId[]
  readonly opened: Said
  readonly closed: Said | undefined
}
export type RollCalls = ReadonlyMap<RollCallId, RollCall>

export const openRollCall = command({
  name: 'roll-call.open',
  says: 'Call the roll: ask the delegations one after another for their position on clauses, or on the whole text if none are named.',
  input: z.strictObject({ clauses: z.array(ClauseId).max(MAX_CLAUSES).default([]) }),
  rule({ negotiation, readings, fresh }, { clauses }) {
    if (runningRollCall(negotiation)) return refuse({ code: 'roll-call-running' })
    const standing = negotiation.clauses.filter((clause) => clause.standing.is === 'standing').map(({ clause }) => clause)
    const named = clauses.length === 0 ? standing : [...new Set(clauses)]
    const wrong = named.map((clause) => standingClause(negotiation, clause)).find((refusal) => refusal !== undefined)
    if (wrong) return refuse(wrong)
    const on = named.flatMap((clause) => {
      const reading = readings.get(clause)
      return reading === undefined ? [] : [{ clause, fingerprint: reading.fingerprint }]
    })
    if (on.length === 0) return refuse({ code: 'malformed', detail: 'clauses: there is no text to call the roll on' })
    const order = callingOrder(negotiation, fresh)
    if (order.length === 0) return refuse({ code: 'malformed', detail: 'there is no delegation to call' })
    return record({ kind: 'roll-call-opened', rollCall: RollCallId.parse(`r-${fresh}`), on, order: [...order] })
  },
})

export const answerRollCall = command({
  name: 'roll-call.answer',
  says: 'Answer a roll call for one’s delegation when it is called. The answer is a position on the words that were called.',
  input: z.strictObject({ rollCall: RollCallId, position: Stance }),
  rule(situation, { rollCall, position }) {
    const { party } = situation.speaker.party
    const call = calledIn(situation.negotiation, rollCall, party)
    if ('code' in call) return refuse(call)
    if (position.stance === 'accepts-if')
      return refuse({ code: 'malformed', detail: 'position: a roll call asks for an answer without conditions' })
    const moved = call.on.find(({ clause, fingerprint }) => situation.readings.get(clause)?.fingerprint !== fingerprint)
    if (moved !== undefined) {
      const now = situation.readings.get(moved.clause)?.fingerprint
      return refuse(
        now === undefined ? { code: 'clause-withdrawn', clause: moved.clause } : { code: 'text-moved', clause: moved.clause, now },
      )
    }
    return record(
      { kind: 'roll-call-answered', rollCall, party, position },
      ...positionsBy(situation, call, position),
      ...closedWith(call, [...call.answers.keys(), party], call.passed),
    )
  },
})

export const passInRollCall = command({
  name: 'roll-call.pass',
  says: 'Pass when called, or, for whoever presides, go on because the delegation called does not answer. It is called once more at the end.',
  input: z.strictObject({ rollCall: RollCallId, party: PartyId }),
  rule({ negotiation, speaker }, { rollCall, party }) {
    if (speaker.party.party !== party && !may(speaker, 'preside')) return refuse({ code: 'not-permitted', power: 'preside' })
    const call = calledIn(negotiation, rollCall, party)
    if ('code' in call) return refuse(call)
    return record({ kind: 'roll-call-passed', rollCall, party }, ...closedWith(call, [...call.answers.keys()], [...call.passed, party]))
  },
})

export const closeRollCall = command({
  name: 'roll-call.close',
  says: 'End a roll call before everybody has answered. The answers given stand.',
  input: z.strictObject({ rollCall: RollCallId }),
  rule({ negotiation }, { rollCall }) {
    const call = negotiation.rollCalls.get(rollCall)
    if (call === undefined) return refuse({ code: 'unknown', what: 'roll-call', id: rollCall })
    return call.closed === undefined ? record({ kind: 'roll-call-closed', rollCall }) : refuse({ code: 'roll-call-over' })
  },
})

/** The roll call that is going on. There is one at a time. */
export function runningRollCall({ rollCalls }: Pick<Negotiation, 'rollCalls'>): RollCall | undefined {
  return [...rollCalls.values()].find(({ closed }) => closed === undefined)
}

/** Those still to be called, in order: first whoever has not been called, then whoever passed once. */
export function toBeCalled({ order, answers, passed }: Pick<RollCall, 'order' | 'answers' | 'passed'>): readonly PartyId[] {
  const times = (party: PartyId) => passed.filter((one) => one === party).length
  const open = order.filter((party) => !answers.has(party))
  const again = [...new Set(passed)].filter((party) => open.includes(party) && times(party) === 1)
  return [...open.filter((party) => times(party) === 0), ...again]
}

function calledIn(negotiation: Negotiation, id: RollCallId, party: PartyId): RollCall | Refusal {
  const call = negotiation.rollCalls.get(id)
  if (call === undefined) return { code: 'unknown', what: 'roll-call', id }
  if (call.closed !== undefined) return { code: 'roll-call-over' }
  const [called] = toBeCalled(call)
  if (called === undefined) return { code: 'roll-call-over' }
  return called === party ? call : { code: 'not-called', called }
}

function closedWith(call: RollCall, answered: readonly PartyId[], passed: readonly PartyId[]): readonly Fact[] {
  const open = call.order.filter((party) => !answered.includes(party) && passed.filter((one) => one === party).length < 2)
  return open.length === 0 ? [{ kind: 'roll-call-closed', rollCall: call.rollCall }] : []
}

/** Delegations in alphabetical order, beginning with one drawn by lot. */
function callingOrder({ parties }: Negotiation, lot: string): readonly PartyId[] {
  const delegations = [...parties.values()]
    .filter(({ kind }) => kind === 'delegation')
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ party }) => party)
  const first = Number.parseInt(digest(lot).slice(0, 8), 16) % Math.max(1, delegations.length)
  return [...delegations.slice(first), ...delegations.slice(0, first)]
}

function positionsBy({ negotiation, speaker }: Situation, { on }: RollCall, position: Stance): readonly Fact[] {
  const { party } = speaker.party
  const single = on.length === 1
  if (!single && (position.stance === 'objects' || position.stance === 'reserves')) return []
  const round = negotiation.rounds.findLast(({ closed }) => closed === undefined)?.round
  return on.flatMap(({ clause, fingerprint }): readonly Fact[] => {
    const last = lastPosition(negotiation.positions.get(clause)?.get(party))
    if (last?.on === fingerprint && last.missed === undefined && digest(last.position) === digest(position)) return []
    return [
      { kind: 'position-taken', clause, party, on: fingerprint, position, ...(round !== undefined && { round }) },
      ...brokenBy(negotiation, clause, speaker, position),
    ]
  })
}
