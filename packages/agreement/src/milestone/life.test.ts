import { expect, test } from 'vitest'
import { ClauseId, Day, type MilestoneId } from '../ids.ts'
import { MilestoneTerms } from '../terms.ts'
import { negotiation, type Table } from '../testing.ts'
import { awaitedOf } from './awaited.ts'
import { barometer, barometerOverTime, shares } from './barometer.ts'
import { milestonesOf } from './of-clause.ts'
import { reportOfPeriod } from './period.ts'
import { isPublic } from './publication.ts'
import { reviewMeetings, reviewsDue } from './review.ts'
import { sequenceOf } from './sequence.ts'
import { milestoneStandings } from './state.ts'

const base = {
  title: 'Weapons withdrawn',
  performers: ['KES'],
  verifier: 'CHR',
  due: { on: 'day', day: '2026-11-12' },
  evidence: ['Site visit'],
  dependsOn: [],
  remedialSteps: [],
}

/** A clause `a` with one milestone, a clause `b` for others; both agreed. The clock stands at 9 November 2026, 09:00 UTC and some minutes. */
function agreedWith(terms: object = {}, more: readonly object[] = []) {
  const table = negotiation('KES ORL', { a: 'Weapons are withdrawn.', b: 'Relief is given.' })
  table.write({ kind: 'anchor-set', anchor: 'D' as never, label: 'Signature Day', day: Day.parse('2026-11-09') })
  const propose = (clause: string, of: object) => {
    expect(table.as('KES').gives('milestone.propose', { clause, terms: { ...base, ...of } })).toBeUndefined()
    const found = milestonesOf(table.negotiation, ClauseId.parse(clause)).at(-1)
    if (found === undefined) throw new Error('No milestone')
    return found.milestone
  }
  const first = propose('a', terms)
  const others = more.map((of) => propose('b', JSON.parse(JSON.stringify(of).replaceAll('FIRST', first)) as object))
  agree(table)
  return { table, first, others, propose }
}

function agree(table: Table) {
  for (const clause of ['a', 'b'])
    for (const party of ['KES', 'ORL']) if (table.standing(clause, party)?.is !== 'current') table.as(party).accepts(clause)
  expect(table.agreed()).toEqual(['a', 'b'])
}

const standing = (table: Table, id: MilestoneId) => {
  const found = milestoneStandings(table.negotiation, table.assessment().agreed, table.now()).get(id)
  if (found === undefined) throw new Error('No standing')
  return found
}
const report = (table: Table, milestone: MilestoneId, more: object = {}) =>
  table.as('KES').gives('milestone.report', { milestone, note: 'Done.', ...more })
const find = (table: Table, milestone: MilestoneId, level = 3) =>
  table.as('CHR').gives('milestone.find', { milestone, finding: 'verified', level })

test('[milestone-6] a performer reports, the verifier finds, and once the days for a dispute are over nothing more can be filed', () => {
  const { table, first } = agreedWith()
  expect(standing(table, first).state).toBe('pending')
  expect(table.as('ORL').gives('milestone.report', { milestone: first, note: 'Done.' })).toEqual({ code: 'not-a-performer' })
  expect(report(table, first, { level: 3 })).toBeUndefined()
  expect(standing(table, first)).toMatchObject({ state: 'reported', level: undefined, claimed: 3 })
  for (const other of ['KES', 'ORL'])
    expect(table.as(other).gives('milestone.find', { milestone: first, finding: 'verified', level: 3 })).toEqual({
      code: 'not-the-verifier',
    })
  expect(standing(table, first).state).toBe('reported')
  expect(find(table, first, 2)).toBeUndefined()
  expect(standing(table, first)).toMatchObject({ state: 'verified', final: false, level: 2, claimed: undefined })
  table.passes(73)
  expect(standing(table, first)).toMatchObject({ state: 'verified', final: true })
  expect(report(table, first)).toEqual({ code: 'milestone-final' })
  expect(find(table, first)).toEqual({ code: 'milestone-final' })
  expect(table.as('ORL').gives('milestone.dispute', { milestone: first, reasons: 'No.' })).toEqual({ code: 'deadline-passed' })
})

test('[milestone-7] a dispute in time suspends the finding until a second inspection, which is final', () => {
  const { table, first } = agreedWith()
  const inspect = () => table.as('CHR').gives('milestone.inspect', { milestone: first, finding: 'verified', level: 1 })
  expect(table.as('ORL').gives('milestone.dispute', { milestone: first, reasons: 'No.' })).toEqual({ code: 'no-finding' })
  report(table, first)
  find(table, first)
  expect(inspect()).toEqual({ code: 'not-disputed' })
  expect(table.as('ORL').gives('milestone.dispute', { milestone: first, reasons: 'Two vehicles.' })).toBeUndefined()
  expect(standing(table, first)).toMatchObject({ state: 'disputed', verified: undefined })
  expect(find(table, first)).toEqual({ code: 'milestone-disputed' })
  expect(report(table, first)).toEqual({ code: 'milestone-disputed' })
  expect(table.as('ORL').gives('milestone.inspect', { milestone: first, finding: 'verified', level: 3 })).toEqual({
    code: 'not-the-verifier',
  })
  expect(inspect()).toBeUndefined()
  expect(standing(table, first)).toMatchObject({ state: 'verified', final: true, level: 1 })
  expect(table.as('ORL').gives('milestone.dispute', { milestone: first, reasons: 'Again.' })).toEqual({ code: 'deadline-passed' })
})

test('[milestone-8] what was not verified is still owed, with the reasons; it can be reported anew', () => {
  const { table, first } = agreedWith()
  const not = (reasons?: string) =>
    table.as('CHR').gives('milestone.find', { milestone: first, finding: 'not-verified', level: 1, ...(reasons && { reasons }) })
  expect(not()).toMatchObject({ code: 'malformed', detail: expect.stringContaining('reasons') as string })
  expect(not('Two vehicles remain.')).toBeUndefined()
  table.passes(100)
  expect(standing(table, first)).toMatchObject({ state: 'not-verified', final: false, level: 1 })
  expect(report(table, first)).toBeUndefined()
  expect(standing(table, first).state).toBe('reported')
})

test('[milestone-9] nothing is owed, reported or found before the clause is agreed', () => {
  const { table, first } = agreedWith()
  table.as('ORL').edits('a', 'Weapons are withdrawn soon.')
  for (const refused of [report(table, first), find(table, first), table.as('KES').gives('milestone.waive', { milestone: first })])
    expect(refused).toEqual({ code: 'not-agreed', clause: 'a' })
  expect(standing(table, first).state).toBe('proposed')
})

test('[milestone-10] waived by all it is owed no longer; replaced, its place is taken by another', () => {
  const { table, first, others } = agreedWith({}, [
    { dependsOn: [{ milestone: 'FIRST', after: 'verified' }], due: { on: 'day', day: '2026-12-24' } },
  ])
  expect(table.as('KES').gives('milestone.waive', { milestone: first })).toBeUndefined()
  expect(table.as('KES').gives('milestone.waive', { milestone: first })).toEqual({ code: 'nothing-new' })
  expect(standing(table, first).state).toBe('pending')
  expect(table.as('ORL').gives('milestone.waive', { milestone: first })).toBeUndefined()
  expect(standing(table, first).state).toBe('waived')
  expect(report(table, first)).toEqual({ code: 'milestone-ended', how: 'waived' })
  expect(standing(table, others[0] as never).waitsFor).toEqual([])

  const again = agreedWith({}, [{ dependsOn: [{ milestone: 'FIRST', after: 'verified' }], due: { on: 'day', day: '2026-12-24' } }])
  const heir = again.propose('a', { title: 'Weapons stored', replaces: again.first })
  expect(standing(again.table, again.first).state).toBe('proposed')
  agree(again.table)
  expect(standing(again.table, again.first)).toMatchObject({ state: 'superseded', ended: { by: heir } })
  expect(standing(again.table, again.others[0] as never).waitsFor).toEqual([{ milestone: heir, after: 'verified' }])
  expect(report(again.table, again.first)).toEqual({ code: 'milestone-ended', how: 'superseded' })
})

test('[milestone-11] remedial steps fall due in their order once a milestone is missed, and are taken by statement', () => {
  const steps = [
    { step: 'Consultation', does: 'consultation', withinDays: 2, by: 'ORL' },
    { step: 'Relief is held', does: 'suspension', milestone: 'FIRST' },
  ]
  const { table, first, others } = agreedWith({}, [{ remedialSteps: steps, due: { on: 'day', day: '2026-11-10' } }])
  const late = others[0] as MilestoneId
  const take = (party: string, step: string) => table.as(party).gives('milestone.remedy', { milestone: late, step })
  const states = () => standing(table, late).remedies.map(({ is }) => is)
  expect(states()).toEqual(['not-called-for', 'not-called-for'])
  expect(take('ORL', 'Consultation')).toEqual({ code: 'remedy-not-due' })
  table.passes(40)
  expect(standing(table, late)).toMatchObject({ state: 'overdue', daysLate: 1 })
  expect(states()).toEqual(['due', 'later'])
  expect(take('CHR', 'Relief is held')).toEqual({ code: 'remedy-not-due' })
  expect(take('CHR', 'Consultation')).toEqual({ code: 'not-named' })
  expect(take('ORL', 'Nothing')).toMatchObject({ code: 'unknown', what: 'remedy' })
  table.passes(72)
  expect(states()).toEqual(['due', 'due'])
  expect(take('ORL', 'Consultation')).toBeUndefined()
  expect(take('ORL', 'Consultation')).toEqual({ code: 'nothing-new' })
  expect(take('KES', 'Relief is held')).toEqual({ code: 'not-named' })
  expect(standing(table, first).state).not.toBe('suspended')
  expect(take('CHR', 'Relief is held')).toBeUndefined()
  expect(standing(table, first)).toMatchObject({ state: 'suspended', held: { by: late } })
  report(table, late)
  find(table, late)
  expect(standing(table, first).state).not.toBe('suspended')
})

test('[milestone-12] a snapback undoes what was verified and blocks what waits for it, until a reinstatement is stated', () => {
  const { table, first, others, propose } = agreedWith({}, [
    { dependsOn: [{ milestone: 'FIRST', after: 'verified' }], due: { on: 'day', day: '2026-12-24' } },
  ])
  report(table, first)
  find(table, first)
  const missed = propose('b', {
    due: { on: 'day', day: '2026-11-09' },
    remedialSteps: [
      { step: 'Relief is reversed', does: 'snapback', milestone: first },
      { step: 'Relief returns', does: 'reinstatement', milestone: first },
    ],
  })
  agree(table)
  table.passes(24)
  expect(table.as('CHR').gives('milestone.remedy', { milestone: missed, step: 'Relief is reversed' })).toBeUndefined()
  expect(standing(table, first)).toMatchObject({ state: 'snapped-back', verified: undefined })
  expect(standing(table, others[0] as never)).toMatchObject({ state: 'blocked', blockedBy: [first] })
  expect(table.as('CHR').gives('milestone.remedy', { milestone: missed, step: 'Relief returns' })).toBeUndefined()
  expect(standing(table, first).state).toBe('verified')
  expect(standing(table, others[0] as never).state).toBe('pending')
})

test('[milestone-13] a breach that the terms name starts the days of a condition anew', () => {
  const { table, first } = agreedWith({ due: { on: 'day', day: '2026-11-20' }, streak: { days: 10, resetBy: ['serious breach'] } })
  const breach = (party: string, words: string, day = '2026-11-09') =>
    table.as(party).gives('milestone.breach', { milestone: first, day, breach: words })
  expect(breach('CHR', 'noise')).toEqual({ code: 'not-a-breach' })
  expect(breach('KES', 'serious breach')).toEqual({ code: 'not-the-verifier' })
  expect(breach('CHR', 'serious breach', '2026-11-12')).toMatchObject({ code: 'malformed' })
  table.passes(24 * 6)
  expect(breach('CHR', 'serious breach', '2026-11-15')).toBeUndefined()
  expect(standing(table, first).deadline).toMatchObject({ is: 'known', day: '2026-11-25', because: { is: 'breach', on: '2026-11-15' } })
})

test('[milestone-14] what is due again and again is reported and found time after time', () => {
  const { table, first } = agreedWith({
    due: { on: 'recurring', first: { on: 'anchor', anchor: 'D', offsetDays: 7 }, everyDays: 7, times: 2 },
    disputeDays: 0,
  })
  const day = () => {
    const { deadline, occurrence } = standing(table, first)
    return [occurrence, deadline.is === 'known' ? deadline.day : undefined]
  }
  expect(day()).toEqual([1, '2026-11-16'])
  report(table, first)
  find(table, first)
  table.passes(1)
  expect(day()).toEqual([2, '2026-11-23'])
  expect(standing(table, first).state).toBe('pending')
  expect(standing(table, first).verified).toBe('2026-11-09')
  report(table, first)
  find(table, first)
  table.passes(1)
  expect(standing(table, first)).toMatchObject({ state: 'verified', final: true, occurrence: 2 })
})

test('[milestone-15] what is due on request is due so many days after each request', () => {
  const { table, first } = agreedWith({ due: { on: 'request', withinDays: 3 }, disputeDays: 0 })
  expect(standing(table, first)).toMatchObject({
    occurrence: 0,
    deadline: { is: 'not-yet', because: { is: 'unrequested' } },
    expected: undefined,
  })
  expect(report(table, first)).toEqual({ code: 'not-requested' })
  const request = () => table.as('ORL').gives('milestone.request', { milestone: first })
  expect(request()).toBeUndefined()
  expect(request()).toEqual({ code: 'nothing-new' })
  expect(standing(table, first).deadline).toMatchObject({ day: '2026-11-12' })
  report(table, first)
  find(table, first)
  table.passes(24)
  expect(request()).toBeUndefined()
  expect(standing(table, first)).toMatchObject({ occurrence: 2, state: 'pending', deadline: { day: '2026-11-13' } })
  expect(agreedWith().table.as('ORL').gives('milestone.request', { milestone: 'm-x4' })).toMatchObject({ code: 'unknown' })
})

test('[milestone-16] an anchor day is set by the chair, or by whom the text names, and everything that hangs on it follows', () => {
  const { table, first } = agreedWith({ due: { on: 'anchor', anchor: 'D', offsetDays: 3 } })
  expect(table.as('KES').gives('anchor.set', { anchor: 'D', day: '2026-11-20' })).toEqual({ code: 'not-named' })
  expect(table.as('CHR').gives('anchor.set', { anchor: 'D', day: '2026-11-20' })).toBeUndefined()
  expect(table.as('CHR').gives('anchor.set', { anchor: 'D', day: '2026-11-20' })).toEqual({ code: 'nothing-new' })
  expect(table.as('CHR').gives('anchor.set', { anchor: 'D', day: '9999-01-01' })).toMatchObject({ code: 'malformed' })
  expect(standing(table, first).deadline).toMatchObject({ day: '2026-11-23' })
  expect(table.as('CHR').gives('anchor.name', { label: 'Day 0', setBy: ['ORL'] })).toBeUndefined()
  expect(table.as('CHR').gives('anchor.name', { label: 'Day 0' })).toMatchObject({ code: 'taken' })
  const zero = [...table.negotiation.anchors.keys()].at(-1)
  expect(table.as('ORL').gives('anchor.set', { anchor: zero, day: '2026-11-20' })).toBeUndefined()
  expect(table.negotiation.anchors.get(zero as never)).toMatchObject({ label: 'Day 0', day: '2026-11-20', setBy: ['ORL'] })
})

test('[milestone-17] a deadline in another zone ends when the day ends there', () => {
  const { table, first } = agreedWith({ due: { on: 'day', day: '2026-11-12', zone: 'America/New_York' } })
  expect(standing(table, first).deadline).toMatchObject({ at: '2026-11-13T04:59:59.999Z' })
  const give = (due: object) => table.as('KES').gives('milestone.propose', { clause: 'a', terms: { ...base, due } })
  expect(give({ on: 'day', day: '2026-11-12', zone: 'Nowhere/Land' })).toMatchObject({
    code: 'malformed',
    detail: expect.stringContaining('zone') as string,
  })
  expect(give({ on: 'day', day: '3026-11-12' })).toMatchObject({ code: 'malformed', detail: expect.stringContaining('2999') as string })
})

test('[milestone-18] new terms are not due before what they wait for; a remedy that holds another milestone names it', () => {
  const { table, first } = agreedWith()
  const give = (more: object) => table.as('KES').gives('milestone.propose', { clause: 'b', terms: { ...base, ...more } })
  expect(give({ due: { on: 'day', day: '2026-11-10' }, dependsOn: [{ milestone: first, after: 'verified' }] })).toEqual({
    code: 'due-before-dependency',
    milestone: first,
  })
  expect(give({ remedialSteps: [{ step: 'Suspension', does: 'suspension' }] })).toMatchObject({ code: 'malformed' })
  expect(give({ remedialSteps: [{ step: 'Talk', does: 'consultation', milestone: first }] })).toMatchObject({ code: 'malformed' })
})

test('[milestone-19] reviews fall due at their interval, are held by whom the terms name, and may set the next day', () => {
  const { table, first } = agreedWith({
    due: { on: 'anchor', anchor: 'D', offsetDays: 30 },
    review: { everyDays: 7, by: 'CHR', untilOffsetDays: 20 },
  })
  const due = () =>
    reviewsDue(table.negotiation, milestoneStandings(table.negotiation, table.assessment().agreed, table.now()), table.now())
  const hold = (party: string, more: object = {}) =>
    table.as(party).gives('review.hold', { milestones: [first], day: '2026-11-09', note: 'In order.', ...more })
  expect(reviewMeetings(due())).toEqual([{ by: 'CHR', day: '2026-11-16', milestones: [first], due: false }])
  expect(hold('ORL')).toEqual({ code: 'not-named' })
  expect(hold('CHR', { day: '2026-11-10' })).toMatchObject({ code: 'malformed' })
  expect(hold('CHR', { next: '2026-11-09' })).toMatchObject({ code: 'malformed' })
  table.passes(24 * 7)
  expect(due()).toMatchObject([{ next: '2026-11-16', due: true }])
  expect(hold('CHR', { day: '2026-11-16', next: '2026-11-25' })).toBeUndefined()
  expect(due()).toMatchObject([{ next: '2026-11-25', due: false }])
  table.passes(24 * 9)
  expect(hold('CHR', { day: '2026-11-25' })).toBeUndefined()
  expect(due()).toEqual([])
})

test('[milestone-20] the barometer counts levels of findings by section, now and as of any moment', () => {
  const { table, first, others } = agreedWith({}, [{}, {}])
  const before = table.now()
  table.passes(1)
  find(table, first, 3)
  report(table, others[0] as never, { level: 3 })
  find(table, others[1] as never, 1)
  table.passes(1)
  const { agreed } = table.assessment()
  const [then, now] = barometerOverTime(table.negotiation, agreed, [before, table.now()])
  expect(then?.all).toEqual([3, 0, 0, 0])
  expect(now?.all).toEqual([1, 1, 0, 1])
  expect(now?.sections).toEqual([{ section: 'I', heading: 'Provisions', levels: [1, 1, 0, 1] }])
  expect(shares([1, 1, 0, 1])).toEqual([34, 33, 0, 33])
  expect(shares([0, 0, 0, 0])).toEqual([0, 0, 0, 0])
  expect(barometer(table.negotiation, new Set(), table.now()).all).toEqual([0, 0, 0, 0])
  const report_ = reportOfPeriod(table.negotiation, agreed, { from: before, to: table.now() })
  expect(report_.steps.map(({ step }) => step.is)).toEqual(['found', 'reported', 'found'])
  expect([report_.before.all, report_.after.all, report_.fellOverdue]).toEqual([[3, 0, 0, 0], [1, 1, 0, 1], []])
})

test('[milestone-21] anybody may see how far it has come once every required party has agreed, and until one takes that back', () => {
  const { table } = agreedWith()
  expect(isPublic(table.negotiation)).toBe(false)
  table.as('KES').gives('publication.agree', {})
  expect(table.as('KES').gives('publication.agree', {})).toEqual({ code: 'nothing-new' })
  expect(isPublic(table.negotiation)).toBe(false)
  table.as('ORL').gives('publication.agree', {})
  expect(isPublic(table.negotiation)).toBe(true)
  table.as('KES').gives('publication.withhold', {})
  expect(isPublic(table.negotiation)).toBe(false)
})

test('[milestone-22] what waits for a person is what only they can do next', () => {
  const { table, first } = agreedWith({ remedialSteps: [{ step: 'Consultation', does: 'consultation', withinDays: 2 }] })
  const waits = (party: string) => {
    const { agreed } = table.assessment()
    const standings = milestoneStandings(table.negotiation, agreed, table.now())
    return awaitedOf(table.negotiation, standings, agreed, table.situation(party, 'head').speaker, table.now()).map(
      ({ is, late }) => `${is}${late ? ' late' : ''}`,
    )
  }
  expect([waits('KES'), waits('ORL'), waits('CHR'), waits('OBS')]).toEqual([['report'], [], [], []])
  table.passes(24 * 5)
  expect([waits('KES'), waits('CHR')]).toEqual([['report late'], ['remedy']])
  report(table, first)
  expect([waits('KES'), waits('CHR')]).toEqual([[], ['finding']])
  find(table, first)
  expect([waits('KES'), waits('ORL'), waits('CHR')]).toEqual([['dispute'], ['dispute'], []])
  table.as('ORL').gives('milestone.dispute', { milestone: first, reasons: 'No.' })
  expect(waits('CHR')).toEqual(['second-inspection'])
})

test('[milestone-23] the sequence says what releases a step, and whose report is lacking', () => {
  const { table, first, others } = agreedWith({ performers: ['KES', 'ORL'] }, [
    { due: { on: 'milestone', milestone: 'FIRST', after: 'verified', offsetDays: 5 } },
  ])
  report(table, first)
  const items = () =>
    sequenceOf(table.negotiation, milestoneStandings(table.negotiation, table.assessment().agreed, table.now()), table.now())
  expect(items()).toEqual([
    { is: 'under-verification', milestone: first, verifier: 'CHR' },
    {
      is: 'released-by',
      milestone: others[0],
      awaits: [{ milestone: first, after: 'verified', met: false, lacking: ['ORL'] }],
      expected: '2026-11-14',
    },
  ])
  find(table, first)
  expect(items()).toMatchObject([{ is: 'released-by', awaits: [{ met: true, lacking: [] }], expected: '2026-11-14' }])
})

const file = { is: 'file', sha256: 'a'.repeat(64), bytes: 12, type: 'application/pdf', visibility: 'table', name: 'inventory.pdf' }

test.each([
  ['a name that climbs', { ...file, name: '../../x' }],
  ['a name with a line in it', { ...file, name: 'a\nb.pdf' }],
  ['a device', { ...file, name: 'CON.pdf' }],
  ['a name of 300 characters', { ...file, name: `${'x'.repeat(300)}.pdf` }],
  ['a name that turns its direction', { ...file, name: 'a\u202Efdp.exe' }],
  ['quotes', { ...file, name: 'a".pdf' }],
  ['a page that runs scripts', { ...file, type: 'text/html' }],
  ['more bytes than any host takes', { ...file, bytes: 10 * 2 ** 30 }],
  ['no hash', { ...file, sha256: 'abc' }],
  ['the name of what not everybody may open', { ...file, visibility: 'monitor' }],
  ['a link that runs scripts', { is: 'link', url: 'javascript:alert(1)' }],
])('[milestone-24] evidence with %s is refused, and nothing recorded', (_, item) => {
  const { table, first } = agreedWith()
  const before = table.entries.length
  expect(report(table, first, { evidence: [item] })).toMatchObject({ code: 'malformed' })
  expect(table.entries.length).toBe(before)
})

test('[milestone-24] evidence is files by their hash, links and statements', () => {
  const { table, first } = agreedWith()
  const evidence = [
    file,
    { ...file, name: undefined, visibility: 'parties' },
    { is: 'link', url: 'https://example.org/a' },
    { is: 'statement', text: 'Seen.' },
  ]
  expect(report(table, first, { evidence: JSON.parse(JSON.stringify(evidence)) as object[] })).toBeUndefined()
  expect(standing(table, first).of.steps[0]).toMatchObject({
    is: 'reported',
    evidence: [{ name: 'inventory.pdf' }, { visibility: 'parties' }, { label: '' }, { text: 'Seen.' }],
  })
})

test('terms written before a field was added keep their form, so that their fingerprint stays', () => {
  const old = {
    ...base,
    due: { on: 'anchor', anchor: 'D', offsetDays: 21, time: '18:00' },
    remedialSteps: ['Second inspection'],
    review: { everyDays: 7, by: 'CHR' },
  }
  expect(MilestoneTerms.parse(old)).toEqual(old)
})
