/**
 * Rooms and browsers in one process, for tests: real rooms over a store, the real client, and a network in memory that moves only when the
 * test says so.
 */
export { diskFull, faultyStore, type FaultyStore } from './testing/faulty-store.ts'
export { memoryDevice, type MemoryDevice } from './testing/memory-device.ts'
export { manualTime, type ManualTime } from './testing/manual-time.ts'
export { memoryNetwork, type MemorySocket, type Network } from './testing/network.ts'
export { found, openHouse, TALKS, type Delegate, type House, type HouseOptions } from './testing/house.ts'
