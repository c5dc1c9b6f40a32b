import { readFileSync } from 'node:fs'
import { Timestamp } from '@entente/agreement'
import { PrinterBusy, PrinterFailed } from '@entente/export'
import { hashToken, PersonId } from '@entente/store'
import { createMemoryStore } from '@entente/store/memory'
import { expect, test } from 'vitest'
import { readSample } from '../sample/sample.ts'
import { documentOf, journalOf, stateOf } from '../sample/state.ts'
import { exportRoutes, type Contents, type Exported } from './exports.ts'

const at = Timestamp.parse('2026-11-22T12:00:00Z')
const token = 't'.repeat(43)

/** The routes over the Vesna Valley table, with another maker of files, and what they logged. */
async function routes(make: (contents: Contents) => Promise<Exported>) {
  const json: unknown = JSON.parse(readFileSync(new URL('../../../../samples/vesna-valley.json', import.meta.url), 'utf8'))
  const read = readSample(json, { source: 'test', sha256: 'a'.repeat(64), at })
  if (!read.ok) throw new Error(read.refusal.detail)
  const { table, negotiation: id } = read.sample
  const entries = journalOf(table)
  const last = entries.at(-1)
  if (last === undefined) throw new Error('The record is empty')
  const head = { seq: last.seq, hash: last.hash }
  const reading = { room: table.room, epoch: 1, ...stateOf(table), entries, head, doc: documentOf(table, 1) }
  const store = createMemoryStore()
  const hash = hashToken(token)
  const person = PersonId.parse('halyna0000000000')
  const session = { hash, person, createdAt: at, expires: Timestamp.parse('2099-01-01T00:00:00Z'), lastUsed: at, device: '' }
  await store.signIn.addPerson({ person, name: 'H', createdAt: at, kind: 'invited' })
  await store.signIn.addSession(session)
  await store.signIn.takeSeat(person, { negotiation: id, seat: 'u-kes1' as never, since: at })
  const logged: unknown[] = []
  const host = {
    store,
    demo: false,
    timestamp: () => at,
    malformed: () => undefined,
    rooms: { read: async (_: unknown, look: (of: typeof reading) => unknown) => look(reading) },
  }
  const app = exportRoutes(host as never, (event) => logged.push(event), make)
  app.onError((error, c) => c.text(error.name, 500))
  const ask = (query: string) => app.request(`/api/negotiations/${id}/export?${query}`, { headers: { authorization: `Bearer ${token}` } })
  return { ask, logged }
}

const failing = (error: Error) => async (): Promise<Exported> => {
  throw error
}

test('[export-31] when too many files are being made, the answer says so', async () => {
  const { ask } = await routes(failing(new PrinterBusy('16 papers are waiting')))
  const answer = await ask('what=agreed&format=pdf')
  expect([answer.status, await answer.json()]).toEqual([429, { code: 'too-many-exports' }])
})

test('[export-31] a file that cannot be made is an answer, and the log does not quote the text', async () => {
  const { ask, logged } = await routes(failing(new PrinterFailed('cannot set “words of the text”')))
  const answer = await ask('what=agreed&format=pdf')
  expect([answer.status, await answer.json()]).toEqual([500, { code: 'export-failed' }])
  expect(logged).toEqual([{ event: 'export-failed' }])
})

test('any other fault is not taken for a file that cannot be made', async () => {
  const { ask, logged } = await routes(failing(new TypeError('x')))
  expect(await (await ask('what=agreed&format=pdf')).text()).toBe('TypeError')
  expect(logged).toEqual([])
})

test('[export-30] the answer names the file', async () => {
  const { ask } = await routes(({ format }) => Promise.resolve({ name: `vesna-1.${format}`, mediaType: 'text/csv', content: '' }))
  const answer = await ask('format=csv')
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="vesna-1.csv"')
})
