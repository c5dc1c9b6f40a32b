/** Attack cases on the socket and the HTTP side, against the server as it is shipped. The ids are those of the threat model's case list. */
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { openHouse, VESNA, type House } from '../stories/house.ts'

const params = 'protocol=2&schema=2&epoch=0&since=0'

type End = { readonly status: number } | { readonly code: number; readonly reason: string; readonly received: number }

type Knock = { readonly origin?: string; readonly token?: string; readonly frames?: readonly (Uint8Array | string)[] }

/** Opens a raw socket, sends frames, and tells how it ended. */
function knock(house: House, path: string, { origin = house.origin, token, frames = [] }: Knock = {}): Promise<End> {
  const protocols = token === undefined ? ['entente'] : ['entente', `bearer.${token}`]
  const socket = new WebSocket(`${house.origin.replace('http', 'ws')}${path}`, protocols, { ...(origin !== 'none' && { origin }) })
  let received = 0
  return new Promise((resolve) => {
    socket.on('message', () => (received += 1))
    socket.on('open', () => {
      for (const frame of frames) socket.send(frame)
    })
    socket.on('unexpected-response', (_, response) => {
      resolve({ status: response.statusCode ?? 0 })
      socket.terminate()
    })
    socket.on('error', () => undefined)
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString(), received }))
  })
}

test.each(['http://evil.example', 'null', 'none'])('[T1] a socket or a POST from origin %s is refused', async (origin) => {
  const house = await openHouse()
  const token = await house.token('u-kes1')
  expect(await knock(house, `/sync/${VESNA}/table?${params}`, { origin, token })).toEqual({ status: 403 })
  const answer = await house.fetch('/api/sign-out', { method: 'POST', headers: { origin: origin === 'none' ? '' : origin } })
  expect([answer.status, await answer.json()]).toEqual([403, { code: 'origin-refused' }])
})

test('[T2] a frame over the limit closes with 1009, and others go on', async () => {
  const house = await openHouse()
  const [kestria, token] = [await house.sit('u-kes1'), await house.token('u-orl1')]
  expect(await knock(house, `/sync/${VESNA}/table?${params}`, { token, frames: [new Uint8Array(2 << 20)] })).toMatchObject({ code: 1009 })
  kestria.insert('c6', 0, 'On. ')
  await kestria.until(({ unsaved }) => unsaved === 0)
})

test('[T4] without a session nothing is sent, and a stranger learns nothing of what exists', async () => {
  const house = await openHouse()
  expect(await knock(house, `/sync/${VESNA}/table?${params}`)).toEqual({ code: 4401, reason: 'not-signed-in', received: 0 })
  expect(await knock(house, `/sync/no-such/table?${params}`)).toEqual({ code: 4401, reason: 'not-signed-in', received: 0 })
})

test('[C1] a caucus of others is answered like a room that does not exist, over sockets and over HTTP', async () => {
  const house = await openHouse()
  const token = await house.token('u-orl1')
  const rooms = ['vesna-valley/caucus/KES', 'vesna-valley/caucus/XXX', 'vesna-valley/group/delegations', 'vesna-valley/group/no-such']
  const strange = [...rooms, 'vesna-valley/caucus/CHR', 'vesna-valley/nothing/at/all', 'north-coast/table', 'no-such/table']
  const ends = await Promise.all(strange.map((room) => knock(house, `/sync/${room}?${params}`, { token })))
  expect(ends).toEqual(ends.map(() => ({ code: 4404, reason: 'not-found', received: 0 })))
  const asked = await Promise.all(
    rooms.map(async (room) => {
      const [negotiation, path] = [room.slice(0, room.indexOf('/')), room.slice(room.indexOf('/') + 1)]
      const answer = await house.fetch(`/api/negotiations/${negotiation}/${path}/commands/note.keep`, {
        method: 'POST',
        token,
        body: JSON.stringify({ noteKind: 'note', text: 'Who is there?' }),
      })
      return [answer.status, await answer.text()]
    }),
  )
  expect(asked).toEqual(asked.map(() => [404, '{"code":"not-found"}']))
  const exported = await Promise.all(
    ['vesna-valley', 'north-coast', 'no-such'].map(
      async (id) => (await house.fetch(`/api/negotiations/${id}/export?what=rolling&format=md`, { token })).status,
    ),
  )
  expect(exported).toEqual([200, 404, 404])
})

test('[C3] words of a caucus or a restricted thread are in nobody’s frames and in no export', async () => {
  const house = await openHouse()
  const canaries = [
    'less than 20 km in the northern sector',
    '5 bis acceptable if the second step',
    'explore “commits itself to”',
    'вступает в силу',
  ]
  for (const seat of ['u-kes1', 'u-orl1', 'u-liu1', 'u-chair']) {
    const token = await house.token(seat)
    const everything = Buffer.concat([
      await allFrames(house, token),
      ...(await Promise.all(['html', 'md'].map((format) => exported(house, token, format)))),
    ])
    expect(everything.includes('Withdrawal of heavy weapons')).toBe(true)
    for (const canary of canaries) expect([seat, canary, everything.includes(canary)]).toEqual([seat, canary, false])
  }
})

/** Everything a browser is sent when it comes in: the record, the words, who is there. */
async function allFrames(house: House, token: string): Promise<Buffer> {
  const heard: Buffer[] = []
  const socket = new WebSocket(`${house.origin.replace('http', 'ws')}/sync/${VESNA}/table?${params}`, ['entente', `bearer.${token}`], {
    origin: house.origin,
  })
  const seen = { presence: false, words: false }
  await new Promise<void>((resolve) => {
    socket.on('open', () => socket.send(Uint8Array.of(0, 0, 1, 0)))
    socket.on('message', (data: Buffer) => {
      heard.push(data)
      if (data.includes('"presence"')) seen.presence = true
      if (data[0] === 0 && data[1] === 1) seen.words = true
      if (seen.presence && seen.words) resolve()
    })
  })
  socket.close()
  return Buffer.concat(heard)
}

async function exported(house: House, token: string, format: string): Promise<Buffer> {
  const answer = await house.fetch(`/api/negotiations/${VESNA}/export?what=rolling&format=${format}`, { token })
  return Buffer.from(await answer.arrayBuffer())
}

test.each([
  ['protocol=0&schema=2', 4410, 'client-too-old'],
  ['protocol=9&schema=2', 4411, 'server-too-old'],
  ['protocol=2&schema=0', 4410, 'client-too-old'],
  ['protocol=2&schema=9', 4411, 'server-too-old'],
  ['protocol=2&schema=2&epoch=7', 4412, 'other-epoch'],
  ['protocol=x', 4400, 'bad-request'],
])('[handshake-1] %s is refused with %i before any byte of the document', async (query, code, reason) => {
  const house = await openHouse()
  expect(await knock(house, `/sync/${VESNA}/table?${query}`, { token: await house.token('u-kes1') })).toEqual({ code, reason, received: 0 })
})

test.each([
  ['text', ['hello']],
  ['an unknown type', [Uint8Array.of(77)]],
  ['a cut update', [Uint8Array.of(0, 2, 200, 1)]],
  ['bytes after the end', [Uint8Array.of(0, 0, 1, 0, 9)]],
  ['a message that is not ours', [Uint8Array.of(4, 2, 0x7b, 0x7d)]],
])('[G24] a socket that sends %s is closed with a named code, and the room goes on', async (_, frames) => {
  const house = await openHouse()
  const [kestria, token] = [await house.sit('u-kes1'), await house.token('u-orl1')]
  expect(await knock(house, `/sync/${VESNA}/table?${params}`, { token, frames })).toMatchObject({ code: 4407, reason: 'malformed' })
  kestria.insert('c6', 0, 'On. ')
  await kestria.until(({ unsaved }) => unsaved === 0)
})

test('[T10] every answer forbids foreign content, frames and referrers; an oversized or broken body is refused', async () => {
  const house = await openHouse()
  const answer = await house.fetch('/api/me')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(answer.headers.get('content-security-policy')).not.toContain('unsafe')
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  const huge = await house.fetch('/api/invitations/look', { method: 'POST', body: JSON.stringify({ token: 'x'.repeat(2 << 20) }) })
  expect([huge.status, await huge.json()]).toEqual([413, { code: 'too-large' }])
  const broken = await house.fetch('/api/invitations/look', { method: 'POST', body: '{' })
  expect([broken.status, ((await broken.json()) as { code: string }).code]).toEqual([400, 'malformed'])
})
