/** A promise from its clause to what follows when another is not kept: two performers, the monitor and the chair, with keyboards only. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright'
import { expect } from 'vitest'
import { shiftedTime } from '../stories/shifted-time.ts'
import { choose, enter, focused, keyTo, tabTo, type } from './keys.ts'
import { test } from './session.ts'
import { atBareAddress, expectAccessible, live, openTable, overflow, PHONE, sit, type Seat } from './tables.ts'

const DAY = 86_400_000
/** Longer than a statement can be taken back. */
const UNDO = 20_000

/** One empty page. */
const PDF = Buffer.from(
  [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF',
    '',
  ].join('\n'),
)
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const sha256 = hashOf(PDF)

const milestones = { path: '/milestones' }
const panel = (page: Page) => page.getByRole('complementary').or(page.getByRole('dialog')).first()
const lane = (page: Page, title: string) => page.locator('[data-lane]').filter({ hasText: title })
/** A day as it is typed into a field of a browser that speaks American English. */
const typed = (at: number) => new Date(at).toISOString().replace(/^(\d+)-(\d+)-(\d+).*$/, '$2$3$1')

type Promised = {
  readonly title: string
  readonly performers: readonly string[]
  readonly due: (page: Page, form: Locator) => Promise<void>
  readonly more?: (page: Page, form: Locator) => Promise<void>
}

/** Fills the form of a new milestone and proposes it. */
async function propose(page: Page, { title, performers, due, more }: Promised): Promise<void> {
  const form = page.getByRole('dialog')
  await type(page, form.getByRole('textbox', { name: 'Title' }), title)
  for (const party of performers)
    await choose(page, form.getByRole('group', { name: 'Who performs' }).getByRole('checkbox', { name: party }))
  await type(page, form.getByLabel('Who verifies'), 'JMVC')
  await due(page, form)
  await more?.(page, form)
  await enter(page, form.getByRole('button', { name: 'Propose', exact: true }))
  await form.waitFor({ state: 'detached' })
}

const onDay = (at: number) => async (page: Page, form: Locator) => {
  await type(page, form.getByLabel('When', { exact: true }), 'on a calendar')
  await type(page, form.getByLabel('Day', { exact: true }), typed(at))
}

/** Takes a milestone in hand on the timeline, by keys. */
async function take({ page }: Seat, title: string): Promise<void> {
  const wanted = lane(page, title)
  const inTimeline = () => page.evaluate(() => document.activeElement?.hasAttribute('data-lane') === true)
  for (let tabs = 0; tabs < 200 && !(await inTimeline()); tabs++) await page.keyboard.press('Tab')
  await page.keyboard.press('Home')
  await keyTo(page, 'ArrowDown', wanted)
  await page.keyboard.press('Enter')
  await panel(page).getByRole('heading', { name: title }).waitFor()
}

/** From the milestone in hand to its clause, accepts it there, and comes back. */
async function acceptClause(seat: Seat, clause: string): Promise<void> {
  const { page } = seat
  await enter(page, panel(page).getByRole('link', { name: /^Clause 8/ }))
  const heading = seat.clause(clause).locator('h3')
  await focused(heading)
  await page.keyboard.press('a')
  await page
    .getByText(/accepts clause 8/)
    .first()
    .waitFor()
}

const backToMilestones = async ({ page }: Seat) => {
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await page.locator('[data-lane]').first().waitFor()
}

test('[journey-30] from a proposal to a snapback: terms, consent, evidence, findings, a dispute, a missed promise and what follows: by keyboard only', async ({
  open,
}) => {
  const time = shiftedTime()
  const house = await openTable({ time })
  const start = time.now()
  const meridia = await house.sit('u-mer1')
  const accepts = () => meridia.states('c8', { stance: 'accepts' })
  // Who files evidence does so without HTTPS, from the same local network.
  const kestria = await sit(atBareAddress(house), open, 'u-kes1', milestones)
  const orlava = await sit(house, open, 'u-orl1', { ...milestones, colorScheme: 'dark' })
  const monitor = await sit(house, open, 'u-jmvc1', milestones)
  const chair = await sit(house, open, 'u-chair', { ...milestones, viewport: PHONE })
  const everybody = [kestria, orlava, monitor, chair]

  // Kestria proposes a step at the table, in the clause that promises it; the others from the page of milestones.
  await take(kestria, 'Mine and explosive-device records exchanged')
  await enter(kestria.page, panel(kestria.page).getByRole('link', { name: /^Clause 8/ }))
  await expect
    .poll(() =>
      kestria
        .clause('c8')
        .locator('h3')
        .evaluate((own) => own === document.activeElement),
    )
    .toBe(true)
  await kestria.page.keyboard.press('m')
  await propose(kestria.page, {
    title: 'Depots emptied',
    performers: ['Kestria'],
    due: onDay(start + 5 * DAY),
    more: async (page, form) => {
      await type(page, form.getByLabel('Evidence (optional)'), 'Site inventory\nSensor log')
      const parts = form.getByRole('group', { name: 'Asked for each of these' })
      for (const at of [1, 2]) {
        await enter(page, parts.getByRole('button', { name: 'Add a part' }))
        await type(page, parts.getByRole('textbox', { name: `Part ${at}`, exact: true }), `Depot ${at}`)
        await type(page, parts.getByLabel(`Who owes part ${at}`, { exact: true }), 'Kestria')
      }
      await type(page, parts.getByLabel('What they are called, all together'), 'depots')
      await enter(page, form.getByText('Review, duration, exchange, levels, disputes, who may read it'))
      await type(page, form.getByLabel('Reviewed every … days (optional)'), '2')
      await type(page, form.getByLabel('Reviewed by'), 'Chair')
    },
  })
  await backToMilestones(kestria)
  await enter(kestria.page, kestria.page.getByRole('button', { name: 'Milestone', exact: true }))
  const clauseField = kestria.page.getByRole('dialog').getByLabel('Clause', { exact: true })
  await type(kestria.page, clauseField, 'Clause 8')
  await propose(kestria.page, {
    title: 'Lists handed over',
    performers: ['Orlava'],
    due: onDay(start + 8 * DAY),
    more: async (page, form) => {
      const steps = form.getByRole('group', { name: 'If it is missed, in this order' })
      await enter(page, steps.getByRole('button', { name: 'Add a step' }))
      const first = steps.getByRole('group', { name: 'Step 1' })
      await type(page, first.getByRole('textbox', { name: 'Step 1' }), 'Consultation in the Commission')
      await type(page, first.getByLabel('What it does'), 'Consultation')
      await type(page, first.getByLabel('Taken by'), 'Chair')
      await enter(page, steps.getByRole('button', { name: 'Add a step' }))
      const second = steps.getByRole('group', { name: 'Step 2' })
      await type(page, second.getByRole('textbox', { name: 'Step 2' }), 'The depots may be used again')
      await type(page, second.getByLabel('What it does'), 'Snapback')
      await type(page, second.getByLabel('Of which milestone'), 'M18')
      await type(page, second.getByLabel('Taken by'), 'Kestria')
      await expectAccessible(page, 'the form of a milestone')
    },
  })
  await enter(kestria.page, kestria.page.getByRole('button', { name: 'Milestone', exact: true }))
  await type(kestria.page, clauseField, 'Clause 8')
  await propose(kestria.page, {
    title: 'Relief at the river',
    performers: ['Kestria', 'Orlava'],
    due: async (page, form) => {
      await type(page, form.getByLabel('When', { exact: true }), 'after another')
      await type(page, form.getByLabel('Milestone', { exact: true }), 'M18')
      await tabTo(page, form.getByLabel('Days after', { exact: true }))
      await page.keyboard.press('Control+a')
      await page.keyboard.type('10')
    },
    more: async (page, form) => {
      const dependencies = form.getByRole('group', { name: 'Depends on' })
      await enter(page, dependencies.getByRole('button', { name: 'Add a dependency' }))
      await type(page, dependencies.getByLabel('Dependency 1', { exact: true }), 'M19')
    },
  })

  // All consent; the clause is agreed with its milestones, and they are owed.
  await accepts()
  for (const seat of [kestria, orlava]) {
    await take(seat, 'Depots emptied')
    await acceptClause(seat, 'c8')
  }
  await orlava.page.locator('section[data-clause="c8"][data-status="agreed"]').waitFor({ timeout: UNDO })
  for (const seat of [kestria, orlava]) await backToMilestones(seat)
  await lane(orlava.page, 'Depots emptied').and(orlava.page.locator('[data-state="pending"]')).waitFor()

  // Another deadline: the form says what moves and whose consent lapses, and it does.
  await take(kestria, 'Depots emptied')
  await enter(kestria.page, panel(kestria.page).getByRole('button', { name: 'Set dates…' }))
  const dates = kestria.page.getByRole('dialog')
  await type(kestria.page, dates.getByLabel('Day', { exact: true }), typed(start + 6 * DAY))
  await dates.getByText('will lapse the consent of').waitFor()
  await dates.getByRole('row', { name: /Relief at the river/ }).waitFor()
  await expectAccessible(kestria.page, 'setting dates')
  await enter(kestria.page, dates.getByRole('button', { name: 'Record the new date' }))
  await dates.waitFor({ state: 'detached' })
  await lane(orlava.page, 'Depots emptied').and(orlava.page.locator('[data-state="proposed"]')).waitFor()
  expect(meridia.status('c8')).toBe('consent-lapsed')
  await accepts()
  for (const seat of [kestria, orlava]) {
    await take(seat, 'Depots emptied')
    await acceptClause(seat, 'c8')
  }
  await expect.poll(() => meridia.status('c8'), { timeout: UNDO }).toBe('agreed')
  for (const seat of [kestria, orlava]) await backToMilestones(seat)

  // Kestria reports with evidence; the monitor finds on it at level 2.
  await take(kestria, 'Depots emptied')
  await enter(kestria.page, panel(kestria.page).getByRole('button', { name: 'Report, file evidence…' }))
  const report = kestria.page.getByRole('form', { name: 'Report it done' })
  await type(kestria.page, report.getByLabel('What was done'), 'All five depots are empty.')
  // Listened for before the way there, so that the browser knows it in time.
  const choosing = kestria.page.waitForEvent('filechooser', { timeout: UNDO })
  await tabTo(kestria.page, report.getByLabel('File', { exact: true }))
  await kestria.page.keyboard.press('Enter')
  await (await choosing).setFiles({ name: 'Inventory of depot 3.pdf', mimeType: 'application/pdf', buffer: PDF })
  const filed = report.getByRole('list', { name: 'Evidence to be filed' })
  await filed.getByText('Inventory of depot 3.pdf').first().waitFor()
  await filed.getByText(`SHA-256 ${sha256.slice(0, 12)}`).waitFor()
  // The inventory is for both of what is asked for, and for the first depot only.
  for (const item of ['Site inventory', 'Sensor log', 'Depot 1'])
    await choose(kestria.page, filed.getByRole('checkbox', { name: item, exact: true }))
  await expectAccessible(kestria.page, 'reporting with evidence')
  await enter(kestria.page, report.getByRole('button', { name: 'Put the report on record' }))
  await report.waitFor({ state: 'detached' })
  await enter(monitor.page, monitor.page.getByRole('button', { name: /M18 Depots emptied.*reported/s }))
  const asked = panel(monitor.page).getByRole('list', { name: 'Evidence asked for' })
  await asked.getByRole('listitem').filter({ hasText: 'Depot 2' }).getByText('nothing yet from Kestria', { exact: true }).waitFor()
  await lane(monitor.page, 'Evidence filed, 1 of 2 depots').waitFor()
  await monitor.page.getByText('One of two depots still lacks evidence: Depot 2, Kestria.').first().waitFor()
  const downloading = monitor.page.waitForEvent('download')
  await enter(monitor.page, panel(monitor.page).getByRole('button', { name: 'Download' }))
  const download = await downloading
  expect(download.suggestedFilename()).toBe('Inventory of depot 3.pdf')
  expect(hashOf(await readFile(await download.path()))).toBe(sha256)
  await enter(monitor.page, panel(monitor.page).getByRole('button', { name: 'State your finding…' }))
  const finding = monitor.page.getByRole('form', { name: 'Your finding' })
  await choose(monitor.page, finding.getByRole('radio', { name: /^Verified/ }))
  await choose(monitor.page, finding.getByRole('radio', { name: /^Level 2 of 3/ }))
  await type(monitor.page, finding.getByLabel('Reasons (optional)'), 'Two depots still hold small arms.')
  await expectAccessible(monitor.page, 'a finding')
  await enter(monitor.page, finding.getByRole('button', { name: 'Record the finding' }))
  await lane(orlava.page, 'Depots emptied').and(orlava.page.locator('[data-state="verified"]')).waitFor()

  // Orlava disputes it; the second inspection is final.
  await take(orlava, 'Depots emptied')
  await enter(orlava.page, panel(orlava.page).getByRole('button', { name: 'Dispute…' }))
  const dispute = orlava.page.getByRole('form', { name: 'Dispute the finding' })
  await type(orlava.page, dispute.getByLabel('What is wrong with it'), 'The third depot was not visited.')
  await expectAccessible(orlava.page, 'a dispute, dark')
  await enter(orlava.page, dispute.getByRole('button', { name: 'Dispute it' }))
  await lane(monitor.page, 'Depots emptied').and(monitor.page.locator('[data-state="disputed"]')).waitFor()
  await enter(monitor.page, panel(monitor.page).getByRole('button', { name: 'Second inspection…' }))
  const second = monitor.page.getByRole('form', { name: 'What the second inspection found' })
  await choose(monitor.page, second.getByRole('radio', { name: /^Verified/ }))
  await choose(monitor.page, second.getByRole('radio', { name: /^Level 2 of 3/ }))
  await enter(monitor.page, second.getByRole('button', { name: 'Record the second inspection' }))
  await lane(kestria.page, 'Depots emptied').and(kestria.page.locator('[data-state="verified"]')).waitFor()

  // Orlava's own step falls overdue: relief is blocked, and the first remedial step is the chair's.
  // It is noon of the tenth day, at whatever hour the test began: how many days late something is follows from the day.
  time.shift((Math.floor(start / DAY) + 10.5) * DAY - time.now())
  for (const { page } of everybody) {
    await page.reload()
    await live(page)
  }
  await lane(kestria.page, 'Lists handed over').and(kestria.page.locator('[data-state="overdue"]')).waitFor()
  await lane(kestria.page, 'Relief at the river').and(kestria.page.locator('[data-state="blocked"]')).waitFor()
  await kestria.page.getByText('M19, owed by Orlava, is 2 days late.').first().waitFor()
  await expectAccessible(chair.page, 'the chair’s desk on a phone')
  expect(await overflow(chair.page)).toBe(0)
  await enter(chair.page, chair.page.getByRole('button', { name: /Consultation in the Commission.*because M19 was missed/s }))
  const missed = chair.page.getByRole('dialog')
  await enter(chair.page, missed.getByRole('button', { name: 'State that it was taken…' }))
  await enter(chair.page, missed.getByRole('button', { name: 'Put on record' }))
  await missed.getByText('Taken').first().waitFor()
  await expectAccessible(chair.page, 'remedies on a phone')
  await chair.page.keyboard.press('Escape')

  // The next one is Kestria's: what it did counts as undone.
  await enter(kestria.page, kestria.page.getByRole('button', { name: 'Back to what waits for you' }))
  await enter(kestria.page, kestria.page.getByRole('button', { name: /The depots may be used again.*because M19 was missed/s }))
  await enter(kestria.page, panel(kestria.page).getByRole('button', { name: 'State that it was taken…' }))
  await enter(kestria.page, panel(kestria.page).getByRole('button', { name: 'Put on record' }))
  await lane(orlava.page, 'Depots emptied').and(orlava.page.locator('[data-state="snapped-back"]')).waitFor()

  // The review meeting is held and put on record.
  await enter(chair.page, chair.page.getByRole('button', { name: /^Review due/ }))
  const reviews = chair.page.getByRole('dialog')
  await enter(chair.page, reviews.getByRole('button', { name: 'Put on record…' }).first())
  await type(chair.page, reviews.getByLabel('What came of it'), 'The parties agree to go on.')
  await expectAccessible(chair.page, 'a review on a phone')
  await enter(chair.page, reviews.getByRole('button', { name: 'Put the review on record' }))
  await reviews.getByText('The parties agree to go on.').waitFor()

  // The monitor's calendar subscribes to a secret address, which can be taken back.
  await enter(monitor.page, monitor.page.getByRole('button', { name: 'Calendar feed' }))
  const calendar = monitor.page.getByRole('dialog')
  await enter(monitor.page, calendar.getByRole('button', { name: 'Make my address' }))
  const address = await calendar.getByLabel('Your address').inputValue()
  expect(await (await fetch(address)).text()).toContain('BEGIN:VCALENDAR')
  await expectAccessible(monitor.page, 'a calendar feed')
  await enter(monitor.page, calendar.getByRole('button', { name: 'Take it back' }))
  await calendar.getByRole('button', { name: 'Make my address' }).waitFor()
  expect((await fetch(address)).status).toBe(404)

  // Once all parties agree, anybody reads the barometer.
  for (const seat of [kestria, orlava]) await enter(seat.page, seat.page.getByRole('button', { name: 'Agree to publish it' }))
  expect(await meridia.submit('publication.agree', {})).toEqual({ ok: true })
  await chair.page.getByText('Public: all parties have agreed').waitFor()
  const stranger = await (await open({ viewport: PHONE })).newPage()
  await stranger.goto(`${house.origin}/barometer/vesna-valley`)
  await stranger.getByRole('heading', { name: 'Barometer of implementation' }).waitFor()
  await expectAccessible(stranger, 'the public barometer')
  expect(await overflow(stranger)).toBe(0)

  // The record tells all of it, and the other two views show the same milestone in hand.
  await take(orlava, 'Depots emptied')
  for (const view of ['Table', 'In words']) {
    await enter(orlava.page, orlava.page.getByRole('group', { name: 'View' }).getByRole('button', { name: view }))
    await panel(orlava.page).getByRole('heading', { name: 'Depots emptied' }).waitFor()
    await expectAccessible(orlava.page, `${view}, dark`)
  }
  await orlava.page.keyboard.press('g')
  await orlava.page.keyboard.press('r')
  for (const told of [/disputes/, /second/i, /remed/i, /review/i]) await orlava.page.getByText(told).first().waitFor()
  expect(everybody.flatMap(({ faults }) => faults)).toEqual([])
}, 300_000)
