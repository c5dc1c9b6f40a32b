/** A store in memory whose commits and loads a test can hold up and make fail. */
import { StoreFault, type Batch, type Rooms, type Store } from '@entente/store'
import { createMemoryStore } from '@entente/store/memory'

export type FaultyStore = Store & {
  /** Every batch that was stored. */
  readonly batches: readonly Batch[]
  /** From now on commits wait, and loads if said so; `release` lets all of them go on. */
  readonly hold: (what?: 'commits' | 'loads') => void
  readonly release: () => void
  /** What commits, and loads unless said otherwise, throw from now on; nothing when undefined. */
  readonly breakWith: (fault: Error | undefined, what?: 'commits' | 'both') => void
  /** How often rooms were loaded. */
  readonly loads: () => number
}

export const diskFull = (): Error => new StoreFault('disk-full', 'no space left')

export function faultyStore(): FaultyStore {
  const store = createMemoryStore()
  const batches: Batch[] = []
  let held: 'commits' | 'loads' | undefined
  const waiting: (() => void)[] = []
  let fault: { readonly error: Error; readonly what: 'commits' | 'both' } | undefined
  let loads = 0

  const pass = async (what: 'commits' | 'loads') => {
    if (held === what) await new Promise<void>((resolve) => waiting.push(resolve))
    if (fault?.what === 'both' || fault?.what === what) throw fault.error
  }

  const rooms: Rooms = {
    create: (...input) => store.rooms.create(...input),
    list: () => store.rooms.list(),
    entriesSince: (...input) => store.rooms.entriesSince(...input),
    updatesSince: (...input) => store.rooms.updatesSince(...input),
    raiseEpoch: (...input) => store.rooms.raiseEpoch(...input),
    saveSnapshot: (...input) => store.rooms.saveSnapshot(...input),
    lease: (...input) => store.rooms.lease(...input),
    leases: (...input) => store.rooms.leases(...input),
    async load(room) {
      loads += 1
      await pass('loads')
      return store.rooms.load(room)
    },
    async commit(batch) {
      await pass('commits')
      await store.rooms.commit(batch)
      batches.push(batch)
    },
  }

  return {
    rooms,
    signIn: store.signIn,
    close: () => store.close(),
    batches,
    hold: (what = 'commits') => void (held = what),
    release() {
      held = undefined
      for (const go of waiting.splice(0)) go()
    },
    breakWith: (error, what = 'both') => void (fault = error && { error, what }),
    loads: () => loads,
  }
}
