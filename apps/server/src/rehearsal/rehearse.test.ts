import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Log } from '../log.ts'
import { rehearse } from './rehearse.ts'
import { openTroupe } from './troupe.ts'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const listening = () => process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length

test('[rehearsal-1] people of its own come in, type and come back; nothing of it is left', { timeout: 30_000 }, async () => {
  const folder = await emptyFolder()
  // Of one that was cut short.
  await mkdir(join(folder, 'rehearsal'))
  await writeFile(join(folder, 'rehearsal', 'entente.db'), 'half')
  const before = listening()
  const log = vi.fn<Log>()
  await rehearse(folder, log)
  const [event] = log.mock.calls.flat()
  expect(log).toHaveBeenCalledOnce()
  expect(event?.event).toBe('rehearsed')
  expect(event?.['keys']).toBeGreaterThanOrEqual(500)
  expect(await readdir(folder)).toEqual([])
  expect(listening()).toBe(before)
})

test('[rehearsal-2] a rehearsal that fails is logged, and the doors open all the same', async () => {
  const log = vi.fn<Log>()
  await rehearse(join(await emptyFolder(), 'nowhere'), log)
  expect(log.mock.calls).toEqual([[{ event: 'rehearsal-failed', fault: 'Error' }]])
})

test('[rehearsal-2] players who find no server, or have gone, say so', async () => {
  const troupe = openTroupe()
  await expect(troupe.play('http://127.0.0.1:1')).rejects.toThrow('fetch failed')
  await expect(troupe.play('http://127.0.0.1:1')).rejects.toThrow('fetch failed')
  await troupe.leave()
})

/** The events `entente serve` logs until it listens. */
async function eventsOf(environment: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const data = await emptyFolder()
  const child = spawn(process.execPath, [main, 'serve'], {
    env: { ...process.env, PORT: '0', ENTENTE_DATA: data, LOG_LEVEL: 'info', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const events: string[] = []
  for await (const line of createInterface({ input: child.stderr })) {
    const { event } = JSON.parse(line) as { readonly event: string }
    events.push(event)
    if (event === 'listening') break
  }
  child.kill('SIGTERM')
  await once(child, 'exit')
  return events
}

test('[rehearsal-3] the server listens when the rehearsal is over, or at once where none is wanted', { timeout: 60_000 }, async () => {
  expect(await eventsOf({})).toEqual(['rehearsed', 'listening'])
  expect(await eventsOf({ ENTENTE_REHEARSAL: '0' })).toEqual(['listening'])
})
