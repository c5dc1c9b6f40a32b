/**
 * Talks from the first link to the end of a round, by keyboard: everybody comes in by an invitation, a head empowers a deputy, a delegation
 * drafts in private and tables its words, two parties meet apart, the chair closes the round.
 */
import type { BrowserContextOptions, Page } from 'playwright'
import { expect } from 'vitest'
import { founding } from '../stories/founding.ts'
import { chooseFrom, press } from './keys.ts'
import { test } from './session.ts'
import { built, comeBack, DESK, expectAccessible, linkMade, live, membersPage, overflow, PHONE } from './tables.ts'

/** As high as everything on it: a button half under a bar would be found too small. */
async function expectAccessibleWhole(page: Page, where: string): Promise<void> {
  const size = page.viewportSize() ?? DESK
  await page.setViewportSize({ width: size.width, height: 3_000 })
  await expectAccessible(page, where)
  await page.setViewportSize(size)
}

test(
  '[journey-33] three delegations and an observer come in by link; a deputy is empowered; a wording goes from the caucus to the table; two meet apart; the chair closes the round',
  { timeout: 180_000 },
  async ({ open }) => {
    const { house, id, links, chair } = await founding({ web: built })
    const faults: string[] = []
    const enterAs = async (url: string, name: string, options: BrowserContextOptions = {}): Promise<Page> => {
      const page = await (await open({ viewport: DESK, reducedMotion: 'reduce', ...options })).newPage()
      page.setDefaultTimeout(15_000)
      page.on('pageerror', (error) => faults.push(error.message))
      await page.goto(url)
      const field = page.getByRole('textbox', { name: 'Your name' })
      await field.fill(name)
      if (options.viewport?.width === PHONE.width) await expectAccessibleWhole(page, `joining as ${name}`)
      await field.press('Enter')
      await live(page)
      return page
    }
    const presiding = await comeBack(await open({ viewport: DESK, reducedMotion: 'reduce' }), house, chair, id)

    // The chair invites a third delegation and an observer; two delegations had their links from the opening.
    await membersPage(presiding)
    const invite = async (name: string, kind: string): Promise<string> => {
      await press(presiding.getByRole('button', { name: 'Invite another party' }))
      const dialog = presiding.getByRole('dialog')
      await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
      const kinds = dialog.getByRole('combobox').first()
      await kinds.focus()
      // Typing a word chooses from a list.
      await kinds.pressSequentially(kind)
      await dialog.getByRole('textbox', { name: 'Name' }).press('Enter')
      return linkMade(presiding)
    }
    const meridia = await invite('Commonwealth of Meridia', 'Delegation')
    const watching = await invite('Littoral Union', 'Observer')

    const halyna = await enterAs(links.KES.url, 'Halyna Marenko')
    const viktor = await enterAs(links.ORL.url, 'Viktor Arsenyev')
    const mira = await enterAs(meridia, 'Mira Sol', { viewport: PHONE, colorScheme: 'dark' })
    const anneke = await enterAs(watching, 'Anneke de Wit')
    expect(await anneke.getByRole('link', { name: 'Caucus', exact: true }).count()).toBe(0)

    // A head gives a seat and lets it bind.
    await membersPage(halyna)
    await press(halyna.getByRole('button', { name: 'Invite somebody for Kestria' }))
    await press(halyna.getByRole('dialog').getByRole('button', { name: 'Make the link' }))
    const oleh = await enterAs(await linkMade(halyna), 'Oleh Danko')
    await chooseFrom(halyna.getByRole('button', { name: 'Oleh Danko: what can be done' }), /^Let Oleh Danko bind/)
    await press(halyna.getByRole('dialog').getByRole('button', { name: 'Empower' }))
    await halyna.getByText(/^May bind/).waitFor()
    await expectAccessibleWhole(halyna, 'members, for a head')

    // The text: one clause, which everybody reads.
    const give = async (name: string, input: unknown) =>
      expect([name, (await chair.ask('POST', `/api/negotiations/${id}/commands/${name}`, input)).status]).toEqual([name, 200])
    await give('round.open', { label: 'First reading' })
    await give('text.bring-in', { sections: [{ heading: 'Ports', clauses: [{ kind: 'operative', heading: 'Passage' }] }] })
    await halyna.goto(`${house.origin}/n/${id}`)
    await live(halyna)
    const clause = (page: Page) => page.locator('section[data-clause]').filter({ hasText: 'Passage' }).first()
    await clause(halyna).locator('h3').focus()
    await halyna.keyboard.press('Enter')
    await clause(halyna)
      .getByRole('textbox', { name: /^Text of/ })
      .waitFor()
    await halyna.keyboard.type('Ports open within thirty days.')
    for (const page of [viktor, mira, anneke, presiding]) {
      if (page === presiding) await page.goto(`${house.origin}/n/${id}`)
      await page.getByText('Ports open within thirty days.').first().waitFor()
    }

    // The deputy drafts among colleagues and tables exactly what is shown.
    await press(oleh.getByRole('link', { name: 'Caucus', exact: true }))
    await oleh.getByText(/^Caucus of .*, private\.$/).waitFor()
    const kept = oleh.locator('[data-private-clause]').first()
    const other = oleh.getByRole('combobox', { name: 'Another clause' })
    await other.focus()
    await other.press('ArrowDown')
    await press(oleh.getByRole('button', { name: 'Work on it' }))
    await press(kept.getByRole('button', { name: 'Draft other words' }))
    await press(kept.getByRole('button', { name: 'Edit', exact: true }))
    await kept.locator('[contenteditable="true"]').waitFor()
    await oleh.keyboard.press('Control+End')
    await oleh.keyboard.type(' Hospital ships pass at once.')
    await oleh.keyboard.press('Escape')
    expect(await viktor.content()).not.toContain('Hospital ships')
    await expectAccessibleWhole(oleh, 'the caucus')
    await press(kept.getByRole('button', { name: 'Table this wording…' }))
    expect(await oleh.getByRole('dialog').locator('[data-preview]').innerText()).toContain('Hospital ships pass at once.')
    await press(oleh.getByRole('dialog').getByRole('button', { name: /^Table it for/ }))
    for (const page of [viktor, mira, anneke]) await page.getByText('Hospital ships pass at once.').first().waitFor()

    // Two heads meet apart.
    await chooseFrom(viktor.getByRole('button', { name: /^Groups/ }), 'Open a group…')
    await viktor.getByRole('textbox', { name: 'Name' }).fill('Contact group on ships')
    await viktor.getByRole('checkbox', { name: 'Kestria' }).press('Space')
    await press(viktor.getByRole('button', { name: 'Propose it' }))
    await viktor.getByText(/Only .* can read what is written here\./).waitFor()
    await halyna.goto(viktor.url())
    await press(halyna.getByRole('button', { name: 'Agree to meet' }))
    await viktor.getByText('This group meets.').waitFor()
    await viktor.getByRole('textbox', { name: 'Write to this group only' }).fill('Seventy-two hours at most.')
    await press(viktor.getByRole('button', { name: /^Keep the note/ }))
    await halyna.getByText('Seventy-two hours at most.').waitFor()
    await expectAccessibleWhole(halyna, 'a contact group')
    await mira.goto(viktor.url())
    await mira.getByText(/There is no such/).waitFor()
    await mira.goto(`${house.origin}/n/${id}`)
    await live(mira)
    expect(await overflow(mira)).toBe(0)

    // A closed sitting: the observer is sent out, learns nothing, and is back by herself once it is over.
    await give('sitting.open', { kind: 'closed' })
    await anneke.getByRole('heading', { name: 'The table meets in a closed sitting' }).waitFor()
    await expectAccessibleWhole(anneke, 'sent out of a closed sitting')
    await give('sitting.close', {})
    await live(anneke)

    // The chair closes the round.
    await press(presiding.getByRole('button', { name: /^Round 1/ }))
    await press(presiding.getByRole('button', { name: 'Close round 1' }))
    await anneke.getByText(/Round 1 · .*closed/).waitFor()
    expect(faults).toEqual([])
  },
)
