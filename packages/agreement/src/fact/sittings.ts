/** Sittings, and who attends them. */
import { z } from 'zod'
import { told } from './told.ts'

export const SittingKind = z.enum(['plenary', 'closed'])
export type SittingKind = z.infer<typeof SittingKind>

/** Those whom the chair admits or not. */
export const Audience = z.enum(['observers', 'press'])
export type Audience = z.infer<typeof Audience>

/** Who of them is admitted. */
export const Access = z.strictObject({ observers: z.boolean(), press: z.boolean() })
export type Access = z.infer<typeof Access>

export const sittingsFacts = [
  told('sitting-opened', { sitting: z.int().min(1), sittingKind: SittingKind }),
  told('sitting-closed', { sitting: z.int().min(1) }),
  told('access-set', { to: Audience, admitted: z.boolean() }),
] as const
