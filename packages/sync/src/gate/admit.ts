/**
 * The second half of the gate: whether whoever sent an update may do what `inspect` says it would do.
 *
 * Rights come from the journal, through the policy; nothing in the update or the text can grant one.
 */
import type { Inspection } from './inspection.ts'
import type { GateCode, GateRefusal } from './refusal.ts'

/** What one connection may do, at the moment it asks. */
export type Policy = {
  /** The seat writes nowhere, or nobody does in the room. It may still send what is known already, as every reconnecting client does. */
  readonly readOnly: boolean
  /** Whether the clientID is leased to this person: the current lease or an earlier one. */
  owns(client: number): boolean
  /** Whether the clientID is leased to anybody. */
  leased(client: number): boolean
  /** Whether a text of that name exists by the journal, also when nobody has written in it yet. */
  knownRoot(root: string): boolean
  /** Whether the seat may write in a text that exists. */
  mayWrite(root: string): boolean
}

/** Why the update may not enter, or undefined when it may. */
export function admit(inspection: Inspection, policy: Policy): GateRefusal | undefined {
  const { noop, authors, touches, creates } = inspection
  // Naming a text is enough to create it, also by an insertion that is known.
  for (const root of creates) if (!policy.knownRoot(root)) return refusal('forbidden-root', 'no such text', { root })
  if (!noop && policy.readOnly) return refusal('read-only', 'seat writes nowhere')
  for (const client of authors.keys()) {
    if (policy.owns(client)) continue
    if (policy.leased(client)) return refusal('forged-author', 'clientID of somebody else', { client })
    return refusal('author-unbound', 'clientID of nobody', { client })
  }
  for (const root of [...touches.keys(), ...creates]) {
    if (!policy.knownRoot(root) || !policy.mayWrite(root)) return refusal('forbidden-root', 'no right to write', { root })
  }
  return undefined
}

function refusal(code: GateCode, rule: string, about: { root?: string; client?: number } = {}): GateRefusal {
  return { kind: 'refusal', code, rule, ...about }
}
