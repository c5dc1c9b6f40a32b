/** A device in memory. */
import type { RoomId } from '@entente/agreement'
import type { Device, KeptDraft, KeptWords, Shelf } from '../connection/device.ts'

export type MemoryDevice = Device & {
  /** The words that are kept. */
  readonly records: () => readonly KeptWords[]
  readonly keptDrafts: () => readonly KeptDraft[]
  /** Another device with the same on it. */
  readonly copy: () => MemoryDevice
}

export function memoryDevice(words: readonly KeptWords[] = [], drafts: readonly KeptDraft[] = []): MemoryDevice {
  const [one, other] = [shelfOf('client', words), shelfOf('id', drafts)]
  return {
    words: one,
    drafts: other,
    records: one.all,
    keptDrafts: other.all,
    copy: () => memoryDevice(one.all(), other.all()),
  }
}

function shelfOf<Kept extends { readonly room: RoomId }, Key extends keyof Kept>(
  key: Key,
  records: readonly Kept[],
): Shelf<Kept, Key> & { readonly all: () => readonly Kept[] } {
  const name = (record: Pick<Kept, 'room' | Key>) => `${record.room} ${String(record[key])}`
  const kept = new Map(records.map((record) => [name(record), record]))
  return {
    kept: async (room) => [...kept.values()].filter((record) => record.room === room),
    keep: async (record) => void kept.set(name(record), record),
    forget: async (gone) => {
      for (const record of gone) kept.delete(name(record))
    },
    all: () => [...kept.values()],
  }
}
