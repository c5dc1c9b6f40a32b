/** The speakers' list, and who has the floor. */
import { z } from 'zod'
import { PartyId } from '../ids.ts'
import { MAX_NAME, MAX_SPEAKING_MINUTES } from '../limits.ts'
import { told } from './told.ts'

export const Minutes = z.int().min(1).max(MAX_SPEAKING_MINUTES)
/** What somebody wants to speak about. */
export const Subject = z.string().trim().max(MAX_NAME).optional()

export const floorFacts = [
  told('floor-asked', { party: PartyId, subject: Subject, pointOfOrder: z.literal(true).optional() }),
  told('floor-request-withdrawn', { party: PartyId }),
  told('floor-given', { party: PartyId, minutes: Minutes.optional() }),
  told('floor-ended', { party: PartyId }),
  /** How long each speaker may have from now on; without it there is no limit. */
  told('speaking-time-set', { minutes: Minutes.optional() }),
  told('speakers-list-closed', {}),
  told('speakers-list-opened', {}),
] as const
