/** The server's time, as the page last heard it, looked at again every half minute: deadlines run by the server's clock, not the device's. */
import type { Timestamp } from '@entente/agreement'
import { useNow } from '../design/useNow.ts'
import { useRoom } from '../room/useRoom.ts'

export function useTableNow(): Timestamp {
  useNow()
  return useRoom().view().now()
}
