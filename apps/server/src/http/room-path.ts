/** Where the rooms of a negotiation are over HTTP: one path for each kind of room. */
import { caucusCalled, CaucusName, GroupId, groupOf, NegotiationId, tableOf, type RoomId, type RoomKind } from '@entente/agreement'
import { z } from '@hono/zod-openapi'

export const roomKinds = ['table', 'caucus', 'group'] as const satisfies readonly RoomKind[]

/** The path of a room, to be followed by what is asked of it. */
export const roomPaths = {
  table: '/api/negotiations/{negotiation}',
  caucus: '/api/negotiations/{negotiation}/caucus/{caucus}',
  group: '/api/negotiations/{negotiation}/group/{group}',
} as const satisfies { readonly [kind in RoomKind]: string }

export const roomParams = {
  table: z.object({ negotiation: NegotiationId }),
  caucus: z.object({
    negotiation: NegotiationId,
    caucus: CaucusName.describe(
      'The party; with `~2` the caucus that began when it began anew for the first time, and so on. The list of rooms names the one in which the delegation meets now.',
    ),
  }),
  group: z.object({ negotiation: NegotiationId, group: GroupId }),
} as const satisfies { readonly [kind in RoomKind]: z.ZodType }

export type RoomParams = { readonly negotiation: NegotiationId; readonly caucus?: CaucusName; readonly group?: GroupId }

/** The room a path names. */
export function roomAt({ negotiation, caucus, group }: RoomParams): RoomId {
  if (caucus !== undefined) return caucusCalled(negotiation, caucus)
  return group === undefined ? tableOf(negotiation) : groupOf(negotiation, group)
}
