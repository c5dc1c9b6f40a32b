/**
 * What a delegation says to the exact words of a clause.
 *
 * A position always names the fingerprint of the words it speaks of. Whether it still holds is never written down: it is current while
 * those are the words of the clause, and lapsed while they are not.
 */
import { z } from 'zod'
import { ClauseId, Fingerprint, MilestoneId, PackageId, Timestamp } from './ids.ts'
import { MAX_CONDITIONS, MAX_STATEMENT } from './limits.ts'

const Text = z.string().trim().min(1).max(MAX_STATEMENT)
const Note = z.string().trim().max(MAX_STATEMENT).optional()

/** What an acceptance may wait for. All conditions of a position must be met together. */
export const Condition = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('clause'), clause: ClauseId }),
  z.strictObject({ on: z.literal('package'), package: PackageId }),
  /** A clause must read exactly so. */
  z.strictObject({ on: z.literal('wording'), clause: ClauseId, fingerprint: Fingerprint }),
  /** A milestone must stand in the text with exactly these terms (the digest of its terms). */
  z.strictObject({ on: z.literal('milestone'), milestone: MilestoneId, terms: Fingerprint }),
])
export type Condition = z.infer<typeof Condition>

/** The seven stances. "Ad referendum" and reservations follow the Vienna Convention on the Law of Treaties, articles 12 and 2(1)(d). */
export const Stance = z.discriminatedUnion('stance', [
  z.strictObject({ stance: z.literal('accepts'), note: Note }),
  z.strictObject({ stance: z.literal('accepts-ad-referendum'), confirmBy: Timestamp.optional(), note: Note }),
  z.strictObject({ stance: z.literal('accepts-with-reservation'), reservation: Text, note: Note }),
  z.strictObject({ stance: z.literal('accepts-if'), conditions: z.array(Condition).min(1).max(MAX_CONDITIONS), note: Note }),
  z.strictObject({ stance: z.literal('reserves'), note: Note }),
  z.strictObject({ stance: z.literal('objects'), reason: z.string().trim().max(MAX_STATEMENT), proposedText: Note }),
  z.strictObject({ stance: z.literal('stands-aside'), note: Note }),
])
export type Stance = z.infer<typeof Stance>

/** Whether a stance, while current, counts towards agreement (conditions apart). */
export function accepting(stance: Stance): boolean {
  switch (stance.stance) {
    case 'accepts':
    case 'accepts-ad-referendum':
    case 'accepts-with-reservation':
    case 'accepts-if':
      return true
    case 'reserves':
    case 'objects':
    case 'stands-aside':
      return false
    default:
      return stance satisfies never
  }
}
