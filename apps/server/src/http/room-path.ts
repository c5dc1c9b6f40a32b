/** Where the rooms of a negotiation are over HTTP: one path for each kind of room. */
import { caucusOf, GroupId, groupOf, NegotiationId, PartyId, tableOf, type RoomId, type RoomKind } from '@entente/agreement'
import { z } from '@hono/zod-openapi'

export const roomKinds = ['table', 'caucus', 'group'] as const satisfies readonly RoomKind[]

/** The path of a room, to be followed by what is asked of it. */
export const roomPaths = {
  table: '/api/negotiations/{negotiation}',
  caucus: '/api/negotiations/{negotiation}/caucus/{party}',
  group: '/api/negotiations/{negotiation}/group/{group}',
} as const satisfies { readonly [kind in RoomKind]: string }

export const roomParams = {
  table: z.object({ negotiation: NegotiationId }),
  caucus: z.object({ negotiation: NegotiationId, party: PartyId }),
  group: z.object({ negotiation: NegotiationId, group: GroupId }),
} as const satisfies { readonly [kind in RoomKind]: z.ZodType }

export type RoomParams = { readonly negotiation: NegotiationId; readonly party?: PartyId; readonly group?: GroupId }

/** The room a path names. */
export function roomAt({ negotiation, party, group }: RoomParams): RoomId {
  if (party !== undefined) return caucusOf(negotiation, party)
  return group === undefined ? tableOf(negotiation) : groupOf(negotiation, group)
}
