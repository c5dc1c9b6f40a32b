import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readSettings } from '../settings.ts'
import { status } from './status.ts'

const file = (name: string) => fileURLToPath(new URL(`../../../../samples/${name}.json`, import.meta.url))
const Sample = z.object({
  expected: z.object({
    clauseStatus: z.record(z.string(), z.string()),
    agreedSet: z.array(z.string()),
    lapsedConsents: z.array(z.object({ party: z.string(), clause: z.string() })),
    openBrackets: z.number(),
  }),
})
const Answer = z.object({
  clauses: z.record(z.string(), z.string()),
  agreedSet: z.array(z.string()),
  lapsed: z.array(z.object({ party: z.string(), clause: z.string() })),
  blockers: z.record(z.string(), z.array(z.looseObject({ why: z.string(), open: z.number().optional() })).min(1)),
  path: z.object({ steps: z.array(z.looseObject({ do: z.string(), clause: z.string() })), settles: z.array(z.string()) }),
})

async function ask(target: string, json: boolean) {
  const lines: string[] = []
  const notes: string[] = []
  const read = readSettings({}, tmpdir())
  if (!read.ok) throw new Error(read.problems.join())
  const out = { say: (line: string) => void lines.push(line), note: (line: string) => void notes.push(line) }
  const exit = await status(target, { json }, read.settings, out)
  return { exit, lines, notes }
}

test.each(['vesna-valley', 'north-coast'])('[status-2] for programs: %s answers with states, lapses, blockers and a path', async (name) => {
  const { expected } = Sample.parse(JSON.parse(readFileSync(file(name), 'utf8')))
  const { exit, lines } = await ask(file(name), true)
  expect([exit, lines.length]).toEqual([0, 1])
  const answer = Answer.parse(JSON.parse(lines[0] ?? ''))
  expect(answer.clauses).toEqual(expected.clauseStatus)
  expect(answer.agreedSet).toEqual(expected.agreedSet)
  expect(answer.lapsed).toEqual(expected.lapsedConsents)

  const open = Object.keys(expected.clauseStatus).filter((clause) => !expected.agreedSet.includes(clause))
  expect(Object.keys(answer.blockers).toSorted()).toEqual(open.toSorted())
  expect(answer.path.settles.toSorted()).toEqual(open.toSorted())
  const brackets = Object.values(answer.blockers).flatMap((blockers) => blockers.flatMap(({ open: count }) => count ?? []))
  expect(brackets.reduce((sum, count) => sum + count, 0)).toBe(expected.openBrackets)
})

test('[status-2] for people: a line for each clause, with its number, its state and its heading', async () => {
  const { exit, lines } = await ask(file('vesna-valley'), false)
  expect(exit).toBe(0)
  expect(lines[1]).toBe('14 of 22 clauses agreed')
  expect(lines.filter((line) => line.includes('consent-lapsed'))).toHaveLength(1)
})

test('[status-2] a file that is not there is said to be missing, and the command has not succeeded', async () => {
  const { exit, lines, notes } = await ask('nowhere.json', true)
  expect([exit, lines]).toEqual([1, []])
  expect(notes).toHaveLength(1)
})
