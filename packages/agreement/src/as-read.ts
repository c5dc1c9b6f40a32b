/** Whoever speaks of the words of a clause names the wording they read, so that nobody speaks of words they have not seen. */
import type { Reading } from './command.ts'
import type { ClauseId, Fingerprint } from './ids.ts'
import type { Refusal } from './refusal.ts'

/** How the clause reads, if that is how whoever speaks has read it. */
export function asRead(reading: Reading | undefined, clause: ClauseId, on: Fingerprint | undefined): Reading | Refusal {
  if (reading === undefined) return { code: 'unknown', what: 'clause', id: clause }
  return reading.fingerprint === on ? reading : { code: 'text-moved', clause, now: reading.fingerprint }
}
