/**
 * The server's time, as the page last heard it, looked at again every half minute: deadlines run by the server's clock, not the device's.
 * Never earlier than the last entry of the record: the estimate lags by the time a message takes, and what an entry says has happened.
 */
import type { Timestamp } from '@entente/agreement'
import { useNow } from '../design/useNow.ts'
import { useRoom } from '../room/useRoom.ts'

export function useTableNow(): Timestamp {
  useNow()
  const view = useRoom().view()
  const now = view.now()
  const last = view.record.entries.at(-1)?.at
  return last !== undefined && Date.parse(last) > Date.parse(now) ? last : now
}
