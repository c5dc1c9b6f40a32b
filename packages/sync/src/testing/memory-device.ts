/** A device in memory. */
import type { Device, KeptWords } from '../connection/device.ts'

export type MemoryDevice = Device & {
  readonly records: () => readonly KeptWords[]
  /** Another device with the same on it. */
  readonly copy: () => MemoryDevice
}

export function memoryDevice(records: readonly KeptWords[] = []): MemoryDevice {
  const kept = new Map(records.map((record) => [name(record), record]))
  return {
    kept: async (room) => [...kept.values()].filter((record) => record.room === room),
    keep: async (record) => void kept.set(name(record), record),
    forget: async (gone) => {
      for (const record of gone) kept.delete(name(record))
    },
    records: () => [...kept.values()],
    copy: () => memoryDevice([...kept.values()]),
  }
}

function name({ room, client }: Pick<KeptWords, 'room' | 'client'>): string {
  return `${room} ${client}`
}
