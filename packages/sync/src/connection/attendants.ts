/** Who is at the table, as the server tells it bit by bit. */
import type { ServerMessage } from '../messages.ts'
import type { Presence } from './view.ts'

export const nobody: readonly Presence[] = []

/** Those who are there after some came and some left. Whoever came again under the same clientID is there once. */
export function presentAfter(
  present: readonly Presence[],
  { joined, left }: Pick<Extract<ServerMessage, { kind: 'presence' }>, 'joined' | 'left'>,
): readonly Presence[] {
  return [...present.filter(({ client }) => !left.includes(client) && joined.every((one) => one.client !== client)), ...joined]
}
