import { randomInt } from 'node:crypto'
import { expect } from 'vitest'
import { randomFrom, type Random } from '../convergence/random.ts'
import { VESNA } from '../stories/house.ts'
import { test } from './session.ts'
import { openTable, sit, type Seat } from './tables.ts'

const STROKES = Number(process.env['STROKES'] ?? 1500)
const keys = [
  'Tab',
  'Tab',
  'Tab',
  'Shift+Tab',
  'Enter',
  'Enter',
  'Space',
  'Escape',
  'Escape',
  'ArrowUp',
  'ArrowDown',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageDown',
  'PageUp',
  'j',
  'k',
  'n',
  'a',
  'r',
  'o',
  'i',
  'c',
  'm',
  'h',
  'd',
  'w',
  'y',
  '?',
  '/',
  'g',
  '[',
  ']',
  't',
  'p',
  's',
  'v',
  'e',
  'x',
  'z',
  '1',
  '2',
  '3',
  'Control+Enter',
  'Control+z',
  'Control+Shift+Z',
  'Control+b',
  'Control+x',
  'Control+v',
  'Control+a',
  'Control+End',
  'Control+Home',
  'Backspace',
  'Delete',
  'Control+]',
  'Control+[',
  'Control+k',
  'Control+f',
  'Control+h',
  'F2',
  'Alt+ArrowUp',
  'Alt+ArrowDown',
  'Shift+F10',
] as const
const BAD = /This page broke|Something on this page failed|was not accepted/
const seats = ['u-kes1', 'u-orl1', 'u-chr1'] as const

test('monkey', { timeout: 900_000, retry: 0 }, async ({ open }) => {
  const seed = Number(process.env['SEED'] ?? randomInt(1, 2 ** 31))
  console.log('seed', seed)
  const random = randomFrom(seed)
  const house = await openTable()
  const people: Seat[] = []
  for (const seat of seats) {
    try {
      people.push(await sit(house, open, seat))
    } catch (e) {
      console.log('no', seat)
    }
  }
  const logs = people.map(() => [] as string[])
  for (const [i, one] of people.entries()) {
    one.page.on('pageerror', (e) => console.log('PAGEERROR', i, e.stack))
    one.page.on('dialog', (d) => void d.accept())
  }
  const pages = ['', '/positions', '/milestones', '/record', '/caucus', '/members', '/proceedings', '/exports', '/path', '/desk']
  for (let i = 0; i < STROKES; i++) {
    await Promise.all(
      people.map(async ({ page }, k) => {
        const log = logs[k] ?? []
        try {
          if (random.chance(0.004)) {
            const to = random.pick(pages as unknown as [string, ...string[]])
            log.push('GOTO ' + to)
            await page.goto(`${house.origin}/n/${VESNA}${to}`)
            return
          }
          if (random.chance(0.03)) {
            const at = { x: random.below(1430), y: random.below(890) }
            log.push(`CLICK ${at.x},${at.y}`)
            await page.mouse.click(at.x, at.y)
            return
          }
          if (random.chance(0.25)) {
            const w = random.word() + ' '
            log.push(JSON.stringify(w))
            await page.keyboard.type(w)
            return
          }
          const key = random.pick(keys)
          log.push(key)
          await page.keyboard.press(key)
        } catch (e) {
          log.push('!! ' + String(e).split('\n')[0])
        }
      }),
    )
    if (i % 10 === 9)
      for (const [k, { page }] of people.entries()) {
        if (!page.url().includes(`/n/${VESNA}`)) {
          logs[k]?.push('BACK from ' + page.url())
          await page.goto(`${house.origin}/n/${VESNA}`).catch(() => undefined)
        }
        const text = await page.evaluate(() => document.body.innerText).catch(() => '')
        const faults = (people[k]?.faults ?? []).filter((f) => !f.startsWith('Applying inline style'))
        if (BAD.test(text) || faults.length > 0) {
          console.log(
            'FOUND',
            k,
            seats[k],
            page.url(),
            BAD.exec(text)?.[0],
            faults.slice(0, 3),
            '\n',
            (logs[k] ?? []).slice(-25).join(' · '),
          )
          const at = BAD.exec(text)?.index ?? 0
          console.log(text.slice(at, at + 600))
          await page.screenshot({ path: `/tmp/monkey-${seed}-${i}.png` })
          ;(people[k]?.faults as string[]).length = 0
          await page.goto('about:blank')
          await page.goto(`${house.origin}/n/${VESNA}`)
        }
      }
  }
  expect(1).toBe(1)
})
