/** The computer's clock, for commands that run once. */
import { Timestamp } from '@entente/agreement'

export function now(): Timestamp {
  return Timestamp.parse(new Date().toISOString())
}
