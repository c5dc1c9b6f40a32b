/** The journal was restored from a backup: what was said after it is not in here. */
import { z } from 'zod'
import { Timestamp } from '../ids.ts'
import { told } from './told.ts'

export const restoresFacts = [
  told('restored', {
    /** When the backup was made. The entry before this one is the last that it held. */
    backup: Timestamp,
    /** The life of the room that begins with this entry. */
    epoch: z.int().min(1),
  }),
] as const
