import { readFileSync } from 'node:fs'
import { roomName, Timestamp } from '@entente/agreement'
import { expect, test } from 'vitest'
import { readSample, type Sample } from './sample.ts'
import { journalOf, stateOf } from './state.ts'

const at = Timestamp.parse('2026-11-22T12:00:00Z')
const raw = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../../samples/${name}.json`, import.meta.url), 'utf8'))

function sample(json: unknown): Sample {
  const reading = readSample(json, { source: 'test', sha256: 'a'.repeat(64), at })
  if (!reading.ok) throw new Error(reading.refusal.detail)
  return reading.sample
}

const oracle = (json: unknown) =>
  (
    json as {
      expected: {
        clauseStatus: Record<string, string>
        agreedSet: string[]
        lapsedConsents: { party: string; clause: string }[]
        openBrackets: number
      }
    }
  ).expected

test.each(['vesna-valley', 'north-coast'])('[import-1] the state of every clause of %s is the one its file expects', (name) => {
  const json = raw(name)
  const { assessment, readings } = stateOf(sample(json).table)
  expect(Object.fromEntries([...assessment.clauses].map(([clause, { status }]) => [clause, status]))).toEqual(oracle(json).clauseStatus)
  expect([...assessment.agreed].toSorted()).toEqual(oracle(json).agreedSet.toSorted())
  const lapsed = [...assessment.clauses.values()].flatMap(({ clause, blockers }) =>
    blockers.flatMap((blocker) => (blocker.why === 'lapsed' ? [{ party: blocker.party, clause }] : [])),
  )
  expect(lapsed).toEqual(oracle(json).lapsedConsents)
  expect([...readings.values()].reduce((sum, { openBrackets }) => sum + openBrackets, 0)).toBe(oracle(json).openBrackets)
})

test('[import-2] everything in the files is kept, positions in their order', () => {
  const counts = ['vesna-valley', 'north-coast'].map((name) => {
    const { negotiation } = stateOf(sample(raw(name)).table)
    const file = raw(name) as Record<string, unknown[]>
    const stated = [...negotiation.positions.values()]
      .flatMap((parties) => [...parties.values()].flat())
      .toSorted((a, b) => a.said.seq - b.said.seq)
    expect(stated.map(({ party, clause }) => `${party} ${clause}`)).toEqual(
      (file['positions'] as { party: string; clause: string }[]).map(({ party, clause }) => `${party} ${clause}`),
    )
    for (const [list, kept] of Object.entries({
      parties: negotiation.parties.size,
      people: negotiation.seats.size,
      clauses: negotiation.clauses.length,
      sections: negotiation.sections.length,
      packages: negotiation.packages.size,
      milestones: negotiation.milestones.size,
      translations: negotiation.translations.length,
      declarations: negotiation.declarations.length,
      rounds: negotiation.schedule.length,
      silenceProcedures: negotiation.silences.size,
    }))
      expect([list, kept]).toEqual([list, file[list]?.length])
    return stated.length
  })
  expect(counts).toEqual([67, 55])
})

test('[import-3] what is private is in its own room’s journal, and no word of it at the table', () => {
  const imported = sample(raw('vesna-valley'))
  const table = JSON.stringify(journalOf(imported.table))
  const notes = (raw('vesna-valley') as { caucusNotes: { party: string; text: string }[] }).caucusNotes
  for (const { party, text } of notes) {
    expect(table).not.toContain(text)
    const room = imported.privateRooms.find(({ room: id }) => id.endsWith(`/caucus/${party}`))
    expect(JSON.stringify(room?.statements)).toContain(text)
  }
  expect(table).not.toContain('вступает в силу')
  expect(imported.privateRooms.map(({ room }) => roomName(room).kind)).toEqual(['caucus', 'caucus', 'caucus', 'group'])
  expect(imported.privateRooms.at(-1)?.statements[0]?.fact).toMatchObject({ kind: 'room-opened', parties: ['CHR', 'INT'] })
})

test.each([
  ['another format', { sampleSchema: 'other/1' }, 'sampleSchema'],
  ['no parties', { parties: [] }, 'parties'],
  ['an unknown party', { packages: [{ id: 'p', title: 'P', offeredBy: 'XXX', clauses: ['c1'] }] }, 'unknown party XXX'],
  ['an unknown clause', { packages: [{ id: 'p', title: 'P', offeredBy: 'KES', clauses: ['c99'] }] }, 'unknown clause c99'],
])('[import-4] a malformed file (%s) is refused with the place, and nothing is read', (_, more, detail) => {
  const reading = readSample({ ...(raw('vesna-valley') as object), ...more }, { source: 'test', sha256: 'a'.repeat(64), at })
  expect(reading).toMatchObject({ ok: false, refusal: { code: 'unreadable-file', detail: expect.stringContaining(detail) as string } })
})
