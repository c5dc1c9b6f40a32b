/** The sheets of roll calls. */
import type { rollCallsFacts } from '../fact/roll-calls.ts'
import type { RollCallId } from '../ids.ts'
import type { Negotiation } from '../negotiation.ts'
import type { RollCall } from '../roll-call.ts'
import type { Folds } from './folds.ts'
import { put } from './put.ts'

export const rollCalls: Folds<typeof rollCallsFacts> = {
  'roll-call-opened': (was, { rollCall, on, order }, said) => ({
    rollCalls: put(was.rollCalls, rollCall, { rollCall, on, order, answers: new Map(), passed: [], opened: said, closed: undefined }),
  }),
  'roll-call-answered': (was, { rollCall, party, position }, said) =>
    inCall(was, rollCall, (call) => ({ ...call, answers: put(call.answers, party, { position, said }) })),
  'roll-call-passed': (was, { rollCall, party }) => inCall(was, rollCall, (call) => ({ ...call, passed: [...call.passed, party] })),
  'roll-call-closed': (was, { rollCall }, said) => inCall(was, rollCall, (call) => ({ ...call, closed: said })),
}

function inCall(was: Negotiation, id: RollCallId, how: (call: RollCall) => RollCall): Partial<Negotiation> {
  const call = was.rollCalls.get(id)
  return call ? { rollCalls: put(was.rollCalls, id, how(call)) } : {}
}
