/** A server without the demonstration, its first chair, a negotiation of two delegations, and people who come in by their links. */
import { hashToken } from '@entente/store'
import { expect } from 'vitest'
import { openHouse, type House, type HouseOptions } from './house.ts'

export const opening = {
  cover: { title: 'Joint Communiqué', shortTitle: 'Communiqué', referenceLanguage: 'en', authenticLanguages: ['en'], annexes: [] },
  rule: { rule: 'consensus' },
  singleUndertaking: true,
  parties: [
    { party: 'KES', kind: 'delegation', name: 'Republic of Kestria', shortName: 'Kestria', required: true, languages: ['en'] },
    { party: 'ORL', kind: 'delegation', name: 'Orlavian Federation', shortName: 'Orlava', required: true, languages: ['en'] },
    { party: 'CHR', kind: 'chair', name: 'The Chair', shortName: 'Chair', required: false, languages: ['en'] },
  ],
  seats: [
    { party: 'KES', role: 'head', name: 'Head of delegation, Kestria' },
    { party: 'ORL', role: 'head', name: 'Head of delegation, Orlava' },
    { party: 'CHR', role: 'head', name: 'I. Solheim' },
  ],
}

/** Somebody's browser: what it sends with every request, and what it was given last. */
export type Browser = {
  readonly name: string
  readonly cookie: () => string
  /** Takes another cookie, as if somebody had put it there. */
  readonly plant: (cookie: string) => void
  readonly ask: (
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
  ) => Promise<{ readonly status: number; readonly json: unknown; readonly answer: Response }>
}

export function browserOf(house: House, name: string): Browser {
  let cookie = ''
  return {
    name,
    cookie: () => cookie,
    plant: (other) => void (cookie = other),
    async ask(method, path, body) {
      const answer = await house.fetch(path, {
        method,
        headers: { ...(cookie !== '' && { cookie }), 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const set = answer.headers.getSetCookie().find((line) => line.startsWith('entente_session='))
      if (set !== undefined) cookie = set.split(';')[0] ?? ''
      const text = await answer.text()
      return { status: answer.status, json: text === '' ? undefined : (JSON.parse(text) as unknown), answer }
    },
  }
}

/** The secret of the session a browser has. */
export const sessionOf = (browser: Browser): string => browser.cookie().split('=')[1] ?? ''

/** The secret of a link. */
export const secretOf = (url: string): string => url.split('#')[1] ?? ''

/** A link for the first chair, as a start without the demonstration prints it. */
export async function founderLink(house: House): Promise<string> {
  const token = 'f'.repeat(43)
  await house.besides((store) =>
    store.signIn.addInvitation({
      hash: hashToken(token),
      createdAt: '2026-11-22T00:00:00Z' as never,
      expires: '2099-01-01T00:00:00Z' as never,
      createdBy: 'server',
      purpose: 'founder',
    }),
  )
  return `${house.origin}/join#${token}`
}

/** Opens a link in somebody's browser and takes what it is for. */
export async function join(house: House, url: string, name: string, browser: Browser = browserOf(house, name)): Promise<Browser> {
  const { status, json } = await browser.ask('POST', '/api/invitations/redeem', { token: secretOf(url), name })
  expect([name, status, json]).toEqual([name, 200, expect.anything()])
  return browser
}

export type Founding = {
  readonly house: House
  readonly id: string
  readonly links: Readonly<Record<'KES' | 'ORL' | 'CHR', { readonly url: string; readonly seat: string }>>
  readonly chair: Browser
}

/** The first chair has opened a negotiation and sits in it; the delegations' links are at hand. */
export async function founding(options: HouseOptions = {}): Promise<Founding> {
  const house = await openHouse({ demo: false, ...options })
  const chair = await join(house, await founderLink(house), 'Ingrid Solheim')
  const opened = await chair.ask('POST', '/api/negotiations', opening)
  expect(opened.status).toBe(201)
  const { id, links } = opened.json as { id: string; links: { url: string; party: string; seat: string }[] }
  const of = (party: string) => links.find((link) => link.party === party) ?? { url: '', seat: '' }
  await join(house, of('CHR').url, 'Ingrid Solheim', chair)
  return { house, id, links: { KES: of('KES'), ORL: of('ORL'), CHR: of('CHR') }, chair }
}
