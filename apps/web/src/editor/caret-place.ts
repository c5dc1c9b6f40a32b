/**
 * The place of somebody else's caret as it arrives: a Yjs relative position in JSON, from a client that may send anything.
 *
 * It is checked before Yjs sees it. Resolving a position that names a root would make that root in this document, so only the root in hand
 * may be named.
 */
import * as Y from 'yjs'
import { z } from 'zod'

const Id = z.strictObject({ client: z.int().min(0), clock: z.int().min(0) })

const Place = z.strictObject({
  type: Id.nullish(),
  tname: z.string().nullish(),
  item: Id.nullish(),
  assoc: z.int().optional(),
})

/** The position, if it is one and lies in `root` as far as it says. */
export function caretPlace(json: unknown, root: string): Y.RelativePosition | undefined {
  const parsed = Place.safeParse(json)
  if (!parsed.success) return undefined
  const { type, tname, item } = parsed.data
  if (typeof tname === 'string' && tname !== root) return undefined
  if (typeof tname !== 'string' && !type && !item) return undefined
  return Y.createRelativePositionFromJSON(json)
}
