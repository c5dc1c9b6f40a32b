import { useView } from '../table/useView.ts'

/** Whether the room around was closed: what was said there is read and copied, and nothing in it is changed any more. */
export function useClosed(): boolean {
  return useView(({ negotiation }) => negotiation.privateRoom?.closed !== undefined)
}
