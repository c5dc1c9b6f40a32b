/** Attack cases on invitations, passkeys and seats, against the server as it is shipped. The ids are those of the threat model's case list. */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { PersonId } from '@entente/store'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { browserOf, founding, join, secretOf, sessionOf, type Browser, type Founding } from '../stories/founding.ts'
import { enter } from '../stories/raw-client.ts'
import { shiftedTime } from '../stories/shifted-time.ts'

type Made = { readonly seat: string; readonly url: string }

const at = ({ id }: Founding, path: string) => `/api/negotiations/${id}/${path}`

async function adviserOf(talks: Founding, head: Browser): Promise<Made> {
  return (await head.ask('POST', at(talks, 'seats'), { party: 'KES', role: 'adviser', name: 'Adviser' })).json as Made
}

/** Somebody's open socket at the table, with a program of their own. */
const socketOf = ({ house, id }: Founding, browser: Browser) => enter({ origin: house.origin, negotiation: id, token: sessionOf(browser) })

test('[T5] an invitation that was used, withdrawn, replaced, tampered with, or is for a seat taken away, gets one answer', async () => {
  const talks = await founding()
  const head = await join(talks.house, talks.links.KES.url, 'Halyna Marenko')
  const renew = async (seat: string) => ((await head.ask('POST', at(talks, `seats/${seat}/invitation`), {})).json as Made).url
  const [first, second, third] = [await adviserOf(talks, head), await adviserOf(talks, head), await adviserOf(talks, head)]
  const replacement = await renew(first.seat)
  await head.ask('POST', at(talks, `seats/${second.seat}/withdraw`), {})
  const lines = (await head.ask('GET', at(talks, 'members'))).json as { seat: string; invitation?: { id: string } }[]
  await head.ask('POST', at(talks, `invitations/${lines.find(({ seat }) => seat === third.seat)?.invitation?.id}/revoke`))
  const secret = secretOf(replacement)
  const tampered = `${secret.slice(0, -2)}${secret.endsWith('A') ? 'BA' : 'AA'}`
  const answers = await Promise.all(
    [secretOf(talks.links.KES.url), secretOf(first.url), secretOf(second.url), secretOf(third.url), tampered].map(async (token) => {
      const { status, json, answer } = await browserOf(talks.house, '').ask('POST', '/api/invitations/redeem', { token, name: 'N. N.' })
      return [status, json, answer.headers.get('set-cookie')]
    }),
  )
  expect(answers).toEqual(answers.map(() => [410, { code: 'invitation-invalid' }, null]))
  await join(talks.house, replacement, 'Petro Lisak')
})

test('[T6] secrets have 256 bits, stand in the data only as hashes, and are not tried more than ten times a minute', async () => {
  const talks = await founding()
  const head = await join(talks.house, talks.links.KES.url, 'Halyna Marenko')
  const secrets = [secretOf(talks.links.KES.url), secretOf(talks.links.ORL.url), sessionOf(head), sessionOf(talks.chair)]
  for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(new Set(secrets).size).toBe(secrets.length)
  const stored = Buffer.concat(
    await Promise.all(['entente.db', 'entente.db-wal'].map((name) => readFile(`${talks.house.data}/${name}`).catch(() => Buffer.alloc(0)))),
  )
  for (const secret of secrets)
    expect([secret, stored.includes(secret), stored.includes(Buffer.from(secret, 'base64url'))]).toEqual([secret, false, false])
  const guess = () =>
    browserOf(talks.house, '').ask('POST', '/api/invitations/redeem', { token: randomBytes(32).toString('base64url'), name: 'N.' })
  const codes: number[] = []
  for (let tries = 0; tries < 15; tries += 1) codes.push((await guess()).status)
  expect(codes).toEqual([...Array.from({ length: 10 }, () => 410), ...Array.from({ length: 5 }, () => 429)])
})

test('[T7] a session ended, a seat taken away, taken over or given up: its sockets close within a second, and nothing later is taken', async () => {
  const talks = await founding()
  const { house, id } = talks
  const clause = { section: 'operative', kind: 'operative', heading: 'Ceasefire' }
  expect((await talks.chair.ask('POST', at(talks, 'commands/clause.add'), clause)).status).toBe(200)
  const head = await join(house, talks.links.KES.url, 'Halyna Marenko')
  const witness = await socketOf(talks, talks.chair)
  const root = [...witness.doc.share.keys()].find((name) => name.startsWith('clause/')) ?? ''
  const deeds: readonly (readonly [string, number, (seat: string, own: Browser) => Promise<unknown>])[] = [
    ['the session is ended', 4401, (_, own) => own.ask('POST', '/api/sign-out')],
    ['everywhere', 4401, (_, own) => own.ask('POST', '/api/sign-out/everywhere')],
    ['the seat is taken away', 4403, (seat) => head.ask('POST', at(talks, `seats/${seat}/withdraw`), {})],
    ['the seat is taken away by command', 4403, (seat) => head.ask('POST', at(talks, 'commands/seat.withdraw'), { seat })],
    ['the seat is left', 4403, (_, own) => own.ask('POST', at(talks, 'commands/seat.leave'), {})],
    [
      'the seat is taken over by a newer link',
      4403,
      async (seat) => {
        const { url } = (await head.ask('POST', at(talks, `seats/${seat}/invitation`), {})).json as Made
        await join(house, url, 'Another')
      },
    ],
    [
      'the person moves to another seat',
      4403,
      async (_, own) => {
        const other = await adviserOf(talks, head)
        await join(house, other.url, 'Mover', own)
      },
    ],
  ]
  for (const [what, code, deed] of deeds) {
    const made = await adviserOf(talks, head)
    const own = await join(house, made.url, 'Petro Lisak')
    const socket = await socketOf(talks, own)
    const before = Y.encodeStateAsUpdate(witness.doc)
    const begun = performance.now()
    await deed(made.seat, own)
    // A program that does not care writes on, for as long as the socket takes it.
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('Too late.')])
    socket.doc.getXmlFragment(root).insert(0, [paragraph])
    expect([what, (await socket.ended())?.code]).toEqual([what, code])
    expect(performance.now() - begun).toBeLessThan(1_000)
    await expect(
      enter({ origin: house.origin, negotiation: id, token: 'x'.repeat(43) }).then((stranger) => stranger.end()?.code),
    ).resolves.toBe(4401)
    expect((await talks.chair.ask('POST', at(talks, 'commands/round.open'), { label: what })).status).toBe(200)
    await witness.until(() => witness.entries.some((entry) => JSON.stringify(entry).includes(what)))
    expect([what, Buffer.from(Y.encodeStateAsUpdate(witness.doc)).equals(Buffer.from(before))]).toEqual([what, true])
    expect((await talks.chair.ask('POST', at(talks, 'commands/round.close'), {})).status).toBe(200)
  }
})

test('[T10] secrets stand in no address, no log and no page, and no page tells another where it came from', async () => {
  const logged: unknown[] = []
  const talks = await founding({ log: (event) => void logged.push(event) })
  const head = await join(talks.house, talks.links.KES.url, 'Halyna Marenko')
  const made = await adviserOf(talks, head)
  await head.ask('POST', '/api/invitations/redeem', { token: `${secretOf(made.url).slice(0, -1)}!`, name: 'N.' })
  await talks.house.fetch(`/join?token=${secretOf(made.url)}`)
  const socket = await socketOf(talks, head)
  const secrets = [...[talks.links.KES.url, talks.links.ORL.url, made.url].map(secretOf), sessionOf(head), sessionOf(talks.chair)]
  await head.ask('POST', '/api/sign-out')
  await socket.ended()
  for (const url of [talks.links.KES.url, made.url]) expect(new URL(url).pathname + new URL(url).search).toBe('/join')
  const told = JSON.stringify(logged)
  expect(logged.length).toBeGreaterThan(2)
  for (const secret of secrets) expect([secret.length, told.includes(secret)]).toEqual([43, false])
  for (const path of ['/api/me', '/join', '/api/openapi.json', '/no-such-page'])
    expect([path, (await talks.house.fetch(path)).headers.get('referrer-policy')]).toEqual([path, 'no-referrer'])
})

test('[T11] what opens nothing gets the same answer in the same time, whatever is wrong with it', { timeout: 120_000 }, async () => {
  // A thousand requests in all.
  const ROUNDS = 334
  const time = shiftedTime()
  const talks = await founding({ time })
  const used = secretOf(talks.links.CHR.url)
  const withdrawn = secretOf(talks.links.KES.url)
  await talks.chair.ask('POST', at(talks, `seats/${talks.links.KES.seat}/invitation`), {})
  const kinds = ['used', 'withdrawn', 'unknown'] as const
  const tokens = { used: () => used, withdrawn: () => withdrawn, unknown: () => randomBytes(32).toString('base64url') }
  const spent = { used: 0, withdrawn: 0, unknown: 0 }
  const answers = new Set<string>()
  for (let round = 0; round < ROUNDS; round += 1)
    for (const kind of kinds.toSorted(() => Math.random() - 0.5)) {
      if (round % 3 === 0) time.shift(60_000)
      const body = JSON.stringify({ token: tokens[kind]() })
      const begun = performance.now()
      const answer = await talks.house.fetch('/api/invitations/look', { method: 'POST', body })
      answers.add(`${answer.status} ${await answer.text()}`)
      spent[kind] += performance.now() - begun
    }
  expect([...answers]).toEqual(['410 {"code":"invitation-invalid"}'])
  const means = kinds.map((kind) => spent[kind] / ROUNDS)
  expect(Math.max(...means) - Math.min(...means)).toBeLessThan(5)
})

test('[T11] a passkey nobody has, and one that is signed wrongly, get the same answer', async () => {
  const talks = await founding()
  const { house } = talks
  const known = randomBytes(16).toString('base64url')
  await house.besides(async ({ signIn }) => {
    const person = PersonId.parse('halyna0000000000')
    await signIn.addPerson({ person, name: 'Halyna', createdAt: '2026-11-22T00:00:00Z' as never, kind: 'invited' })
    const passkey = {
      person,
      name: 'Key',
      publicKey: coseKey(),
      counter: 0,
      createdAt: '2026-11-22T00:00:00Z' as never,
      lastUsed: undefined,
    }
    await signIn.addPasskey({ ...passkey, passkey: known })
  })
  const browser = browserOf(house, '')
  const attempt = async (id: string, challenge?: string) => {
    const { json } = await browser.ask('POST', '/api/passkeys/sign-in/begin')
    const asked = challenge ?? (json as { options: { challenge: string } }).options.challenge
    const clientDataJSON = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge: asked, origin: house.origin })).toString(
      'base64url',
    )
    const response = { clientDataJSON, authenticatorData: authenticatorData(), signature: randomBytes(70).toString('base64url') }
    const credential = { id, rawId: id, type: 'public-key', response }
    const { status, json: told, answer } = await browser.ask('POST', '/api/passkeys/sign-in', { credential })
    return [status, told, answer.headers.get('set-cookie')]
  }
  const refused = [401, { code: 'passkey-invalid' }, null]
  expect(await attempt(known)).toEqual(refused)
  expect(await attempt(randomBytes(16).toString('base64url'))).toEqual(refused)
  expect(await attempt(known, randomBytes(32).toString('base64url'))).toEqual(refused)
})

test('[T12] whoever is signed in is counted by themselves, whatever somebody else at their address has tried', async () => {
  const talks = await founding()
  const head = await join(talks.house, talks.links.KES.url, 'Halyna Marenko')
  const guess = (browser: Browser) => browser.ask('POST', '/api/invitations/look', { token: randomBytes(32).toString('base64url') })
  const stranger = browserOf(talks.house, 'stranger')
  for (let tries = 0; tries < 12; tries += 1) await guess(stranger)
  expect((await guess(stranger)).status).toBe(429)
  expect((await guess(head)).status).toBe(410)
  for (let tries = 0; tries < 12; tries += 1) await guess(head)
  expect((await guess(head)).status).toBe(429)
  expect((await guess(talks.chair)).status).toBe(410)
  await join(talks.house, talks.links.ORL.url, 'Tamsin Orr')
})

/** A public key as an authenticator gives it: COSE_Key, EC2, ES256. */
function coseKey(): Uint8Array {
  const { x = '', y = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ]),
  )
}

/** For `localhost`, somebody present and verified, first use. */
function authenticatorData(): string {
  return Buffer.concat([
    Buffer.from('49960de5880e8c687434170f6476605b8fe4aeb9a28632c7995cf3ba831d9763', 'hex'),
    Buffer.from([5, 0, 0, 0, 1]),
  ]).toString('base64url')
}
