/** Whether a moment has come. Timestamps of different precision do not compare as text. */
import type { Timestamp } from '@entente/agreement'

export function over(expires: Timestamp, at: Timestamp): boolean {
  return Date.parse(at) >= Date.parse(expires)
}
