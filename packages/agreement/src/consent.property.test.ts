/**
 * Laws of consent over random negotiations. The laws themselves are checked by the builder at every step; here it is led through many
 * random ones, and must prove that it saw every state.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Blocker, ClauseStatus } from './blocker.ts'
import { assess } from './consent.ts'
import { negotiation } from './testing.ts'

const clauses = { a: 'A.', b: 'B.' }
const texts = ['A.', 'A, changed.', 'B.']
const clause = fc.constantFrom('a', 'b')
const party = fc.constantFrom('KES', 'ORL')

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('accepts' as const), party, clause }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('accepts-if' as const), party, clause }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constantFrom('objects' as const, 'reserves' as const, 'withdraws' as const), party, clause }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom('ad-referendum' as const, 'with-reservation' as const),
      party,
      clause,
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('stands-aside' as const), party, clause }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('edits' as const), party, clause, text: fc.constantFrom(...texts) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('brackets' as const), clause, open: fc.integer({ min: 0, max: 1 }) }) },
)

const seed = 20_261_122

test(`[consent-13] the laws hold in random negotiations, and every state is reached (seed ${seed})`, () => {
  const reached = new Map<ClauseStatus | 'restored', number>()
  const see = (state: ClauseStatus | 'restored') => reached.set(state, (reached.get(state) ?? 0) + 1)
  const blocked: Record<Blocker['why'], number> = {
    silent: 0,
    lapsed: 0,
    reserves: 0,
    objects: 0,
    awaits: 0,
    brackets: 0,
    'nobody-accepts': 0,
  }
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 24 }), (steps) => {
      const table = negotiation('KES ORL', clauses)
      const lapsed = new Set<string>()
      for (const does of steps) {
        if (does.does === 'brackets') table.bracket(does.clause, does.open)
        else {
          const speaker = table.as(does.party)
          const other = does.clause === 'a' ? 'b' : 'a'
          if (does.does === 'edits') speaker.edits(does.clause, does.text)
          else if (does.does === 'accepts') speaker.accepts(does.clause)
          else if (does.does === 'accepts-if') speaker.acceptsIf(does.clause, other)
          else if (does.does === 'ad-referendum') speaker.states(does.clause, { stance: 'accepts-ad-referendum' })
          else if (does.does === 'with-reservation')
            speaker.states(does.clause, { stance: 'accepts-with-reservation', reservation: 'Not so.' })
          else if (does.does === 'stands-aside') speaker.states(does.clause, { stance: 'stands-aside' })
          else speaker[does.does](does.clause)
        }
        for (const { blockers } of table.assessment().clauses.values()) for (const { why } of blockers) blocked[why] += 1
        for (const id of Object.keys(clauses)) {
          const status = table.status(id)
          if (status) see(status)
          if (status === 'consent-lapsed') lapsed.add(id)
          else if (status?.startsWith('agreed') === true && lapsed.delete(id)) see('restored')
        }
      }
    }),
    { seed, numRuns: 150 },
  )
  const states = [
    'agreed',
    'agreed-ad-referendum',
    'agreed-with-reservation',
    'agreed-in-package',
    'conditional',
    'contested',
    'bracketed',
    'consent-lapsed',
    'open',
    'restored',
  ]
  expect(states.filter((state) => (reached.get(state as ClauseStatus) ?? 0) < 3)).toEqual([])
  expect(Object.entries(blocked).filter(([, times]) => times < 3)).toEqual([])
})

test(`[consent-15] statements of different parties count alike in whatever order they were made (seed ${seed})`, () => {
  const stance = fc.constantFrom('accepts' as const, 'accepts-if' as const, 'objects' as const, 'reserves' as const)
  const one = fc.record({ stance, clause })
  const answers: string[] = []
  fc.assert(
    fc.property(fc.array(one, { maxLength: 6 }), fc.array(one, { maxLength: 6 }), fc.array(fc.boolean()), (kes, orl, shuffle) => {
      const said = (turns: readonly boolean[]) => {
        const table = negotiation('KES ORL', clauses)
        const waiting = { KES: [...kes], ORL: [...orl] }
        const speak = (who: 'KES' | 'ORL') => {
          const next = waiting[who].shift()
          if (next?.stance === 'accepts-if') table.as(who).acceptsIf(next.clause, next.clause === 'a' ? 'b' : 'a')
          else if (next) table.as(who)[next.stance](next.clause)
        }
        for (const first of turns) speak(first ? 'KES' : 'ORL')
        for (const who of ['KES', 'ORL'] as const) while (waiting[who].length > 0) speak(who)
        return Object.keys(clauses).map((id) => table.status(id))
      }
      const shuffled = said(shuffle)
      expect(shuffled).toEqual(said([]))
      answers.push(...shuffled.flatMap((status) => status ?? []))
    }),
    { seed, numRuns: 100 },
  )
  expect(new Set(answers).size).toBeGreaterThanOrEqual(4)
})

test(`[consent-14] one more unconditional acceptance never undoes agreement (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 16 }), party, clause, (steps, who, where) => {
      const table = negotiation('KES ORL', clauses)
      for (const does of steps)
        if (does.does === 'accepts' || does.does === 'objects' || does.does === 'reserves') table.as(does.party)[does.does](does.clause)
        else if (does.does === 'accepts-if') table.as(does.party).acceptsIf(does.clause, does.clause === 'a' ? 'b' : 'a')
      const before = table.agreed()
      table.as(who).accepts(where)
      expect(table.agreed()).toEqual(expect.arrayContaining(before))
      expect(assess(table.negotiation, table.situation('CHR', 'head').readings).required).toEqual(['KES', 'ORL'])
    }),
    { seed, numRuns: 100 },
  )
})
