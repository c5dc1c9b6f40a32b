/**
 * The gate: nothing enters a room's document that was not inspected and admitted.
 *
 * `inspect` says what an update would do, `admit` whether its sender may, `applyInspected` does it and holds Yjs to the prediction. What
 * users cause comes back as a refusal with a code; what only the server can cause throws `GateBreach`.
 */
export { admit, type Policy } from './admit.ts'
export { applyInspected, applyTogether, checkAfter, type Inspected } from './apply.ts'
export { GateBreach, type BreachCode } from './breach.ts'
export { claim } from './claim.ts'
export type { UpdateFormat } from './decode.ts'
export { inspect, type GateRules } from './inspect.ts'
export { changedBy, openIntake, type Intake, type Wrote } from './intake.ts'
export type { ClockRange, Inspection, Touch } from './inspection.ts'
export { gateLimits, type GateLimits } from './limits.ts'
export { foreignDeletions, massDeletions, type MassDeletion } from './mass-deletion.ts'
export { isNothing, NOTHING } from './nothing.ts'
export { charge, costOf, gateQuota, UNUSED, type Meter, type Quota } from './quota.ts'
export type { GateCode, GateRefusal } from './refusal.ts'
