/** The server as its own process, killed without warning while two people type: nothing that was shown as saved is lost. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tableOf } from '@entente/agreement'
import { connectRoom } from '@entente/sync/client'
import { expect, onTestFinished, test } from 'vitest'
import { delegate, socketFrom, VESNA } from './house.ts'

const main = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url))
const ROUNDS = 5

test('[durable-1] kill -9 at any moment loses nothing that was shown as saved', async () => {
  const data = await mkdtemp(join(tmpdir(), 'entente-kill-'))
  let child: ChildProcess | undefined
  onTestFinished(async () => {
    child?.kill('SIGKILL')
    await rm(data, { recursive: true, force: true })
  })
  let port = 0
  const begin = async () => {
    const started = spawn(process.execPath, [main, 'serve', '--demo'], {
      env: { ...process.env, PORT: String(port), ENTENTE_DATA: data, LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child = started
    const origin = await new Promise<string>((resolve, reject) => {
      let said = ''
      started.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        const found = /http:\/\/localhost:\d+/.exec(said)
        if (found) resolve(found[0])
      })
      started.once('exit', () => reject(new Error(`The server ended: ${said}`)))
    })
    port = Number(new URL(origin).port)
    return origin
  }
  const origin = await begin()
  const answer = await fetch(`${origin}/api/demo/seats`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ negotiation: VESNA, seat: 'u-kes1' }),
  })
  const { token } = (await answer.json()) as { token: string }
  const connect = () =>
    delegate(
      connectRoom({ url: `${origin.replace('http', 'ws')}/sync`, room: tableOf(VESNA), token, WebSocket: socketFrom(origin) }),
      token,
    )

  const saved: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const writer = connect()
    await writer.until(({ connection, loaded }) => connection.is === 'live' && loaded, 20_000)
    for (let key = 0; key < 10 + round * 7; key++) {
      const mark = `<${round}.${key}>`
      writer.insert('c6', 0, mark)
      await writer.until(({ unsaved }) => unsaved === 0)
      saved.push(mark)
    }
    writer.insert('c6', 0, '(not yet saved)')
    child?.kill('SIGKILL')
    await new Promise((resolve) => child?.once('exit', resolve))
    writer.room.close()
    await begin()
    const reader = connect()
    await reader.until(({ connection, loaded }) => connection.is === 'live' && loaded, 20_000)
    const text = reader.words('c6')
    expect(saved.filter((mark) => !text.includes(mark))).toEqual([])
    expect(reader.room.view().record.chain).toEqual({ is: 'verified' })
    reader.room.close()
  }
  expect(saved.length).toBeGreaterThan(100)
}, 120_000)
