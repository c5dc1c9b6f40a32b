/** The samples as an oracle: where every milestone stands, when it is due and when it can be expected, written by hand for three days. */
import { readFileSync } from 'node:fs'
import { AnchorId, append, Day, milestoneStandings, replay, Timestamp, type ClauseId, type Negotiation } from '@entente/agreement'
import { expect, test } from 'vitest'
import { readSample } from './sample.ts'
import { journalOf, stateOf } from './state.ts'

const imported = Timestamp.parse('2026-11-22T12:00:00Z')

function table(name: string) {
  const raw: unknown = JSON.parse(readFileSync(new URL(`../../../../samples/${name}.json`, import.meta.url), 'utf8'))
  const reading = readSample(raw, { source: 'test', sha256: 'a'.repeat(64), at: imported })
  if (!reading.ok) throw new Error(reading.refusal.detail)
  return reading.sample.table
}

/** `id state deadline expected`: a deadline that rests on a presumed day has a question mark, one not known yet is a dash. */
function told(negotiation: Negotiation, agreed: ReadonlySet<ClauseId>, day: string): readonly string[] {
  const standings = milestoneStandings(negotiation, agreed, Timestamp.parse(`${day}T12:00:00Z`))
  return [...standings.values()]
    .map(({ milestone, state, deadline, expected, blockedBy }) =>
      [
        milestone,
        state,
        deadline.is === 'known' ? `${deadline.day}${deadline.presumed ? '?' : ''}` : '-',
        expected?.day ?? '-',
        ...blockedBy.map((by) => `held up by ${by}`),
      ].join(' '),
    )
    .toSorted()
}

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().replaceAll(/ +/g, ' '))

/** What was verified stays as it is, whatever the day. */
const done = `
  ms-01 verified 2026-09-15 2026-09-17
  ms-02 verified 2026-09-17 2026-09-19
  ms-03 verified 2026-09-17 2026-09-20
  ms-04 verified 2026-09-18 2026-09-18
  ms-05 verified 2026-09-22 2026-09-24
  ms-06 verified 2026-09-22 2026-09-25
  ms-07 verified 2026-09-20 2026-09-22
  ms-08 verified 2026-09-20 2026-09-23
  ms-09 verified 2026-09-25 2026-09-30
  ms-10 verified 2026-10-01 2026-10-01
  ms-11 verified 2026-10-05 2026-10-07`

test.each([
  [
    '2026-11-22',
    `${done}
  ms-12 reported 2026-10-06 2026-11-22
  ms-13 disputed 2026-09-30 2026-11-22
  ms-14 overdue  2026-10-25 2026-11-22
  ms-15 blocked  -          2026-12-06 held up by ms-13 held up by ms-14
  ms-16 verified 2026-11-14 2026-11-13
  ms-17 verified 2026-11-14 2026-11-16
  ms-18 pending  2027-02-12 2027-02-12
  ms-19 pending  -          2027-03-14`,
  ],
  [
    '2027-02-12',
    `${done}
  ms-12 reported 2026-10-06 2027-02-12
  ms-13 disputed 2026-09-30 2027-02-12
  ms-14 overdue  2026-10-25 2027-02-12
  ms-15 blocked  -          2027-02-26 held up by ms-13 held up by ms-14
  ms-16 verified 2026-11-14 2026-11-13
  ms-17 verified 2026-11-14 2026-11-16
  ms-18 pending  2027-02-12 2027-02-12
  ms-19 pending  -          2027-03-14`,
  ],
  [
    '2027-03-01',
    `${done}
  ms-12 reported 2026-10-06 2027-03-01
  ms-13 disputed 2026-09-30 2027-03-01
  ms-14 overdue  2026-10-25 2027-03-01
  ms-15 blocked  -          2027-03-15 held up by ms-13 held up by ms-14
  ms-16 verified 2026-11-14 2026-11-13
  ms-17 verified 2026-11-14 2026-11-16
  ms-18 overdue  2027-02-12 2027-03-01
  ms-19 blocked  -          2027-03-31 held up by ms-18`,
  ],
])('[milestone-28] on %s the commitments of the northern coast stand as written by hand', (day, expected) => {
  const { negotiation, assessment } = stateOf(table('north-coast'))
  expect(told(negotiation, assessment.agreed, day)).toEqual(lines(expected))
})

test.each([
  [
    '2026-11-22',
    undefined,
    `
  ms-01 agreed   2026-12-01? 2026-12-01
  ms-02 agreed   2026-12-01? 2026-12-01
  ms-03 agreed   2026-12-04? 2026-12-04
  ms-04 proposed 2026-12-04? 2026-12-04
  ms-05 proposed 2026-12-06? 2026-12-06
  ms-06 agreed   2026-12-11? 2026-12-11
  ms-07 agreed   2026-12-15? 2026-12-15
  ms-08 proposed 2026-12-22? 2026-12-22
  ms-09 proposed 2026-12-22? 2026-12-22
  ms-10 proposed 2026-12-31? 2026-12-31
  ms-11 proposed -           2027-01-01
  ms-12 agreed   2027-01-15? 2027-01-15
  ms-13 proposed -           2027-01-30
  ms-14 proposed -           2027-01-30
  ms-15 agreed   2027-03-01? 2027-03-01
  ms-16 agreed   2027-05-30? 2027-05-30
  ms-17 proposed -           2027-06-29`,
  ],
  [
    '2026-12-05',
    '2026-12-03',
    `
  ms-01 overdue  2026-12-03 2026-12-05
  ms-02 overdue  2026-12-03 2026-12-05 held up by ms-01
  ms-03 pending  2026-12-06 2026-12-06
  ms-04 proposed 2026-12-06 2026-12-06
  ms-05 proposed 2026-12-08 2026-12-08 held up by ms-02
  ms-06 pending  2026-12-13 2026-12-13
  ms-07 pending  2026-12-17 2026-12-17
  ms-08 proposed 2026-12-24 2026-12-24 held up by ms-02
  ms-09 proposed 2026-12-24 2026-12-24 held up by ms-02
  ms-10 proposed 2027-01-02 2027-01-02
  ms-11 proposed -          2027-01-03
  ms-12 pending  2027-01-17 2027-01-17
  ms-13 proposed -          2027-02-03 held up by ms-02
  ms-14 proposed -          2027-02-03
  ms-15 pending  2027-03-03 2027-03-03
  ms-16 pending  2027-06-01 2027-06-01
  ms-17 proposed -          2027-07-01`,
  ],
  [
    '2027-01-10',
    '2026-12-03',
    `
  ms-01 overdue  2026-12-03 2027-01-10
  ms-02 overdue  2026-12-03 2027-01-10 held up by ms-01
  ms-03 overdue  2026-12-06 2027-01-10
  ms-04 proposed 2026-12-06 2027-01-10
  ms-05 proposed 2026-12-08 2027-01-10 held up by ms-02
  ms-06 overdue  2026-12-13 2027-01-10 held up by ms-03
  ms-07 overdue  2026-12-17 2027-01-10
  ms-08 proposed 2026-12-24 2027-01-10 held up by ms-02
  ms-09 proposed 2026-12-24 2027-01-10 held up by ms-02
  ms-10 proposed 2027-01-02 2027-01-10
  ms-11 proposed -          2027-01-20 held up by ms-06
  ms-12 blocked  2027-01-17 2027-01-17 held up by ms-06
  ms-13 proposed -          2027-03-11 held up by ms-02
  ms-14 proposed -          2027-03-11
  ms-15 pending  2027-03-03 2027-03-03
  ms-16 pending  2027-06-01 2027-06-01
  ms-17 proposed -          2027-07-01`,
  ],
])('[milestone-28] on %s, Signature Day set to %s, those of the valley stand as written by hand', (day, signed, expected) => {
  const room = table('vesna-valley')
  const { assessment } = stateOf(room)
  const entries = [...journalOf(room)]
  const last = entries.at(-1)
  if (last === undefined) throw new Error('An empty journal')
  if (signed !== undefined)
    entries.push(
      append(last, {
        room: room.room,
        at: Timestamp.parse(`${signed}T12:00:00Z`),
        by: 'server',
        fact: { kind: 'anchor-set', anchor: AnchorId.parse('D'), label: 'Signature Day', day: Day.parse(signed) },
      }),
    )
  expect(told(replay(entries), assessment.agreed, day)).toEqual(lines(expected))
})
