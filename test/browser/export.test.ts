/** The text as HTML, opened on its own: accessible, and the browser runs and loads nothing for it. */
import { NegotiationId } from '@entente/agreement'
import { expect } from 'vitest'
import { openHouse } from '../stories/house.ts'
import { test } from './session.ts'
import { expectAccessible, overflow, PHONE } from './tables.ts'

for (const [negotiation, seat] of [
  ['vesna-valley', 'u-kes1'],
  ['north-coast', 'u-a1'],
] as const)
  for (const what of ['agreed', 'rolling'] as const)
    test(`[export-32] the ${what} text of ${negotiation} as HTML has no violation axe can find`, async ({ open }) => {
      const house = await openHouse()
      const token = await house.token(seat, NegotiationId.parse(negotiation))
      const answer = await house.fetch(`/api/negotiations/${negotiation}/export?format=html&what=${what}&comments=true`, { token })
      const page = await (await open()).newPage()
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      const refused: string[] = []
      page.on('console', (message) => refused.push(message.text()))
      await page.setContent(await answer.text())
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
      expect(await page.evaluate(() => getComputedStyle(document.querySelector('main') ?? document.body).maxWidth)).not.toBe('none')
      await expectAccessible(page, `${negotiation}, ${what}`)
      await page.setViewportSize(PHONE)
      expect(await overflow(page)).toBe(0)
      expect({ asked, refused }).toEqual({ asked: [], refused: [] })
    })
