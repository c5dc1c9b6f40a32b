/** Loaded into a server before its own program: SIGUSR2 begins a CPU profile, the next one ends it and writes it into `PROFILE_FOLDER`. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { join } from 'node:path'

const folder = process.env['PROFILE_FOLDER'] ?? '.'
const INTERVAL = 200

mkdirSync(folder, { recursive: true })
const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.setSamplingInterval', { interval: INTERVAL })

let running = false
let written = 0

process.on('SIGUSR2', () => {
  running = !running
  void (running ? session.post('Profiler.start') : write())
})

async function write(): Promise<void> {
  const { profile } = await session.post('Profiler.stop')
  written += 1
  const path = join(folder, `${process.pid}-${written}.cpuprofile`)
  writeFileSync(`${path}.part`, JSON.stringify(profile))
  renameSync(`${path}.part`, path)
}
