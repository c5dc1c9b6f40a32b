/** Files of evidence on the server as it is shipped: brought, named by a report, given back to whom the report lets, and nothing else. */
import { createHash } from 'node:crypto'
import { chmodSync, readdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Fingerprint, NegotiationId, PartyId, SeatId, Timestamp } from '@entente/agreement'
import { scanWith } from '@entente/server/scan'
import { openEvidenceFolder } from '@entente/store/evidence/folder'
import { expect, onTestFinished, test } from 'vitest'
import { openHouse, type House } from './house.ts'

const NORTH = NegotiationId.parse('north-coast')
const PDF = '%PDF-1.7 Transfer certificates 702–739.'
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

const bring = (house: House, token: string, body: string, { name = 'certificates.pdf', sha256 = hashOf(body) } = {}) =>
  house.fetch(`/api/negotiations/${NORTH}/evidence/${sha256}?name=${encodeURIComponent(name)}`, { method: 'PUT', body, token })

const take = (house: House, token: string, sha256: string) => house.fetch(`/api/negotiations/${NORTH}/evidence/${sha256}`, { token })

const file = (body: string, more: object = {}) => ({
  is: 'file',
  sha256: hashOf(body),
  bytes: Buffer.byteLength(body),
  type: 'application/pdf',
  visibility: 'table',
  ...more,
})

const kept = (house: House) => readdirSync(join(house.data, 'evidence'), { recursive: true }).map(String).toSorted()

test('[evidence-3] a report names files that have come; whoever the report lets may open them, as attachments that can run nothing', async () => {
  const house = await openHouse()
  const [ptb, monitor, observer, pta] = await Promise.all(['u-b1', 'u-mv', 'u-ob', 'u-a1'].map((seat) => house.sit(seat, NORTH)))
  if (!ptb || !monitor || !observer || !pta) throw new Error('Nobody sat down')
  const report = (evidence: readonly object[]) => ptb.submit('milestone.report', { milestone: 'ms-14', note: 'All are home.', evidence })
  expect(await report([file(PDF, { name: 'certificates.pdf' })])).toMatchObject({ ok: false, refusal: { code: 'unknown', what: 'file' } })
  const brought = await bring(house, ptb.token, PDF)
  expect([brought.status, await brought.json()]).toEqual([
    200,
    { sha256: hashOf(PDF), bytes: Buffer.byteLength(PDF), type: 'application/pdf', name: 'certificates.pdf' },
  ])
  expect((await take(house, monitor.token, hashOf(PDF))).status).toBe(404)
  const secret = `${PDF} Names.`
  await bring(house, ptb.token, secret, { name: 'names of the released.pdf' })
  expect(await report([file(PDF, { name: 'certificates.pdf' }), file(secret, { visibility: 'monitor' })])).toEqual({ ok: true })
  expect(JSON.stringify(ptb.room.view().negotiation.milestones.get('ms-14' as never)?.steps)).not.toContain('names of the released')

  const open = await take(house, observer.token, hashOf(PDF))
  expect([open.status, await open.text()]).toEqual([200, PDF])
  expect(Object.fromEntries(open.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="evidence"; filename*=UTF-8''certificates.pdf`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  const statuses = await Promise.all(
    [monitor, ptb, pta, observer].map(async ({ token }) => (await take(house, token, hashOf(secret))).status),
  )
  expect(statuses).toEqual([200, 200, 404, 404])
  expect((await house.fetch(`/api/negotiations/${NORTH}/evidence/${hashOf(PDF)}`)).status).toBe(401)

  expect(await monitor.submit('milestone.find', { milestone: 'ms-14', finding: 'verified', level: 3 })).toEqual({ ok: true })
  await house.restart()
  expect(await (await take(house, observer.token, hashOf(PDF))).text()).toBe(PDF)
})

test('[X6] [evidence-4] a wrong hash, a name that is more than a name, a type that runs, no right to report: a code, and nothing is kept', async () => {
  const house = await openHouse()
  const [ptb, observer] = await Promise.all([house.token('u-b1', NORTH), house.token('u-ob', NORTH)])
  const code = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code]
  expect(await code(await bring(house, ptb, PDF, { sha256: hashOf('other') }))).toEqual([409, 'wrong-hash'])
  for (const name of ['../../x', '..\\x.pdf', 'CON.pdf', 'a\nb.pdf', '"x".pdf', `${'x'.repeat(300)}.pdf`, '.hidden.pdf', 'a\u202Efdp.exe'])
    expect([name, ...(await code(await bring(house, ptb, PDF, { name })))]).toEqual([name, 400, 'malformed'])
  expect(await code(await bring(house, ptb, '<script>alert(1)</script>', { name: 'x.html' }))).toEqual([415, 'type-refused'])
  expect(await code(await bring(house, ptb, ''))).toEqual([400, 'malformed'])
  expect(await code(await bring(house, ptb, PDF, { sha256: '../../../etc/passwd' }))).toEqual([404, 'not-found'])
  expect(await code(await bring(house, observer, PDF))).toEqual([403, 'not-allowed'])
  expect(kept(house)).toEqual(['.incoming'])
})

test('[evidence-5] an upload of ten gigabytes is refused before it is read, and cut at the limit when it does not say how long it is', async () => {
  const house = await openHouse({ evidence: { limit: 1024 * 1024, scan: undefined } })
  const token = await house.token('u-b1', NORTH)
  const path = `${house.origin}/api/negotiations/${NORTH}/evidence/${hashOf('x')}?name=x.pdf`
  const send = (headers: Record<string, string>, chunk: Buffer | undefined) =>
    new Promise<{ readonly status: number | 'cut' | undefined; readonly sent: number }>((resolve) => {
      let sent = 0
      let done = false
      const asking = request(path, { method: 'PUT', headers: { authorization: `Bearer ${token}`, ...headers } }, (answer) => {
        done = true
        answer.resume()
        resolve({ status: answer.statusCode, sent })
      })
      // Whoever goes on sending may find the connection closed before they have read the answer.
      asking.on('error', () => {
        done = true
        resolve({ status: 'cut', sent })
      })
      const more = () => {
        if (done || chunk === undefined) return
        sent += chunk.byteLength
        asking.write(chunk, () => setImmediate(more))
      }
      asking.flushHeaders()
      more()
    })
  expect(await send({ 'content-length': String(10 * 2 ** 30) }, undefined)).toEqual({ status: 413, sent: 0 })
  const endless = await send({ 'transfer-encoding': 'chunked' }, Buffer.alloc(64 * 1024))
  expect([413, 'cut']).toContain(endless.status)
  expect(endless.sent).toBeLessThan(64 * 1024 * 1024)
  expect(kept(house)).toEqual(['.incoming'])
})

test('[evidence-6] a command looks at each file first: what it refuses is not kept, and without its word nothing is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'entente-scan-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const program = (name: string, text: string) => {
    const path = join(folder, name)
    writeFileSync(path, `#!/bin/sh\n${text}\n`)
    chmodSync(path, 0o755)
    return path
  }
  const files = await openEvidenceFolder(join(folder, 'evidence'))
  const keep = (text: string, command: string) =>
    files.keep(
      {
        negotiation: NORTH,
        sha256: Fingerprint.parse(hashOf(text)),
        type: 'text/plain',
        filing: { party: PartyId.parse('PTB'), seat: SeatId.parse('s'), at: Timestamp.parse('2026-11-22T12:00:00Z'), name: 'a.txt' },
        limit: 1_000,
      },
      (async function* () {
        yield new TextEncoder().encode(text)
      })(),
      scanWith(command),
    )
  const looks = program('looks', 'if grep -q EICAR; then exit 1; fi; exit 0')
  expect(await keep('An EICAR test.', looks)).toEqual({ is: 'refused' })
  expect(await keep('An inventory.', looks)).toMatchObject({ is: 'kept' })
  await expect(keep('Another.', program('breaks', 'exit 2'))).rejects.toThrow('ended with 2')
  await expect(keep('Another.', join(folder, 'missing'))).rejects.toThrow('could not be run')
  expect(await files.list()).toHaveLength(1)
})

test('[evidence-8] an upload that keeps moving may take longer than other requests; one that stalls or trickles is ended with a code, and nothing is kept', async () => {
  // Each pace asks for one thing and is patient in the other, so that a busy machine is not taken for a slow line.
  const housePacing = async (pace: { readonly idle: number; readonly stretch: number; readonly least: number }) => {
    const house = await openHouse({ requestTime: 500, evidence: { limit: 1_000_000, scan: undefined, pace } })
    const { token } = await house.sit('u-b1', NORTH)
    return { house, token }
  }
  const patient = await housePacing({ idle: 20_000, stretch: 60_000, least: 1 })
  const impatient = await housePacing({ idle: 400, stretch: 60_000, least: 1 })
  const strict = await housePacing({ idle: 20_000, stretch: 300, least: 30 })
  const body = 'x'.repeat(120)
  type Sending = {
    readonly method?: 'PUT' | 'POST'
    readonly path: string
    readonly pieces: readonly string[]
    /** Milliseconds between two pieces. */
    readonly every: number
    /** Bytes that are announced. */
    readonly size: number
  }
  const slowly = ({ house, token }: Awaited<ReturnType<typeof housePacing>>, { method = 'PUT', path, pieces, every, size }: Sending) =>
    new Promise<{ readonly status: number; readonly text: string } | 'cut'>((resolve) => {
      const sending = request(`${house.origin}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, origin: house.origin, 'content-type': 'application/json', 'content-length': size },
      })
      const rest = [...pieces]
      const timer = setInterval(() => {
        const next = rest.shift()
        if (next === undefined) clearInterval(timer)
        else sending.write(next)
      }, every)
      sending.on('response', (answer) => {
        clearInterval(timer)
        let text = ''
        answer.on('data', (part: Buffer) => (text += part.toString()))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
      })
      sending.on('error', () => {
        clearInterval(timer)
        resolve('cut')
      })
      sending.flushHeaders()
    })
  const at = `/api/negotiations/${NORTH}/evidence/${hashOf(body)}?name=slow.txt`
  const parts = body.match(/.{10}/g) ?? []
  const began = performance.now()
  expect(await slowly(patient, { path: at, pieces: parts, every: 80, size: 120 })).toMatchObject({ status: 200 })
  expect(performance.now() - began).toBeGreaterThan(500)
  const before = [kept(impatient.house), kept(strict.house)]
  const other = `/api/negotiations/${NORTH}/evidence/${hashOf('other')}?name=slow.txt`
  const stalled = await slowly(impatient, { path: other, pieces: parts.slice(0, 2), every: 10, size: 120 })
  expect(stalled).toMatchObject({ status: 408 })
  expect(stalled === 'cut' ? '' : stalled.text).toContain('upload-stalled')
  expect(await slowly(strict, { path: other, pieces: body.split(''), every: 100, size: 120 })).toMatchObject({ status: 408 })
  expect([kept(impatient.house), kept(strict.house)]).toEqual(before)
  // What is no file of evidence has to be there in time.
  const late = await slowly(patient, {
    method: 'POST',
    path: `/api/negotiations/${NORTH}/commands/floor.ask`,
    pieces: '{"note": "slowly, slowly, slowly"}'.split(''),
    every: 100,
    size: 60,
  })
  expect([408, 'cut']).toContain(late === 'cut' ? late : late.status)
})
