/** Rooms other than the table, in whose own journals these are the only facts of their kind. */
import { z } from 'zod'
import { ClauseId, PartyId, RoomId } from '../ids.ts'
import { MAX_NAME, MAX_PARTIES } from '../limits.ts'
import { Statement, told } from './told.ts'

export const privateRoomsFacts = [
  told('room-opened', { room: RoomId, label: z.string().max(MAX_NAME), parties: z.array(PartyId).min(1).max(MAX_PARTIES) }),
  told('caucus-note-kept', {
    clause: ClauseId.optional(),
    noteKind: z.enum(['red-line', 'fallback', 'opening', 'instruction', 'assessment', 'note']),
    text: Statement,
  }),
] as const
