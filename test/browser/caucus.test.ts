/** A delegation in its caucus, and two parties in a contact group: by keyboard, on a desk and on a phone; nobody else sees any of it. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { chooseFrom, press } from './keys.ts'
import { test } from './session.ts'
import { DESK, expectAccessible, openTable, overflow, PHONE, sit } from './tables.ts'

const CANARY = 'heliotrope'

/** Everything that reaches a page: frames of its sockets, and what it shows. */
function heard(page: Page): () => Promise<string> {
  const frames: string[] = []
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => frames.push(payload.toString()))
  })
  return async () => frames.join('\n') + (await page.content())
}

test(
  '[journey-19] an adviser drafts in the caucus and asks the head, who answers and tables the wording; two parties meet in a group; the chair closes the round',
  { timeout: 180_000 },
  async ({ open }) => {
    const house = await openTable()
    let overheard = () => Promise.resolve('')
    const [head, adviser, orlava, chair] = await Promise.all([
      sit(house, open, 'u-kes1', { reducedMotion: 'reduce' }),
      sit(house, open, 'u-kes2', { viewport: PHONE, colorScheme: 'dark', reducedMotion: 'reduce' }),
      sit(house, open, 'u-orl1', {
        prepare: async (page) => {
          overheard = heard(page)
        },
      }),
      sit(house, open, 'u-chair'),
    ])

    // The adviser, on a phone, sets a line, drafts and asks.
    const small = adviser.page
    await press(small.getByRole('link', { name: 'Caucus', exact: true }))
    await small.getByText('Caucus of Kestria, private.').waitFor()
    await small.getByLabel('Another clause').selectOption({ label: '6. Military movements and uncrewed systems' })
    await press(small.getByRole('button', { name: 'Work on it' }))
    const clause = small.locator('[data-private-clause="c6"]')
    await press(clause.getByRole('button', { name: 'Set our red line on clause 6' }))
    await small.getByRole('textbox', { name: 'Red line' }).fill(`Nothing below ${CANARY}`)
    await press(small.getByRole('button', { name: 'Keep it' }))
    await press(clause.getByRole('button', { name: 'Draft other words' }))
    await press(clause.getByRole('button', { name: 'Edit', exact: true }))
    const editor = clause.locator('[contenteditable="true"]')
    await editor.waitFor()
    await small.keyboard.press('Control+End')
    await small.keyboard.type(' This applies at night.')
    await small.keyboard.press('Escape')
    // All of it at once: a button half under a bar would be found too small.
    await small.setViewportSize({ width: PHONE.width, height: 3_000 })
    await expectAccessible(small, 'the caucus on a phone, dark')
    await small.setViewportSize(PHONE)
    expect(await overflow(small)).toBe(0)
    await press(small.getByRole('link', { name: 'Back to the table' }))
    await adviser.clause('c7').locator('h3').focus()
    await chooseFrom(adviser.clause('c7').getByRole('button', { name: 'Ask the head…' }), 'Ask to reserve')
    await adviser.clause('c7').getByText('Asked, waits for the head').waitFor()

    // The head sees the line beside the clause at the table, answers, and tables the wording.
    const desk = head.page
    await head.clause('c6').locator('h3').focus()
    await head.clause('c6').locator('[data-private]').getByText(`Nothing below ${CANARY}`).waitFor()
    await desk.keyboard.press('g')
    await desk.keyboard.press('c')
    await press(desk.getByRole('button', { name: 'Answer…' }))
    await expectAccessible(desk, 'the answer of the head')
    await press(desk.getByRole('dialog').getByRole('button', { name: 'Record for Kestria' }))
    await desk.getByText('Said at the table since.').waitFor()
    await orlava.clause('c7').locator('[data-party="KES"][data-standing="current"]').getByText('Reserves').waitFor()
    // What stands in the caucus can be taken home; the file says on it that it is confidential.
    const downloading = desk.waitForEvent('download')
    await chooseFrom(desk.getByRole('button', { name: 'Export this caucus' }), /^Markdown/)
    const taken = await readFile(await (await downloading).path(), 'utf8')
    expect(taken).toContain(CANARY)
    expect(taken.toLowerCase()).toContain('confidential')
    await desk.setViewportSize({ width: DESK.width, height: 3_000 })
    await expectAccessible(desk, 'the caucus on a desk')
    await desk.setViewportSize(DESK)
    await press(desk.locator('[data-private-clause="c6"]').getByRole('button', { name: 'Table this wording…' }))
    expect(await desk.getByRole('dialog').locator('[data-preview]').innerText()).toContain('This applies at night.')
    expect(await desk.getByRole('dialog').innerText()).not.toContain(CANARY)
    await expectAccessible(desk, 'what would be published')
    await press(desk.getByRole('dialog').getByRole('button', { name: 'Table it for Kestria' }))
    await orlava.clause('c6').locator('h3').focus()
    await orlava.clause('c6').getByText('This applies at night.').first().waitFor()

    // A group of two meets; the chair, who was not asked, has no way in and hears of nothing.
    await chooseFrom(desk.getByRole('button', { name: /^Groups/ }), 'Open a group…')
    await desk.getByRole('textbox', { name: 'Name' }).fill('Contact group on distances')
    await desk.getByRole('checkbox', { name: 'Orlava' }).press('Space')
    await expectAccessible(desk, 'proposing a group')
    await press(desk.getByRole('button', { name: 'Propose it' }))
    await desk.getByText('Only Kestria and Orlava can read what is written here.').waitFor()
    await orlava.page.goto(desk.url())
    await press(orlava.page.getByRole('button', { name: 'Agree to meet' }))
    await desk.getByText('This group meets.').waitFor()
    await desk.getByRole('textbox', { name: 'Write to this group only' }).fill('25 km, if the sites are named.')
    await press(desk.getByRole('button', { name: /^Keep the note/ }))
    await orlava.page.getByText('25 km, if the sites are named.').waitFor()
    await expectAccessible(orlava.page, 'a group')
    await chair.page.goto(desk.url())
    await chair.page.getByText(/There is no such/).waitFor()
    await chair.page.goto(`${house.origin}/n/vesna-valley`)

    // The chair closes the round, and the record has nothing of the caucus.
    await press(chair.page.getByRole('button', { name: /^Round 3/ }))
    await press(chair.page.getByRole('button', { name: 'Close round 3' }))
    await orlava.page.getByText(/Round 3 · .*closed/).waitFor()
    expect(await overheard()).not.toContain(CANARY)
    expect([...head.faults, ...adviser.faults]).toEqual([])
  },
)
