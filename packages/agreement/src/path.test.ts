import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assess } from './consent.ts'
import { explain } from './explanation.ts'
import { ClauseId, PartyId } from './ids.ts'
import { pathTo, type Step } from './path.ts'
import { suppose } from './suppose.ts'
import { negotiation, type Table } from './testing.ts'
import { lightOf } from './traffic-light.ts'

const path = (table: Table, goal: readonly string[] | 'all') =>
  pathTo(table.negotiation, table.readings(), table.assessment(), goal === 'all' ? goal : goal.map((clause) => ClauseId.parse(clause)))

function walk(table: Table, steps: readonly Step[]) {
  for (const step of steps)
    if (step.do === 'close-brackets') table.bracket(step.clause, 0)
    else table.as(step.party).accepts(step.clause)
}

test('[path-1] the shortest path settles what conditions wait for when that is cheaper than dropping them', () => {
  const table = negotiation('KES ORL', { a: 'A.', b: 'B.', c: 'C.' })
  table.as('KES').acceptsIf('a', 'b')
  table.as('ORL').acceptsIf('a', 'b')
  table.as('KES').accepts('b')
  expect(path(table, ['a'])).toEqual({
    steps: [{ do: 'accept', party: 'ORL', clause: 'b', instead: 'silent' }],
    settles: ['a', 'b'],
    exact: true,
  })
  table.as('ORL').acceptsIf('b', 'c')
  const dear = path(table, ['a'])
  expect(dear.steps).toEqual([{ do: 'accept', party: 'ORL', clause: 'b', instead: 'condition' }])
  walk(table, dear.steps)
  expect(table.agreed()).toEqual(['a', 'b'])
})

test('[path-2] brackets, objections, lapses and silence each cost one step; what is agreed costs nothing', () => {
  const table = negotiation('KES ORL', { a: 'A.', b: 'B.' })
  table.as('KES').accepts('a')
  table.as('ORL').objects('a')
  table.bracket('a', 2)
  table.as('KES').accepts('b')
  table.as('ORL').accepts('b')
  expect(path(table, 'all').steps).toEqual([
    { do: 'close-brackets', clause: 'a', open: 2 },
    { do: 'accept', party: 'ORL', clause: 'a', instead: 'objects' },
  ])
  expect(path(table, ['b'])).toEqual({ steps: [], settles: [], exact: true })
  table.as('KES').edits('b', 'B, changed.')
  expect(path(table, ['b']).steps.map((step) => step.do === 'accept' && step.instead)).toEqual(['lapsed', 'lapsed'])
})

test('[path-3] conditions nobody can meet any more have to be dropped', () => {
  const table = negotiation('KES ORL', { a: 'A.', b: 'B.' })
  const b = table.reading('b')?.fingerprint
  table
    .as('KES')
    .states('a', { stance: 'accepts-if', conditions: [{ on: 'wording', clause: ClauseId.parse('b'), fingerprint: b ?? ('' as never) }] })
  table.as('ORL').accepts('a')
  expect(path(table, ['a']).steps).toEqual([])
  table.as('ORL').edits('b', 'B, changed.')
  expect(path(table, ['a']).steps).toEqual([{ do: 'accept', party: 'KES', clause: 'a', instead: 'condition' }])
})

test('[path-4] under a qualified majority the path is a bound, and says so', () => {
  const table = negotiation('KES ORL MER', { a: 'A.' }, { rule: { rule: 'qualified-majority', of: 2, outOf: 3 } })
  table.as('KES').accepts('a')
  table.as('ORL').objects('a')
  expect(path(table, ['a'])).toEqual({
    steps: [{ do: 'accept', party: 'MER', clause: 'a', instead: 'silent' }],
    settles: ['a'],
    exact: false,
  })
})

const parties = ['KES', 'ORL'] as const
const clauses = ['a', 'b', 'c'] as const
const said = fc.record({
  party: fc.constantFrom(...parties),
  clause: fc.constantFrom(...clauses),
  how: fc.constantFrom('accepts', 'objects', 'if', 'if', 'if'),
  on: fc.subarray([...clauses], { minLength: 1 }),
})
const seed = 20_261_123

test(`[path-5] walking the path leads there, and no shorter one exists (seed ${seed})`, () => {
  const reached = { conditional: 0, brackets: 0, longest: 0 }
  fc.assert(
    fc.property(
      fc.array(said, { maxLength: 8 }),
      fc.subarray([...clauses]),
      fc.constantFrom(...clauses, 'all' as const),
      (statements, bracketed, goal) => {
        const build = () => {
          const table = negotiation('KES ORL', { a: 'A.', b: 'B.', c: 'C.' })
          for (const { party, clause, how, on } of statements) {
            const others = on.filter((other) => other !== clause)
            if (how === 'if' && others.length > 0) table.as(party).acceptsIf(clause, ...others)
            else if (how === 'objects') table.as(party).objects(clause)
            else table.as(party).accepts(clause)
          }
          for (const clause of bracketed) table.bracket(clause, 1)
          return table
        }
        const table = build()
        const targets = goal === 'all' ? [...clauses] : [goal]
        const found = path(table, goal === 'all' ? 'all' : targets)
        reached.longest = Math.max(reached.longest, found.steps.length)
        for (const step of found.steps) if (step.do === 'accept' && step.instead === 'condition') reached.conditional += 1
        reached.brackets += found.steps.filter((step) => step.do === 'close-brackets').length
        walk(table, found.steps)
        expect(table.agreed()).toEqual(expect.arrayContaining(targets))
        expect(fewest(build(), targets)).toBe(found.steps.length)
      },
    ),
    { seed, numRuns: 60 },
  )
  expect(reached.conditional).toBeGreaterThan(5)
  expect(reached.brackets).toBeGreaterThan(5)
  expect(reached.longest).toBeGreaterThan(5)
})

/** By trying everything: the fewest steps after which the targets are agreed. */
function fewest(table: Table, targets: readonly string[]): number {
  const bracketed = new Set(clauses.filter((clause) => (table.readings().get(ClauseId.parse(clause))?.openBrackets ?? 0) > 0))
  const steps = [
    ...clauses.flatMap((clause) => parties.map((party) => ({ clause, party }))),
    ...[...bracketed].map((clause) => ({ clause, party: undefined })),
  ]
  let best = Infinity
  for (let choice = 0; choice < 1 << steps.length; choice++) {
    const chosen = steps.filter((_, index) => (choice >> index) & 1)
    if (chosen.length >= best) continue
    const closed = new Set(chosen.flatMap(({ clause, party }) => (party === undefined ? [clause] : [])))
    const readings = new Map(
      Array.from(table.readings(), ([clause, reading]) => [
        clause,
        closed.has(clause as never) ? { ...reading, openBrackets: 0 } : reading,
      ]),
    )
    const statements = chosen.flatMap(({ clause, party }) =>
      party === undefined
        ? []
        : [{ clause: ClauseId.parse(clause), party: PartyId.parse(party), position: { stance: 'accepts' } as const }],
    )
    const { agreed } = assess(suppose(table.negotiation, readings, statements, table.now()), readings)
    if (targets.every((clause) => agreed.has(ClauseId.parse(clause)))) best = chosen.length
  }
  return best
}

test('[what-if-1] a supposition changes the answer and not the record', () => {
  const table = negotiation('KES ORL', { a: 'A.' })
  table.as('KES').accepts('a')
  const before = table.negotiation
  const would = suppose(
    table.negotiation,
    table.readings(),
    [{ clause: ClauseId.parse('a'), party: PartyId.parse('ORL'), position: { stance: 'accepts' } }],
    table.now(),
  )
  expect(assess(would, table.readings()).agreed.size).toBe(1)
  expect(table.negotiation).toBe(before)
  expect(table.agreed()).toEqual([])
})

test('[explanation-1] an open clause is explained through its conditions, and circles end', () => {
  const table = negotiation('KES ORL', { a: 'A.', b: 'B.' })
  table.as('KES').acceptsIf('a', 'b')
  table.as('ORL').accepts('a')
  table.as('KES').acceptsIf('b', 'a')
  const told = explain(table.negotiation, table.assessment(), ClauseId.parse('a'))
  expect(told).toMatchObject({
    clause: 'a',
    because: [
      {
        blocker: { why: 'awaits', party: 'KES' },
        through: [
          {
            clause: 'b',
            because: [
              { blocker: { why: 'awaits' }, through: [{ clause: 'a', because: 'explained-above' }] },
              { blocker: { why: 'silent', party: 'ORL' } },
            ],
          },
        ],
      },
    ],
  })
  table.as('ORL').accepts('b')
  expect(explain(table.negotiation, table.assessment(), ClauseId.parse('a'))).toBeUndefined()
})

test('[light-1] substance is agreed when all have accepted the clause in some wording', () => {
  const table = negotiation('KES ORL', { a: 'A.' })
  const light = () => lightOf(table.assessment(), ClauseId.parse('a'))
  table.as('KES').accepts('a')
  expect(light()).toBe('proposed')
  table.as('ORL').accepts('a')
  expect(light()).toBe('agreed')
  table.as('ORL').edits('a', 'A, more precisely.')
  expect(light()).toBe('substance-agreed')
  table.as('KES').objects('a')
  expect(light()).toBe('proposed')
})
