/** The machine a measurement was made on, as far as it bears on the figures. */
import { closeSync, fdatasyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { availableParallelism, cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { percentile } from './delivery.ts'
import { CACHE } from './peers.ts'
import { canPin } from './server.ts'

export function circumstances() {
  return {
    node: process.version,
    system: `${type()} ${release()}`,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    /** Server on one core, clients on another. */
    pinned: canPin,
    disk: disk(),
  }
}

const SYNCS = 100

/** What it costs to have 4 kB on the disk for certain, in milliseconds. */
function disk() {
  mkdirSync(CACHE, { recursive: true })
  const path = join(CACHE, `disk-${process.pid}`)
  const file = openSync(path, 'w')
  const page = Buffer.alloc(4_096)
  const times = Array.from({ length: SYNCS }, () => {
    const begun = performance.now()
    writeSync(file, page)
    fdatasyncSync(file)
    return performance.now() - begun
  })
  closeSync(file)
  rmSync(path)
  return { syncP50: percentile(times, 50), syncP99: percentile(times, 99) }
}
