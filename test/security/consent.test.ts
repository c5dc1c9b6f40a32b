/** Attack cases on consent. The ids are those of the threat model's case list. */
import { assess, ClauseId, hoursAfter, silencesInterrupted, type Fingerprint } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { hiddenCharacters, readingOf, type Text } from '@entente/draft'
import { expect, test } from 'vitest'
import { randomFrom } from '../convergence/random.ts'
import { openHouse, VESNA } from '../stories/house.ts'

const talks = () => negotiation('KES ORL', { a: 'Fire ceases.', b: 'Relief begins.' })
const of = (table: ReturnType<typeof talks>, clause = 'a'): Fingerprint | undefined => table.reading(clause)?.fingerprint

test('[A4] nobody takes a position for another party, over the socket or over HTTP', async () => {
  const house = await openHouse()
  const kestria = await house.sit('u-kes1')
  const on = kestria.fingerprint('c6')
  expect(await kestria.submit('position.take', { clause: 'c6', on, position: { stance: 'accepts' }, party: 'ORL' })).toMatchObject({
    ok: false,
    refusal: { code: 'malformed' },
  })
  const answer = await house.fetch(`/api/negotiations/${VESNA}/commands/position.take`, {
    method: 'POST',
    token: kestria.token,
    body: JSON.stringify({ clause: 'c6', on, position: { stance: 'reserves' }, party: 'ORL', seat: 'u-orl1' }),
  })
  expect(answer.status).toBe(400)
  expect(await kestria.states('c6', { stance: 'reserves', note: 'ours' })).toEqual({ ok: true })
  expect(kestria.standing('c6', 'KES')).toMatchObject({ position: { position: { note: 'ours' } } })
  expect(kestria.standing('c6', 'ORL')).toMatchObject({ position: { said: { by: { party: 'ORL' } } } })
})

test('[A5] a position on stale words is refused with the present fingerprint, and nothing is recorded', () => {
  const table = talks()
  const stale = of(table)
  table.as('ORL').edits('a', 'Fire ceases at noon.')
  const before = table.entries.length
  expect(table.as('KES').accepts('a', stale)).toEqual({ code: 'text-moved', clause: 'a', now: of(table) })
  expect(table.entries).toHaveLength(before)
})

test('[A6] however edits and acceptances interleave, agreement binds only the words that were sent', () => {
  const random = randomFrom(20_261_122)
  const a = ClauseId.parse('a')
  let refused = 0
  let agreed = 0
  const table = talks()
  const texts = ['Fire ceases.', 'Fire ceases at noon.'] as const
  let seen = of(table)
  for (let step = 0; step < 1_000; step++) {
    const what = random.below(4)
    if (what === 0) table.as('ORL').edits('a', random.pick(texts))
    else if (what === 1) seen = of(table)
    else if (table.as(what === 2 ? 'KES' : 'ORL').accepts('a', seen)?.code === 'text-moved') refused += 1
    const { clauses } = table.assessment()
    const now = of(table)
    const held = [...(clauses.get(a)?.standings.values() ?? [])].filter((standing) => standing.is === 'current')
    expect(held.filter((standing) => standing.position.on !== now)).toEqual([])
    if (table.status('a') === 'agreed') agreed += 1
  }
  expect([refused > 50, agreed > 50]).toEqual([true, true])
}, 120_000)

test('[A7] the same command twice, also after reconnecting and after a restart, is recorded once with the same answer', async () => {
  const house = await openHouse()
  const token = await house.token('u-kes1')
  const kestria = await house.sit('u-kes1')
  const body = JSON.stringify({ clause: 'c6', on: kestria.fingerprint('c6'), position: { stance: 'reserves' } })
  const give = async () => {
    const answer = await house.fetch(`/api/negotiations/${VESNA}/commands/position.take`, {
      method: 'POST',
      token,
      headers: { 'idempotency-key': 'one' },
      body,
    })
    const answered: unknown = await answer.json()
    return answered
  }
  const first = await give()
  expect(await give()).toEqual(first)
  await house.restart()
  expect(await give()).toEqual(first)
})

test.each([
  ['a zero-width space', 'Fire\u200b ceases.', true],
  ['a direction override', 'Fire \u202eceases.', true],
  ['a homoglyph', 'F\u0456re ceases.', true],
  ['a changed word', 'Fire ceased.', true],
  ['composed and decomposed letters', 'Fire ceas\u0065\u0301s.', false],
  ['doubled white space', 'Fire   ceases.', false],
])('[A8] %s lapses consent exactly when the words are others', (_, words, other) => {
  const text = (content: string): Text => [{ type: 'paragraph', runs: [{ text: content }] }]
  const reading = (content: string) => readingOf({ kind: 'operative', heading: 'A', text: text(content), milestones: [] }).fingerprint
  const base = words.includes('\u0301') ? 'Fire ceas\u00e9s.' : 'Fire ceases.'
  expect(reading(words) !== reading(base)).toBe(other)
  expect(hiddenCharacters(words)).toHaveLength(/[\u200b\u202e]/.test(words) ? 1 : 0)
})

test('[A9] each lapse names whose hand it was, and the same words again restore consent', () => {
  const table = talks()
  table.as('KES').accepts('a')
  table.as('ORL').accepts('a')
  for (let times = 0; times < 20; times++) {
    table.as('ORL').edits('a', `Fire ceases, or not (${times}).`)
    expect(table.standing('a', 'KES')).toMatchObject({ is: 'lapsed', change: { authors: ['ORL-head'] } })
    table.as('ORL').edits('a', 'Fire ceases.')
    expect(table.status('a')).toBe('agreed')
  }
})

test('[A10] circular packages and ten thousand conditions end quickly, and endless ones are refused', () => {
  const ids = Array.from({ length: 100 }, (_, index) => `c${index}`)
  const table = negotiation('KES ORL', Object.fromEntries(ids.map((id) => [id, id])))
  const conditions = (id: string) => ids.filter((other) => other !== id).map((clause) => ({ on: 'clause', clause }) as const)
  expect(
    table.as('KES').gives('position.take', {
      clause: 'c0',
      on: of(table, 'c0'),
      position: { stance: 'accepts-if', conditions: [...conditions('c0'), ...conditions('c0')] },
    }),
  ).toMatchObject({
    code: 'malformed',
  })
  table.write(
    ...ids.flatMap((id) =>
      (['KES', 'ORL'] as const).map((party) => ({
        kind: 'position-taken' as const,
        clause: ClauseId.parse(id),
        party: party as never,
        on: of(table, id) ?? ('' as never),
        position: {
          stance: 'accepts-if' as const,
          conditions: conditions(id).map(({ clause }) => ({ on: 'clause' as const, clause: ClauseId.parse(clause) })),
        },
      })),
    ),
  )
  const begun = process.cpuUsage()
  const { agreed } = assess(table.negotiation, table.readings())
  const used = process.cpuUsage(begun)
  expect(agreed.size).toBe(100)
  expect((used.user + used.system) / 1_000).toBeLessThan(500)
})

test('[A11] deadlines go by the server’s clock: a command cannot bring its own', () => {
  const table = talks()
  const tenYears = hoursAfter(table.now(), -10 * 365 * 24)
  expect(table.as('CHR').gives('silence.open', { clauses: ['a'], closesAt: tenYears })).toMatchObject({ code: 'too-soon' })
  expect(
    table.as('KES').gives('position.take', { clause: 'a', on: of(table), position: { stance: 'accepts' }, at: tenYears }),
  ).toMatchObject({ code: 'malformed' })
  expect(table.as('KES').accepts('a')).toBeUndefined()
  expect(table.entries.at(-1)?.at).toBe(table.entries.toSorted((one, other) => one.at.localeCompare(other.at)).at(-1)?.at)
})

test('[A12] silence that ran while the server was away too long adopts nothing', () => {
  const table = talks()
  const opened = table.now()
  table.as('CHR').gives('silence.open', { clauses: ['a'], closesAt: hoursAfter(opened, 72) })
  table.write(...silencesInterrupted(table.negotiation, { from: hoursAfter(opened, 1), until: hoursAfter(opened, 80) }))
  table.passes(100)
  expect(table.agreed()).toEqual([])
})
