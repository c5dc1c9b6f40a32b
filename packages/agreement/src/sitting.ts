/**
 * Sittings, and who may attend them.
 *
 * Delegations, the chair and those who work for the table always attend. Observers and the press attend where the chair admits them: access is
 * set for each and holds for the round. A closed sitting is for the negotiating parties alone: while it lasts observers and the press are
 * not connected at all. What was put on record then is in the record they read afterwards.
 */
import { z } from 'zod'
import { runningSitting } from './admission.ts'
import { command, record, refuse } from './command.ts'
import { Audience, SittingKind, type Access } from './fact/sittings.ts'
import type { Said } from './negotiation.ts'

export type Sitting = {
  readonly sitting: number
  readonly kind: SittingKind
  readonly opened: Said
  readonly closed: Said | undefined
}
export type Sittings = { readonly held: readonly Sitting[]; readonly access: Access }

export const DEFAULT_ACCESS: Access = { observers: true, press: false }
export const noSittings: Sittings = { held: [], access: DEFAULT_ACCESS }

export const openSitting = command({
  name: 'sitting.open',
  says: 'Open a sitting: a plenary, or a closed one that observers and the press do not attend.',
  input: z.strictObject({ kind: SittingKind }),
  rule({ negotiation }, { kind }) {
    const { held } = negotiation.sittings
    if (runningSitting(negotiation)) return refuse({ code: 'sitting-open' })
    return record({ kind: 'sitting-opened', sitting: held.length + 1, sittingKind: kind })
  },
})

export const closeSitting = command({
  name: 'sitting.close',
  says: 'Close the sitting.',
  input: z.strictObject({}),
  rule({ negotiation }) {
    const running = runningSitting(negotiation)
    return running ? record({ kind: 'sitting-closed', sitting: running.sitting }) : refuse({ code: 'no-sitting-open' })
  },
})

export const setAccess = command({
  name: 'access.set',
  says: 'Admit observers or the press to the table in this round, or not.',
  input: z.strictObject({ to: Audience, admitted: z.boolean() }),
  rule({ negotiation: { sittings } }, { to, admitted }) {
    return sittings.access[to] === admitted ? refuse({ code: 'nothing-new' }) : record({ kind: 'access-set', to, admitted })
  },
})
