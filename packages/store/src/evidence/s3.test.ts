/** Evidence in a bucket keeps the contract, against a server that speaks S3. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EvidenceUnavailable } from '../evidence.ts'
import { evidenceSuite, hashOf, incoming, talks } from '../suite/evidence.ts'
import { openEvidenceBucket, type Bucket } from './s3.ts'

const folder = mkdtempSync(join(tmpdir(), 'entente-s3-'))
let folders = 0
/** A folder of its own for what is on its way in. */
const fresh = () => join(folder, `incoming-${(folders += 1)}`)
const server = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory: join(folder, 'buckets'),
  configureBuckets: [{ name: 'talks', configs: [] }],
})
let port = 0
let buckets = 0

beforeAll(async () => {
  port = (await server.run()).port
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A folder of its own in the bucket, so that every test begins with nothing. The keys are the ones that server takes. */
const bucket = (more: Partial<Bucket> = {}): Bucket => ({
  url: `http://127.0.0.1:${port}/talks/evidence-${(buckets += 1)}`,
  region: 'eu-central-1',
  keyId: 'S3RVER',
  secret: 'S3RVER',
  ...more,
})

evidenceSuite('a bucket', async () => openEvidenceBucket(bucket(), fresh()))

test('[evidence-9] a file of many parts is streamed into the bucket and out of it, and nothing stays on this computer', async () => {
  const computer = fresh()
  const at = bucket()
  const files = openEvidenceBucket(at, computer)
  const part = new Uint8Array(256 * 1024).fill(7)
  async function* parts() {
    for (let count = 0; count < 24; count++) yield part
  }
  const whole = Buffer.concat(Array.from({ length: 24 }, () => part))
  const sha256 = hashOf(whole)
  const kept = await files.keep(incoming('', { sha256, limit: whole.length }), parts())
  expect(kept).toMatchObject({ is: 'kept', about: { bytes: whole.length } })
  expect(readdirSync(computer)).toEqual([])
  const hash = createHash('sha256')
  let pieces = 0
  // Another server on the same bucket finds it.
  for await (const piece of openEvidenceBucket(at, fresh()).open(talks, sha256)) {
    hash.update(piece)
    pieces += 1
  }
  expect(hash.digest('hex')).toBe(sha256)
  expect(pieces).toBeGreaterThan(1)
})

test('[evidence-9] a file that is not there, a wrong key and a server that is away are told apart from an empty bucket', async () => {
  const files = openEvidenceBucket(bucket(), fresh())
  expect(await files.about(talks, hashOf('nothing'))).toBeUndefined()
  expect(await files.list()).toEqual([])
  const reading = files.open(talks, hashOf('nothing'))[Symbol.asyncIterator]()
  await expect(reading.next()).rejects.toThrow(EvidenceUnavailable)
  for (const wrong of [{ keyId: 'nobody' }, { url: `http://127.0.0.1:${port}/nobody/x` }, { url: 'http://127.0.0.1:1/talks' }])
    await expect(openEvidenceBucket(bucket(wrong), fresh()).list()).rejects.toThrow(EvidenceUnavailable)
})
