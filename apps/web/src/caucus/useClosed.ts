import { isClosed } from '@entente/agreement'
import { useView } from '../table/useView.ts'

/** Whether the room around was closed. */
export function useClosed(): boolean {
  return useView(({ negotiation }) => isClosed(negotiation))
}
