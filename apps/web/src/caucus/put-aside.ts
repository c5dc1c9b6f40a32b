import type { AmendmentId } from '@entente/agreement'
import type { RoomView } from '@entente/sync/client'
import { complain } from '../design/Toast.tsx'
import { putAsideWords } from '../table/closed-words.ts'

/** Tells whoever was typing in a draft that a colleague has put it aside; nothing where nobody has, or they did it themselves. */
export function tellPutAside({ negotiation, speaker }: Pick<RoomView, 'negotiation' | 'speaker'>, amendment: AmendmentId): void {
  const draft = negotiation.drafts.get(amendment)
  if (draft?.discarded === undefined) return
  const { by } = draft.discarded
  if (by === 'server' || by.seat !== speaker?.seat.seat) complain(putAsideWords(negotiation, draft.label, draft.discarded))
}
