/** How many frames with words of a connection a message of Entente says are saved; 0 when it says nothing of it. */
export function savedUpTo(json: string): number {
  const message: unknown = JSON.parse(json)
  if (typeof message !== 'object' || message === null || !('kind' in message) || message.kind !== 'saved') return 0
  return 'updates' in message && typeof message.updates === 'number' ? message.updates : 0
}
