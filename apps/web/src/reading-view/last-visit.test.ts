import { expect, test } from 'vitest'
import { noteVisit } from './last-visit.ts'

const kept = () => {
  const values = new Map<string, string>()
  return { getItem: (key: string) => values.get(key) ?? null, setItem: (key: string, value: string) => void values.set(key, value) }
}
const note = (storage: ReturnType<typeof kept>, at: string) => noteVisit(storage, 'n' as never, 'u' as never, at as never)

test('[way-3] a visit ends when nobody has looked for a while; a reload does not begin another', () => {
  const storage = kept()
  expect(note(storage, '2026-03-01T10:00:00Z')).toBeUndefined()
  expect(note(storage, '2026-03-01T10:05:00Z')).toBeUndefined()
  expect(note(storage, '2026-03-02T09:00:00Z')).toBe('2026-03-01T10:05:00Z')
  expect(note(storage, '2026-03-02T09:01:00Z')).toBe('2026-03-01T10:05:00Z')
})

test('[way-3] a value that is not ours counts as no visit', () => {
  const storage = kept()
  storage.setItem('entente-visit:n:u', '{broken')
  expect(note(storage, '2026-03-01T10:00:00Z')).toBeUndefined()
})
