/** The chair conducts a sitting: speakers, a frozen clause, a roll call, the projector. A delegation answers from a phone. */
import { expect } from 'vitest'
import { focused } from './keys.ts'
import { test } from './session.ts'
import { expectAccessible, openTable, overflow, PHONE, shot, sit } from './tables.ts'

test('[journey-18] the chair conducts a sitting, and every delegation follows and answers it', { timeout: 120_000 }, async ({ open }) => {
  const house = await openTable()
  const [chair, kestria, orlava] = await Promise.all([
    sit(house, open, 'u-chair'),
    sit(house, open, 'u-kes1'),
    sit(house, open, 'u-orl1', { viewport: PHONE }),
  ])
  const conduct = chair.page.getByRole('dialog', { name: 'Proceedings' })

  // A plenary, three minutes each, and Kestria asks for the floor with the keyboard alone.
  await chair.page.getByRole('button', { name: /^Round 3/ }).click()
  await conduct.getByRole('button', { name: 'Open a plenary' }).click()
  await conduct.getByLabel('Time for each speech').selectOption('3')
  await expectAccessible(chair.page, 'proceedings of the chair')
  await kestria.page.getByText('Plenary', { exact: true }).waitFor()
  await kestria.page.getByRole('button', { name: 'Proceedings…' }).press('Enter')
  const asking = kestria.page.getByRole('dialog', { name: 'Proceedings' })
  await asking.getByRole('textbox', { name: 'To speak about' }).fill('The withdrawal')
  await asking.getByRole('textbox', { name: 'To speak about' }).press('Enter')
  await asking.getByRole('button', { name: 'Come off the list' }).waitFor()
  await kestria.page.keyboard.press('Escape')
  await conduct.getByRole('button', { name: 'Next speaker: Kestria' }).click()
  await orlava.page.getByText('Kestria has the floor').waitFor()
  await expect.poll(() => orlava.page.getByText(/^[0-3]:\d\d left$/).count()).toBe(1)
  await conduct.getByRole('button', { name: 'End the speech' }).click()
  await orlava.page.getByText('Kestria has the floor').waitFor({ state: 'detached' })

  // A frozen clause takes no word from anybody, and says why.
  await chair.page.keyboard.press('Escape')
  await chair.clause('c8').locator('h3').focus()
  await chair
    .clause('c8')
    .getByRole('button', { name: /^Change the place/ })
    .press('Enter')
  await chair.page.getByRole('menuitem', { name: 'Freeze this clause…' }).click()
  await chair.page.getByLabel('Reason').fill('All have agreed to it.')
  await chair.page.getByRole('button', { name: 'Freeze the clause' }).click()
  await kestria.clause('c8').getByText('“All have agreed to it.”').waitFor()
  await kestria.clause('c8').locator('[data-words]').first().click()
  await kestria
    .clause('c8')
    .getByText(/Cannot be edited now: the chair froze this clause/)
    .first()
    .waitFor()
  expect(await kestria.page.locator('[contenteditable="true"]').count()).toBe(0)

  // A roll call on that clause: the sheet fills as each delegation that is called answers.
  await chair.page.getByRole('button', { name: 'Conduct…' }).click()
  await conduct.getByRole('button', { name: 'Call the roll…' }).click()
  await conduct.getByRole('radio', { name: /Certain clauses/ }).check()
  await conduct.getByRole('checkbox', { name: /^8\. / }).check()
  await conduct.getByRole('button', { name: 'Call the roll', exact: true }).click()
  await conduct.getByRole('heading', { name: /^Roll call on clause 8$/ }).waitFor()
  const answers = { KES: kestria, ORL: orlava } as const
  const sheetOfCall = async () => (await conduct.locator('tr[data-party]').allInnerTexts()).join('\n')
  for (let turn = 0; turn < 4; turn++) {
    const called = conduct.locator('tr[aria-current="step"]')
    if (!(await conduct.getByRole('heading', { name: /^Roll call on clause 8$/ }).isVisible())) break
    const before = await sheetOfCall()
    const party = await called.getAttribute('data-party')
    if (party === 'KES' || party === 'ORL') {
      const { page } = answers[party]
      await page.getByText('your delegation is called').waitFor()
      await page.getByRole('button', { name: 'Answer…' }).click()
      const form = page.getByRole('form', { name: 'Answer the roll call' })
      if (party === 'ORL') {
        await expectAccessible(page, 'a roll call on a phone')
        expect(await overflow(page)).toBe(0)
      }
      await form.getByRole('button', { name: party === 'KES' ? 'We accept' : 'We reserve', exact: true }).click()
      await form.waitFor({ state: 'detached' })
    } else await conduct.getByRole('button', { name: 'Meridia does not answer' }).click()
    // Whoever does not answer and is the last is called again at once, so what is waited for is a sheet that says something new.
    await expect.poll(sheetOfCall).not.toBe(before)
  }
  await conduct.getByRole('heading', { name: /ended$/ }).waitFor()
  expect(await conduct.locator('tr[data-party="ORL"]').innerText()).toContain('Reserves')
  expect(await conduct.locator('tr[data-party="MER"]').innerText()).toContain('No answer')

  // The room reads the clause from afar, and a presentation remote goes on.
  await conduct.getByRole('link', { name: 'Projector view' }).click()
  await chair.page.getByRole('heading', { level: 1 }).waitFor()
  await expectAccessible(chair.page, 'projector')
  const first = await chair.page.getByRole('heading', { level: 1 }).innerText()
  await chair.page.keyboard.press('PageDown')
  await expect.poll(() => chair.page.getByRole('heading', { level: 1 }).innerText()).not.toBe(first)
  expect(
    await chair.page.evaluate(() =>
      Number.parseFloat(getComputedStyle(document.querySelector('main [data-words]') ?? document.body).fontSize),
    ),
  ).toBeGreaterThanOrEqual(28)
  expect(await chair.page.getByRole('button').count()).toBe(0)
  // A new clause that is proposed has its turn where it would stand, and what amendments would change stands in brackets for the room as well.
  const text = [{ type: 'paragraph', runs: [{ text: 'Hostilities do not resume.' }] }]
  const proposing = await house.sit('u-orl1')
  const place = { section: 'II', after: 'c4', clauseKind: 'operative', heading: 'No return', text }
  expect(await proposing.submit('amendment.table-clause', place)).toEqual({ ok: true })
  const heading = chair.page.getByRole('heading', { level: 1 })
  const until = async (name: string) => {
    for (let before = await heading.innerText(); !before.includes(name); before = await heading.innerText()) {
      await chair.page.keyboard.press('PageDown')
      await expect.poll(() => heading.innerText()).not.toBe(before)
    }
  }
  await until('New clause')
  await chair.page.getByText('Proposed after clause 4', { exact: true }).waitFor()
  expect(await chair.page.locator('main [data-words]').innerText()).toBe('Hostilities do not resume.')
  await expectAccessible(chair.page, 'projector with a proposed clause')
  await shot(chair.page, 'projector-proposed')
  await until('Clause 5')
  const bracketed = chair.page.locator('[data-bracketed]')
  await bracketed.waitFor()
  expect(await bracketed.innerText()).toMatch(/\[.*(KES|MER|ORL)/s)
  await expectAccessible(chair.page, 'projector with brackets')
  await chair.page.keyboard.press('PageUp')
  await chair.page.getByText('Proposed after clause 4', { exact: true }).waitFor()
  await chair.page.keyboard.press('Escape')
  await focused(chair.page.getByRole('region', { name: 'Proposed: the new clause “No return” of Orlava' }))
  expect([...chair.faults, ...kestria.faults, ...orlava.faults]).toEqual([])
})
