/** The attention of this tab, for components. */
import { useSyncExternalStore } from 'react'
import { useRoom } from '../room/useRoom.ts'
import { attentionOn, type Attention, type AttentionStore } from './attention.ts'

export function useAttentionStore(): AttentionStore {
  return attentionOn(useRoom())
}

/** A part of the attention. Renders again only when it is another one; parts must be kept objects or plain values. */
export function useAttention<Part>(select: (attention: Attention) => Part): Part {
  const store = useAttentionStore()
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}
