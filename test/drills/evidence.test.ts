/** Evidence through a backup, the loss of everything and a damaged disk. */
import { createHash } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { NegotiationId } from '@entente/agreement'
import { expect, test } from 'vitest'
import { openStage } from './stage.ts'

const NORTH = NegotiationId.parse('north-coast')
const bytes = 'Transfer certificates 702–739.'
const sha256 = createHash('sha256').update(bytes).digest('hex')

test(
  '[evidence-7] a backup holds the evidence, a restore puts it back, and the doctor finds what is damaged or gone',
  { timeout: 120_000 },
  async () => {
    const stage = await openStage()
    const backup = join(stage.aside, 'monday.db')
    await stage.begin()
    const performer = await stage.sit('u-b1', NORTH)
    const address = (origin: string) => `${origin}/api/negotiations/${NORTH}/evidence/${sha256}`
    const authorization = `Bearer ${performer.token}`
    const brought = await fetch(`${address(stage.origin())}?name=certificates.txt`, {
      method: 'PUT',
      body: bytes,
      headers: { authorization },
    })
    expect(brought.status).toBe(200)
    const evidence = [
      { is: 'file', sha256, bytes: Buffer.byteLength(bytes), type: 'text/plain', name: 'certificates.txt', visibility: 'table' },
    ]
    expect(await performer.submit('milestone.report', { milestone: 'ms-14', evidence })).toEqual({ ok: true })
    expect(await stage.entente('backup', backup)).toMatchObject({ code: 0, out: expect.stringContaining('1 file of evidence') as string })
    expect((await stage.entente('doctor', backup)).code).toBe(0)

    await stage.end('SIGKILL')
    await rm(stage.data, { recursive: true })
    expect((await stage.entente('restore', backup)).code).toBe(0)
    expect((await stage.entente('doctor')).code).toBe(0)
    await stage.begin()
    const again = await stage.sit('u-mv', NORTH)
    const opened = await fetch(address(stage.origin()), { headers: { authorization: `Bearer ${again.token}` } })
    expect(await opened.text()).toBe(bytes)

    const path = join(stage.data, 'evidence', NORTH, sha256)
    await writeFile(path, 'Something else.')
    expect(await stage.entente('doctor')).toMatchObject({ code: 1, err: expect.stringContaining(`${path} is damaged`) as string })
    await rm(path)
    expect(await stage.entente('doctor')).toMatchObject({ code: 1, err: expect.stringContaining(`${path} is missing`) as string })
    await rm(`${path}.json`)
    expect(await stage.entente('doctor')).toMatchObject({ code: 1, err: expect.stringContaining('the record names the file') as string })
  },
)
