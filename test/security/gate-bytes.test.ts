/**
 * Attack cases on the gate, by the ids of the threat model's case list: bytes that no client writes, and too many of them.
 */
import { applyInspected, charge, costOf, gateLimits, gateQuota, UNUSED } from '@entente/sync/gate'
import { content, forge, forgeOne, id, type Insertion } from '@entente/sync/gate/testing'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { OWN, OTHER, server, PARAGRAPH, FIRST, LAST, ask, codeFor, x, typed, mark } from './gate-case.ts'

test('[G10] an author has one section: Yjs would silently keep the last', () => {
  const section = (clock: number) => ({ client: OWN, clock, insertions: [{ content: content.node('paragraph'), right: PARAGRAPH }] })
  expect(codeFor(forge([section(0), section(1)]))).toBe('malformed')
  expect(codeFor(forge([section(0), { client: OTHER, clock: 0, insertions: [] }]))).toBe('malformed')
  expect(codeFor(forge([section(0)], [], 2))).toBe('malformed')
})

test.each([
  ['a gap in the clocks', forgeOne(OWN, 3, { content: x, right: FIRST })],
  ['a skip', forgeOne(OWN, 0, { content: content.skip(2) }, { content: x, right: FIRST })],
  ['a left neighbour nobody knows', forgeOne(OWN, 0, { content: x, origin: id(OTHER, 900) })],
  ['a right neighbour nobody knows', forgeOne(OWN, 0, { content: x, right: id(900, 0) })],
  ['a parent nobody knows', forgeOne(OWN, 0, { content: x, parent: id(900, 0) })],
  ['the deletion of what nobody knows', forge([], [{ client: OTHER, ranges: [[0, 900]] }])],
  ['the deletion of an author nobody knows', forge([], [{ client: 900, ranges: [[0, 1]] }])],
])('[G11] nothing is left to wait for what may never come: %s', (_, update) => {
  expect(codeFor(update)).toBe('pending')
})

test('[G12] ten thousand updates that wait for something leave nothing behind, and use up the quota', () => {
  const on = server()
  let meter = UNUSED
  let served = 0
  for (let tries = 0; tries < 10_000; tries += 1) {
    const outcome = ask(on, forgeOne(5_000 + tries, 5, { content: content.words('x'.repeat(100)), parent: 'clause/open' }))
    expect(outcome).toMatchObject({ code: 'pending' })
    const charged = charge(meter, gateQuota, costOf(outcome), 0)
    meter = charged.meter
    if (!charged.exceeded) served += 1
  }
  expect(served).toBeLessThanOrEqual(300)
  expect(on.store.clients.size).toBe(1)
  expect(on.store.pendingStructs).toBeNull()
})

test('[G13] a few bytes that promise 33 million insertions cost nothing', () => {
  const update = forge([{ client: OWN, clock: 0, insertions: [], claims: 2 ** 25 - 1 }])
  const on = server()
  ask(on, update)
  const heap = process.memoryUsage().heapUsed
  const start = process.cpuUsage()
  expect(ask(on, update)).toMatchObject({ code: 'malformed' })
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1_000).toBeLessThan(5)
  expect(process.memoryUsage().heapUsed - heap).toBeLessThan(2_000_000)
})

test.each([
  ['empty words', forgeOne(OWN, 0, { content: content.words(''), right: FIRST })],
  ['nothing deleted', forgeOne(OWN, 0, { content: content.deleted(0), right: FIRST })],
  ['nothing collected', forgeOne(OWN, 0, { content: content.collected(0) })],
  [
    'deletions out of order',
    forge(
      [],
      [
        {
          client: OTHER,
          ranges: [
            [5, 1],
            [2, 1],
          ],
        },
      ],
    ),
  ],
  [
    'deletions that overlap',
    forge(
      [],
      [
        {
          client: OTHER,
          ranges: [
            [2, 4],
            [4, 1],
          ],
        },
      ],
    ),
  ],
  ['an empty deletion', forge([], [{ client: OTHER, ranges: [[2, 0]] }])],
  ['a clock near 2⁵³', forgeOne(OWN, Number.MAX_SAFE_INTEGER - 2, { content: x, right: FIRST })],
  ['a length near 2⁵³', forgeOne(OWN, 0, { content: content.deleted(Number.MAX_SAFE_INTEGER - 1), right: FIRST })],
  ['a deletion near 2⁵³', forge([], [{ client: OTHER, ranges: [[2, Number.MAX_SAFE_INTEGER - 4]] }])],
  ['a clientID over 32 bits', forgeOne(2 ** 32, 0, { content: x, right: FIRST })],
])('[G14] %s is nothing that a client writes', (_, update) => {
  expect(codeFor(update)).toBe('malformed')
})

test('[G15] what makes Yjs throw half-way never gets to it', () => {
  const update = forgeOne(OWN, 0, { content: content.words('HALF'), right: FIRST }, { content: content.words('BOOM'), origin: id(OWN, 99) })
  expect(codeFor(update)).toBe('forged')
  expect(() => Y.applyUpdate(server(), update)).toThrow('Unexpected case')
})

test('[G16] values nested 20,000 deep, and nodes over the limit, at once or one by one', () => {
  const deep = Array.from({ length: 20_000 }, () => [117, 1]).flat()
  expect(codeFor(forgeOne(OWN, 0, { content: content.raw(8, 1, ...deep, 126), parent: PARAGRAPH, key: 'level' }))).toBe('too-deep')
  expect(codeFor(forgeOne(OWN, 0, { content: mark('link', `{"href":${'['.repeat(4_000)}${']'.repeat(4_000)}}`), right: FIRST }))).toBe(
    'too-deep',
  )
  const list = (index: number): Insertion => ({
    content: content.node(index % 2 === 0 ? 'bulletList' : 'listItem'),
    ...(index === 0 ? { right: PARAGRAPH } : { parent: id(OWN, index - 1) }),
  })
  expect(codeFor(forgeOne(OWN, 0, ...Array.from({ length: 80 }, (_, index) => list(index))))).toBe('too-deep')
  const on = server()
  const answers = Array.from({ length: 80 }, (_, index) => {
    const update = forgeOne(OWN, index, list(index))
    const outcome = ask(on, update)
    if (outcome.kind === 'inspection') applyInspected(on, update, outcome, undefined)
    return outcome.kind === 'inspection' ? 'inspection' : outcome.code
  })
  expect(answers.indexOf('too-deep')).toBe(gateLimits.depth)
})

test('[G24] bytes after the end, or before it', () => {
  const update = typed()
  expect(codeFor(Uint8Array.from([...update, 0]))).toBe('malformed')
  for (let length = 0; length < update.length; length += 1) expect(codeFor(update.slice(0, length))).toBe('malformed')
})

test('[G28] a storm of marks ends at what one person may change in a minute', () => {
  const on = server()
  let meter = UNUSED
  let clock = 0
  for (let marks = 0; marks < 100_000; marks += 1) {
    const update = forgeOne(OWN, clock, {
      content: content.mark('bold', clock % 2 === 0 ? {} : null),
      right: FIRST,
      origin: clock === 0 ? undefined : id(OWN, clock - 1),
    })
    const outcome = ask(on, update)
    const charged = charge(meter, gateQuota, costOf(outcome), 0)
    meter = charged.meter
    if (charged.exceeded || outcome.kind === 'refusal') break
    if (marks < 20) applyInspected(on, update, outcome, undefined)
    if (marks < 20) clock += 1
  }
  expect(meter.used).toBe(gateQuota.burst)
  expect(on.store.clients.get(OWN)?.length).toBeLessThanOrEqual(20)
})

test('a few kilobytes that would keep Yjs busy for minutes are refused at once', () => {
  const on = server()
  const apart = (client: number, count: number, insertion: (index: number) => Insertion) =>
    forgeOne(client, 0, ...Array.from({ length: count }, (_, index) => insertion(index)))
  // Thousands of words at one point, then thousands more, each of which Yjs would carry past all of the first.
  Y.applyUpdate(
    on,
    apart(5, 4_000, (index) => ({ content: x, origin: LAST, right: index === 0 ? undefined : id(5, index - 1) })),
  )
  const start = process.cpuUsage()
  expect(
    ask(
      on,
      apart(OWN, 4_000, () => ({ content: x, origin: LAST })),
    ),
  ).toMatchObject({ code: 'too-large' })
  const everything = forge([], [{ client: 5, ranges: [[0, 4_000]] }])
  Y.applyUpdate(on, forgeOne(6, 0, { content: content.mark('bold', {}), right: FIRST }))
  expect(ask(on, everything)).toMatchObject({ code: 'too-large' })
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1_000).toBeLessThan(1_000)
})
