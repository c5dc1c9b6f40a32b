/** Signing in and out: a passkey on two devices, a session ended from another device, a seat taken away with words not sent. */
import type { BrowserContext, CDPSession, Page } from 'playwright'
import { expect } from 'vitest'
import { founding, join } from '../stories/founding.ts'
import { CLIENT, identityProvider } from '../stories/identity-provider.ts'
import { test } from './session.ts'
import { built, DESK, expectAccessible, live, PHONE } from './tables.ts'

/** A device that keeps passkeys, without anybody having to touch it (WebDriver extension of Web Authentication, as Chromium's CDP has it). */
async function authenticator(context: BrowserContext, page: Page): Promise<{ readonly cdp: CDPSession; readonly authenticatorId: string }> {
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { cdp, authenticatorId }
}

test('[journey-20] a delegate joins by link, adds a passkey, signs in with it on a second device, and ends the first from there', async ({
  open,
}) => {
  const { house, links } = await founding({ web: built })
  const laptop = await open({ viewport: DESK })
  const page = await laptop.newPage()
  page.setDefaultTimeout(12_000)
  const first = await authenticator(laptop, page)
  await page.goto(links.KES.url)
  await page.getByRole('textbox', { name: 'Your name' }).fill('Halyna Marenko')
  await expectAccessible(page, 'join')
  await page.getByRole('button', { name: 'Join and add a passkey' }).click()
  await live(page)
  expect(page.url()).not.toContain('#')

  await page.goto(`${house.origin}/account`)
  await page.getByRole('button', { name: 'Rename Passkey' }).click()
  await page.getByRole('textbox', { name: 'New name of Passkey' }).fill('Ministry laptop')
  await page.keyboard.press('Enter')
  await page.getByText('Ministry laptop').first().waitFor()
  await expectAccessible(page, 'account')

  // The second device has the passkey because its owner's keychain brought it there.
  const phone = await open({
    viewport: PHONE,
    userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/18.6 Mobile Safari/604.1',
  })
  const other = await phone.newPage()
  other.setDefaultTimeout(12_000)
  const second = await authenticator(phone, other)
  const { credentials } = await first.cdp.send('WebAuthn.getCredentials', { authenticatorId: first.authenticatorId })
  for (const credential of credentials)
    await second.cdp.send('WebAuthn.addCredential', { authenticatorId: second.authenticatorId, credential })
  await other.goto(`${house.origin}/`)
  await other.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await other.getByRole('link', { name: 'Communiqué' }).waitFor()

  await page.goto(`${house.origin}/n/${(await page.evaluate(() => fetch('/api/me').then((answer) => answer.json()))).seats[0].negotiation}`)
  await live(page)
  await other.goto(`${house.origin}/account`)
  await other.getByText('This device', { exact: true }).waitFor()
  await expectAccessible(other, 'account, phone')
  const before = Date.now()
  await other.getByRole('button', { name: /^Sign out Chrome on/ }).click()
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
  expect(Date.now() - before).toBeLessThan(2_000)

  await other.getByRole('button', { name: 'Remove Ministry laptop' }).click()
  await other.getByText('Without a passkey').waitFor()
  await page.goto(`${house.origin}/`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByText('This passkey does not sign anybody in here.').waitFor()
})

test('[journey-21] a seat that is taken away closes at once, says why, and lets what was not sent be copied', async ({ open }) => {
  const { house, id, links, chair } = await founding({ web: built })
  const head = await join(house, links.KES.url, 'Halyna Marenko')
  const made = (await head.ask('POST', `/api/negotiations/${id}/seats`, { party: 'KES', role: 'adviser', name: 'Adviser' })).json as {
    url: string
    seat: string
  }
  expect(
    (
      await chair.ask('POST', `/api/negotiations/${id}/commands/clause.add`, {
        section: 'operative',
        kind: 'operative',
        heading: 'Fisheries',
      })
    ).status,
  ).toBe(200)
  const context = await open({ viewport: DESK })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  page.setDefaultTimeout(12_000)
  let held = false
  await page.routeWebSocket(/\/sync\//, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      if (!held) server.send(message)
    })
  })
  await page.goto(made.url)
  await page.getByRole('textbox', { name: 'Your name' }).fill('Petro Lisak')
  await page.getByRole('button', { name: 'Join the table' }).click()
  await live(page)
  await page.locator('section[data-clause] [data-words]').first().click()
  const editor = page.getByRole('textbox', { name: /^Text of/ })
  await editor.waitFor()
  await page.keyboard.type('Both sides refrain. ')
  await page.getByText('Live, saved').filter({ visible: true }).first().waitFor()
  // What is typed from here on never reaches the server, as on a line that drops what is sent and has not noticed yet.
  held = true
  await page.keyboard.type('Unsent words. ')
  expect((await head.ask('POST', `/api/negotiations/${id}/seats/${made.seat}/withdraw`, { reason: 'Recalled' })).status).toBe(204)
  await page.getByRole('heading', { name: 'Your seat at this table was withdrawn' }).waitFor()
  await expectAccessible(page, 'ended')
  await page.getByRole('button', { name: 'Copy unsent text' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Unsent words.')
})

test('[journey-22] an invitation for an organisation’s address is opened through that organisation, and brings its owner back later', async ({
  open,
}) => {
  const provider = await identityProvider()
  const { house, id, links } = await founding({
    web: built,
    oidc: [{ id: 'ministry', name: 'Ministry of Foreign Affairs', issuer: provider.issuer, ...CLIENT, trustsEmail: false }],
  })
  provider.serve(house.origin)
  const head = await join(house, links.KES.url, 'Halyna Marenko')
  const seat = { party: 'KES', role: 'negotiator', name: 'Negotiator, Kestria', expects: '@mfa.example' }
  const { url } = (await head.ask('POST', `/api/negotiations/${id}/seats`, seat)).json as { url: string }
  const page = await (await open({ viewport: DESK })).newPage()
  page.setDefaultTimeout(12_000)
  const throughMinistry = async () => {
    await page.getByRole('button', { name: 'Sign in with Ministry of Foreign Affairs' }).click()
    await page.getByPlaceholder('Enter any login').fill('petro')
    await page.getByPlaceholder('and password').fill('any')
    await page.getByRole('button', { name: 'Sign-in' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
  }
  await page.goto(url)
  await page.getByText('This link is for an address at mfa.example.').waitFor()
  await expectAccessible(page, 'join, for an address')
  await throughMinistry()
  await page.getByText('This browser is signed in as petro.').waitFor()
  expect(page.url()).toBe(`${house.origin}/join`)
  await page.getByRole('textbox', { name: 'Your name' }).fill('Petro Lisak')
  await page.getByRole('button', { name: 'Join the table' }).click()
  await live(page)
  await page.goto(`${house.origin}/account`)
  await page.getByText('petro@mfa.example').waitFor()
  await expectAccessible(page, 'account, with an organisation')
  await page.getByRole('button', { name: /^Sign out Chrome/ }).click()
  await page.getByText('No negotiations of your own yet').waitFor()
  await page.context().clearCookies()
  await throughMinistry()
  await page.getByRole('link', { name: 'Communiqué' }).waitFor()
})
