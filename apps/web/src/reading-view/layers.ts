/**
 * What is shown beside the words of the table: brackets, comments, milestones. Each can be taken away for whoever reads on this device; it
 * counts as ever, and nobody else sees a difference.
 */
import { useSyncExternalStore } from 'react'

export const layers = ['brackets', 'comments', 'milestones'] as const
export type Layer = (typeof layers)[number]

const KEY = 'entente-not-shown'

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export type LayerStore = {
  /** Those not shown. The same object until one is shown or taken away. */
  readonly hidden: () => ReadonlySet<Layer>
  readonly show: (layer: Layer, shown: boolean) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** Remembers in `storage`; what is kept there under our name and is none of ours is passed over. */
export function layerStore(storage: Kept): LayerStore {
  const kept = (storage.getItem(KEY) ?? '').split(' ')
  let hidden: ReadonlySet<Layer> = new Set(layers.filter((layer) => kept.includes(layer)))
  const listeners = new Set<() => void>()
  return {
    hidden: () => hidden,
    show(layer, shown) {
      if (hidden.has(layer) === !shown) return
      hidden = new Set(layers.filter((one) => (one === layer ? !shown : hidden.has(one))))
      if (hidden.size === 0) storage.removeItem(KEY)
      else storage.setItem(KEY, [...hidden].join(' '))
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

let onDevice: LayerStore | undefined

/** The one of this device. */
export function ownLayers(): LayerStore {
  return (onDevice ??= layerStore(localStorage))
}

/** Those not shown on this device. */
export function useHidden(): ReadonlySet<Layer> {
  return useSyncExternalStore(ownLayers().subscribe, ownLayers().hidden)
}
