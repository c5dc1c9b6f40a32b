/** Rooms other than the table: who meets there. Their own journals say so; the table only hears what is announced to it. */
import { z } from 'zod'
import { GroupId, PartyId, RoomId } from '../ids.ts'
import { MAX_NAME, MAX_PARTIES, MAX_STATEMENT } from '../limits.ts'
import { told } from './told.ts'

const Parties = z.array(PartyId).min(1).max(MAX_PARTIES)

export const privateRoomsFacts = [
  told('room-opened', {
    room: RoomId,
    label: z.string().max(MAX_NAME),
    parties: Parties,
    /** The parties that have yet to agree to meet; until they have, nothing else is said there. */
    awaits: Parties.optional(),
    /** The table's last entry when it was opened. Rooms that say nothing of it are older than this field. */
    after: z.int().min(0).optional(),
  }),
  told('room-joined', { party: PartyId }),
  told('room-left', { party: PartyId, reason: z.string().max(MAX_STATEMENT).optional() }),
  told('room-closed', { reason: z.string().max(MAX_STATEMENT).optional() }),
  /** At the table: that such a group meets. Nothing of what is said there. */
  told('group-announced', { group: GroupId, label: z.string().max(MAX_NAME), parties: Parties }),
] as const
