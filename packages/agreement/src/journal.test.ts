import { expect, test } from 'vitest'
import { Entry, NO_ENTRIES, verify } from './journal.ts'
import { negotiation } from './testing.ts'

function journal() {
  const talks = negotiation('KES ORL', { a: 'A.' })
  talks.as('KES').accepts('a')
  const [first] = talks.entries
  if (first === undefined) throw new Error('empty')
  return { entries: talks.entries, room: first.room }
}

test('[journal-1] every entry carries the hash of the one before, and the whole verifies', () => {
  const { entries, room } = journal()
  const verdict = verify(room, NO_ENTRIES, entries)
  expect(verdict).toEqual({ ok: true, head: { seq: entries.length, hash: entries.at(-1)?.hash } })
})

test('[journal-2] a changed, removed, reordered or foreign entry is found, with its place', () => {
  const { entries, room } = journal()
  const at = 3
  const third = entries[at - 1]
  if (third === undefined) throw new Error('short')
  const altered = entries.map((entry) =>
    entry === third ? { ...entry, at: entries[0]?.at ?? entry.at, by: { seat: 'x', party: 'y' } as never } : entry,
  )
  expect(verify(room, NO_ENTRIES, altered)).toEqual({ ok: false, broken: { seq: at, why: 'wrong-hash' } })
  expect(verify(room, NO_ENTRIES, entries.toSpliced(at - 1, 1))).toEqual({ ok: false, broken: { seq: at, why: 'gap' } })
  const rehashed = entries.map((entry) => (entry === third ? { ...entry, previous: NO_ENTRIES.hash } : entry))
  expect(verify(room, NO_ENTRIES, rehashed)).toEqual({ ok: false, broken: { seq: at, why: 'wrong-link' } })
  expect(verify('other/table' as never, NO_ENTRIES, entries)).toEqual({ ok: false, broken: { seq: 1, why: 'wrong-room' } })
})

test('[journal-3] a run of entries continues a head, so a chain is checked as it grows', () => {
  const { entries, room } = journal()
  const start = verify(room, NO_ENTRIES, entries.slice(0, 4))
  if (!start.ok) throw new Error('broken')
  expect(verify(room, start.head, entries.slice(4))).toMatchObject({ ok: true })
  expect(verify(room, start.head, entries.slice(5))).toMatchObject({ ok: false, broken: { seq: 5, why: 'gap' } })
})

test('[journal-4] an entry names its format and has room for a signature inside its hash', () => {
  const { entries } = journal()
  const [first] = entries
  expect(first?.format).toBe(1)
  expect(Entry.safeParse({ ...first, format: 2 }).success).toBe(false)
  expect(Entry.safeParse({ ...first, signature: { algorithm: 'Ed25519', key: 'k', value: 'v' } }).success).toBe(true)
})
