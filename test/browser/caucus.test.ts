/** A delegation in its caucus, and two parties in a contact group: by keyboard, on a desk and on a phone; nobody else sees any of it. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { chooseFrom, press } from './keys.ts'
import { founding, join, type Browser } from '../stories/founding.ts'
import { openLine } from './line.ts'
import { test } from './session.ts'
import {
  built,
  comeBack,
  DESK,
  expectAccessible,
  linkMade,
  live,
  membersPage,
  openTable,
  overflow,
  PHONE,
  saved,
  shot,
  sit,
} from './tables.ts'

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

/** A picture at both widths, in light and dark, where pictures are taken. */
async function shots(page: Page, name: string): Promise<void> {
  const size = page.viewportSize() ?? DESK
  for (const [wide, viewport] of [
    ['desk', DESK],
    ['phone', PHONE],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme })
      await shot(page, `${name}-${wide}-${colorScheme}`)
    }
  await page.setViewportSize(size)
  await page.emulateMedia({ colorScheme: 'light' })
}

test(
  '[journey-40] the chair takes a head away and seats another: the new head begins with an empty caucus, an adviser reads the earlier one',
  { timeout: 180_000 },
  async ({ open }) => {
    const { house, id, links, chair } = await founding({ web: built })
    const at = (path: string) => `/api/negotiations/${id}/${path}`
    const done = async (by: Browser, path: string, input: unknown) => {
      const { status, json } = await by.ask('POST', at(path), input)
      expect([path, status < 300]).toEqual([path, true])
      return json as { readonly url: string; readonly seat: string }
    }
    await done(chair, 'commands/text.bring-in', { sections: [{ heading: 'Ports', clauses: [{ kind: 'operative', heading: 'Passage' }] }] })
    const halyna = await join(house, links.KES.url, 'Halyna Marenko')
    const { url, seat } = await done(halyna, 'seats', { party: 'KES', role: 'adviser', name: 'Adviser' })
    const { line, prepare } = openLine()
    const adviser = await comeBack(
      await open({ viewport: DESK, reducedMotion: 'reduce' }),
      house,
      await join(house, url, 'Oleh Danko'),
      id,
      // A browser that keeps no database for us: what is not sent is in the page alone.
      async (page) => {
        await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
        await prepare(page)
      },
    )
    const presiding = await comeBack(await open({ viewport: DESK, reducedMotion: 'reduce' }), house, chair, id)
    // Kestria and Orlava meet in a group as well.
    const { group } = (await chair
      .ask('POST', at('groups'), { label: 'On ports', parties: ['KES', 'ORL'], announced: true })
      .then(({ json }) => json)) as { readonly group: string }

    // The adviser keeps a note and a draft, and types on when the connection is gone.
    await press(adviser.getByRole('link', { name: 'Caucus', exact: true }))
    await adviser.getByText('Caucus of Kestria, private.').waitFor()
    await adviser.getByRole('textbox', { name: 'Write to your delegation only' }).fill(`Not without ${CANARY}`)
    await press(adviser.getByRole('button', { name: /^Keep the note/ }))
    await adviser.getByLabel('Another clause').selectOption({ index: 1 })
    await press(adviser.getByRole('button', { name: 'Work on it' }))
    await press(adviser.getByRole('button', { name: 'Draft other words' }))
    await press(adviser.getByRole('button', { name: 'Edit', exact: true }))
    await adviser.locator('[contenteditable="true"]').waitFor()
    await adviser.keyboard.type(`Ports of ${CANARY}.`)
    await saved(adviser)
    await line.cut(adviser)
    await adviser.keyboard.type(' Typed too late.')

    // The chair is told what follows before it is done.
    await membersPage(presiding)
    await chooseFrom(presiding.getByRole('button', { name: 'Halyna Marenko: what can be done' }), 'Take the seat away…')
    await presiding
      .getByRole('dialog')
      .getByText(/^You then give the head’s seat of Kestria again\. Its caucus begins anew/)
      .waitFor()
    await expectAccessible(presiding, 'taking the head’s seat away')
    await shots(presiding, 'take-away')
    await press(presiding.getByRole('dialog').getByRole('button', { name: 'Take the seat away' }))
    await presiding.getByText('Halyna Marenko has no seat for Kestria any more.').waitFor()
    // Nor would a link for a seat of before lead in.
    await presiding.getByRole('button', { name: 'Oleh Danko: what can be done' }).press('Enter')
    await presiding.getByRole('menuitem', { name: 'Take the seat away…' }).waitFor()
    expect(await presiding.getByRole('menuitem', { name: /link/ }).count()).toBe(0)
    await presiding.keyboard.press('Escape')
    await press(presiding.getByRole('button', { name: 'Invite somebody for Kestria' }))
    await presiding
      .getByRole('dialog')
      .getByText(/^Its caucus begins anew: the new head reads nothing .* no place in groups that were opened before without you\.$/)
      .waitFor()
    await expectAccessible(presiding, 'giving the head’s seat again')
    await shots(presiding, 'invite')
    await press(presiding.getByRole('dialog').getByRole('button', { name: 'Make the link' }))
    const link = await linkMade(presiding)

    // The new head, on a phone, in the dark: an empty caucus, and no way to the one before.
    const head = await (await open({ viewport: PHONE, colorScheme: 'dark', reducedMotion: 'reduce' })).newPage()
    head.setDefaultTimeout(15_000)
    const overheard = heard(head)
    await head.goto(link)
    await head.getByRole('textbox', { name: 'Your name' }).fill('Oksana Bila')
    await head.keyboard.press('Enter')
    await live(head)
    await press(head.getByRole('link', { name: 'Caucus', exact: true }))
    await head.getByText('This caucus begins with you.', { exact: true }).waitFor()
    await head.setViewportSize({ width: PHONE.width, height: 3_000 })
    await expectAccessible(head, 'the caucus that begins with its head, phone, dark')
    await head.setViewportSize(PHONE)
    await shots(head, 'begins-with-you')
    expect([await overflow(head), await head.getByRole('link', { name: /earlier/ }).count()]).toEqual([0, 0])
    await head.goto(`${house.origin}/n/${id}/caucus/1`)
    await head.getByText(/There is no such/).waitFor()
    // Nor into the group from before, which is in no list of theirs.
    await head.goto(`${house.origin}/n/${id}/group/${group}`)
    await head.getByText(/There is no such/).waitFor()
    await head.goto(`${house.origin}/n/${id}/caucus`)
    await head.getByText('This caucus begins with you.', { exact: true }).waitFor()
    await press(head.getByRole('button', { name: 'Groups', exact: true }))
    await head.getByRole('menuitem', { name: 'Open a group…', exact: true }).waitFor()
    expect(await head.getByRole('menuitem').count()).toBe(1)
    await head.keyboard.press('Escape')

    // The adviser comes back into the caucus that began. What was typed meanwhile reached nobody and is there to be copied.
    line.mend()
    await adviser.getByText('Your caucus began anew', { exact: true }).waitFor({ timeout: 40_000 })
    await adviser.getByText(/came after this room was closed/).waitFor({ timeout: 40_000 })
    await adviser.getByText(`Ports of ${CANARY}. Typed too late.`).waitFor()
    await adviser.setViewportSize({ width: DESK.width, height: 3_000 })
    await expectAccessible(adviser, 'the caucus that began anew')
    await adviser.setViewportSize(DESK)
    await shots(adviser, 'began-anew')
    await adviser.getByRole('textbox', { name: 'Write to your delegation only' }).fill('Welcome')
    await press(adviser.getByRole('button', { name: /^Keep the note/ }))
    await head.getByText('Welcome', { exact: true }).waitFor()

    // The earlier one is read and copied, and nothing in it is changed.
    await press(adviser.getByRole('link', { name: 'the earlier caucus', exact: true }))
    await adviser.getByText('This earlier caucus is closed; it is only read.', { exact: true }).waitFor()
    await adviser.getByText(`Not without ${CANARY}`, { exact: true }).waitFor()
    await expect.poll(() => adviser.locator('[data-draft]').innerText(), { timeout: 10_000 }).toContain(`Ports of ${CANARY}.`)
    expect(await adviser.locator('[data-draft]').innerText()).not.toContain('too late')
    const changing = adviser.getByRole('main').getByRole('button', { name: /^(Edit|Table|Put aside|Discuss|Draft|Keep|Set|Retract)/ })
    expect([await adviser.getByRole('main').getByRole('textbox').count(), await changing.count()]).toEqual([0, 0])
    await adviser.setViewportSize({ width: DESK.width, height: 3_000 })
    await expectAccessible(adviser, 'the earlier caucus')
    await adviser.setViewportSize(DESK)
    await shots(adviser, 'earlier')
    await press(adviser.getByRole('button', { name: 'Dismiss' }))
    await press(adviser.getByRole('link', { name: /^entry \d+ of the record/ }))
    await adviser
      .locator('[data-entry][data-open]')
      .getByText(/Its caucus began anew/)
      .waitFor()
    await shots(adviser, 'record')

    // The group from before goes on with those of before, and says by name who they are.
    await adviser.goto(`${house.origin}/n/${id}/caucus`)
    await chooseFrom(adviser.getByRole('button', { name: 'Groups: 1', exact: true }), 'On ports')
    await adviser.getByText('Only Kestria (Oleh Danko alone) and Orlava can read what is written here.').waitFor()
    await adviser.getByText(/Whoever was seated for Kestria from outside after it was opened has no place in it\.$/).waitFor()
    await expectAccessible(adviser, 'a group from before')
    await shots(adviser, 'group')
    expect(await overflow(adviser)).toBe(0)

    // Once more, while the adviser is writing: the letters are no commands here, and what was written is kept where it was meant to be read.
    await adviser.goto(`${house.origin}/n/${id}/caucus`)
    await adviser.getByRole('textbox', { name: 'Write to your delegation only' }).click()
    await adviser.keyboard.type('Between ourselves')
    const lines = (await chair.ask('GET', at('members'))).json as readonly { readonly seat: string }[]
    const [oksana] = lines.filter((each) => ![seat, links.ORL.seat, links.CHR.seat].includes(each.seat))
    await done(chair, `seats/${oksana?.seat}/withdraw`, {})
    await done(chair, 'seats', { party: 'KES', role: 'head', name: 'Third head' })
    await adviser.getByText(/gave Third head a seat \(/).waitFor()
    await adviser.locator('[data-caucus="began-anew"]:focus').waitFor()
    await adviser.keyboard.type(' great chart')
    expect(new URL(adviser.url()).pathname).toBe(`/n/${id}/caucus`)
    expect(await adviser.getByRole('textbox', { name: 'Write to your delegation only' }).inputValue()).toBe('')
    await press(adviser.getByRole('link', { name: 'the earlier caucus', exact: true }))
    await adviser.getByText('You were writing this when the room was closed. Nobody was sent it.', { exact: true }).waitFor()
    await adviser.getByText('Between ourselves', { exact: true }).waitFor()
    await press(adviser.getByRole('link', { name: 'The one before this', exact: true }))
    await adviser.getByText(`Not without ${CANARY}`, { exact: true }).waitFor()

    // And while a draft of the caucus is typed in its clause at the table: nobody holds that room any more, and it keeps the words all the same.
    await press(adviser.getByRole('link', { name: 'To your caucus', exact: true }))
    await adviser.getByLabel('Another clause').selectOption({ index: 1 })
    await press(adviser.getByRole('button', { name: 'Work on it' }))
    await press(adviser.getByRole('button', { name: 'Draft other words' }))
    await adviser.locator('[data-draft]').waitFor()
    await press(adviser.getByRole('link', { name: 'Back to the table', exact: true }))
    await adviser.locator('section[data-clause] h3').first().focus()
    await press(adviser.getByRole('button', { name: 'Go on with Draft 1' }))
    await adviser.locator('[data-drafting] [contenteditable="true"]').waitFor()
    await adviser.keyboard.type('Typed at the table.')
    await saved(adviser)
    await line.cut(adviser)
    await adviser.keyboard.type(' And too late.')
    await adviser.locator('[data-drafting]').getByText('Typed at the table. And too late.', { exact: true }).waitFor()
    await done(chair, 'seats', { party: 'KES', role: 'adviser', name: 'Another adviser' })
    line.mend()
    await adviser.locator('[data-drafting]').waitFor({ state: 'detached', timeout: 40_000 })
    await press(adviser.getByRole('link', { name: 'Caucus', exact: true }))
    await adviser.waitForURL(/\/caucus$/)
    await adviser.getByText(/gave Another adviser a seat \(/).waitFor({ timeout: 40_000 })
    // A room that keeps nothing and was left later, the group, is closed by now.
    await chooseFrom(adviser.getByRole('button', { name: 'Groups: 1', exact: true }), 'On ports')
    await adviser.getByText(/This group meets\./).waitFor()
    const inGroup = () => line.ends().some((end) => end.endsWith(group))
    expect(inGroup()).toBe(true)
    await press(adviser.getByRole('link', { name: 'Caucus', exact: true }))
    await expect.poll(inGroup, { timeout: 10_000 }).toBe(false)
    await press(adviser.getByRole('link', { name: 'the earlier caucus', exact: true }))
    await adviser.getByText('Typed at the table. And too late.', { exact: true }).waitFor()

    expect(await overheard()).not.toContain(CANARY)
  },
)
