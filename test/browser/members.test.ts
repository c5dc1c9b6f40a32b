/** Who sits at a table, as the chair and a head of delegation see to it, by keyboard, on a desk and on a phone. */
import { expect } from 'vitest'
import { browserOf, founding, join, secretOf } from '../stories/founding.ts'
import { chooseFrom, press } from './keys.ts'
import { test } from './session.ts'
import { built, comeBack, DESK, expectAccessible, linkMade, live, membersPage, overflow, PHONE } from './tables.ts'

test('[journey-23] the chair invites a third delegation later; its head invites, empowers, hands over and takes a seat away, by keyboard', async ({
  open,
}) => {
  const { house, id, links, chair } = await founding({ web: built })
  await join(house, links.KES.url, 'Halyna Marenko')
  for (const [name, input] of [
    ['round.open', { label: 'First reading' }],
    ['round.close', {}],
  ] as const)
    expect((await chair.ask('POST', `/api/negotiations/${id}/commands/${name}`, input)).status).toBe(200)
  const page = await comeBack(await open({ viewport: DESK, reducedMotion: 'reduce' }), house, chair, id)
  await membersPage(page)
  await page.getByRole('heading', { name: 'Members' }).waitFor()
  await page.getByText('Kestria has a head at the table, so it gives its own seats').waitFor()
  expect(await page.getByRole('button', { name: 'Invite somebody for Kestria' }).count()).toBe(0)
  await press(page.getByRole('button', { name: 'Invite another party' }))
  await page.getByRole('textbox', { name: 'Name' }).fill('Liurian Union')
  await expectAccessible(page, 'inviting a party')
  await page.keyboard.press('Enter')
  const liuria = await linkMade(page)
  await page.getByText('Invited after round 1.').waitFor()

  const asHead = await open({ viewport: PHONE, colorScheme: 'dark', reducedMotion: 'reduce' })
  const head = await asHead.newPage()
  head.setDefaultTimeout(12_000)
  await head.goto(liuria)
  await head.getByText('Invited by Ingrid Solheim, chair.').waitFor()
  await head.getByRole('textbox', { name: 'Your name' }).fill('Ana Liu')
  await head.keyboard.press('Enter')
  await live(head)
  await membersPage(head)
  const invite = async () => {
    await press(head.getByRole('button', { name: 'Invite somebody for Liurian Union' }))
    await press(head.getByRole('dialog').getByRole('button', { name: 'Make the link' }))
    return linkMade(head)
  }
  await join(house, await invite(), 'Bo Tamm')
  const second = await join(house, await invite(), 'Cyn Orro')
  await head.getByText('Bo Tamm').first().waitFor()
  await chooseFrom(head.getByRole('button', { name: 'Bo Tamm: what can be done' }), /^Let Bo Tamm bind/)
  await expectAccessible(head, 'empowering, phone, dark')
  await press(head.getByRole('dialog').getByRole('button', { name: 'Empower' }))
  await head.getByText('May bind Liurian Union', { exact: true }).waitFor()
  await chooseFrom(head.getByRole('button', { name: 'Cyn Orro: what can be done' }), 'Make a new link…')
  await press(head.getByRole('dialog').getByRole('button', { name: 'Make the link' }))
  const replacement = await linkMade(head)
  await chooseFrom(head.getByRole('button', { name: 'Cyn Orro: what can be done' }), 'Withdraw the open link')
  await head.getByText('The link for Cyn Orro opens nothing any more.').waitFor()
  const opened = await browserOf(house, '').ask('POST', '/api/invitations/look', { token: secretOf(replacement) })
  expect(opened.status).toBe(410)
  await chooseFrom(head.getByRole('button', { name: 'Cyn Orro: what can be done' }), 'Take the seat away…')
  await head.getByRole('textbox', { name: 'Reason' }).fill('Recalled')
  await expectAccessible(head, 'taking a seat away, phone, dark')
  await head.keyboard.press('Enter')
  await head.locator('li[data-seat]', { hasText: 'Cyn Orro' }).waitFor({ state: 'detached' })
  expect((await second.ask('GET', '/api/me')).json).toMatchObject({ seats: [] })
  await chooseFrom(head.getByRole('button', { name: 'Bo Tamm: what can be done' }), /^Hand the head’s seat over/)
  await press(head.getByRole('dialog').getByRole('button', { name: 'Hand over' }))
  await head.locator('li[data-seat]', { hasText: 'Bo Tamm' }).getByText('head of delegation').waitFor()
  expect(await head.getByRole('button', { name: 'Invite somebody for Liurian Union' }).count()).toBe(0)
  await expectAccessible(head, 'members, phone, dark')
  await head.setViewportSize({ width: 320, height: 700 })
  expect(await overflow(head)).toBe(0)

  await page.locator('li[data-seat]', { hasText: 'Bo Tamm' }).getByText('head of delegation').waitFor()
  await expectAccessible(page, 'members, desk')

  // Liuria goes home: one command, with its reason, ends all its connections, and the page says what becomes of its consent.
  await press(page.getByRole('button', { name: 'Liurian Union withdraws from the talks…' }))
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Recalled by its government')
  await dialog.getByText('Its consent is still required.', { exact: false }).waitFor()
  await expectAccessible(page, 'a party withdraws')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('“Recalled by its government”').waitFor()
  await page.getByText('Nobody sits for Liurian Union.').waitFor()
  await head.getByRole('heading', { name: 'Your seat at this table was withdrawn' }).waitFor()
  await page.goto(`${house.origin}/n/${id}/record`)
  for (const told of [
    'took the seat of Cyn Orro away',
    'has a new head of delegation, Bo Tamm',
    'recorded that Liurian Union has withdrawn from the talks',
  ])
    await page.getByText(told).first().waitFor()
})
