/** A backup while people type, the loss of everything, and what becomes of browsers that hold more than the backup. Attack cases D8 and D12. */
import { execFileSync } from 'node:child_process'
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { live, openStage, saved, type Person, type Stage } from './stage.ts'

const reborn = (person: Person) => person.until(({ refused, connection }) => refused.length > 0 && connection.is === 'live', 20_000)

/** The disk is gone, and the last backup takes its place. */
async function lose(stage: Stage, backup: string) {
  await stage.end('SIGKILL')
  await rm(stage.data, { recursive: true })
  const restored = await stage.entente('restore', backup)
  await stage.begin()
  return restored
}

test(
  '[D12] [D8] [durable-3] [durable-4] backup under load, everything lost, restored, verified: newer words come back as drafts and never by themselves',
  { timeout: 120_000 },
  async () => {
    const stage = await openStage()
    const backup = join(stage.aside, 'monday.db')
    await stage.begin()
    const [kestria, orlava] = [await stage.sit('u-kes1'), await stage.sit('u-orl1')]
    kestria.insert('c6', 0, '<before>')
    await saved(kestria)
    const typing = setInterval(() => orlava.insert('c9', 0, '.'), 4)
    const made = await stage.entente('backup', backup)
    clearInterval(typing)
    expect(made).toMatchObject({ code: 0, out: expect.stringContaining('10 rooms') as string })
    expect((await stage.entente('doctor', backup)).code).toBe(0)
    expect((await readdir(stage.aside)).toSorted()).toEqual(['data', 'monday.db', 'monday.db.manifest.json'])

    // What the backup does not have: words of two parties, and a statement.
    kestria.insert('c6', 0, '<after>')
    orlava.insert('c7', 0, '<later>')
    // And words of somebody who has only signed in since.
    const latecomer = await stage.sit('u-mer1')
    latecomer.insert('c8', 0, '<late>')
    for (const person of [kestria, orlava, latecomer]) await saved(person)
    await kestria.until(() => kestria.words('c7').includes('<later>'))
    expect(await kestria.states('c6', { stance: 'objects', reason: 'Said after the backup' })).toEqual({ ok: true })
    const seq = kestria.room.view().record.head.seq
    const noticed = [kestria.line.closes.length, orlava.line.closes.length]

    expect(await lose(stage, backup)).toMatchObject({ code: 0 })
    for (const person of [kestria, orlava]) await reborn(person)
    expect([kestria.line.closes.slice(noticed[0]), orlava.line.closes.slice(noticed[1])]).toEqual([
      expect.arrayContaining([4412]),
      expect.arrayContaining([4412]),
    ])
    for (const person of [kestria, orlava])
      expect(person.room.view().refused).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ root: 'clause/c6', code: 'other-epoch', text: expect.stringContaining('<after>') as string }),
          expect.objectContaining({ root: 'clause/c7', code: 'other-epoch', text: expect.stringContaining('<later>') as string }),
        ]),
      )
    const { record, restored } = kestria.room.view()
    expect(record.head.seq).toBeLessThan(seq)
    expect(record.entries.at(-1)?.fact).toMatchObject({ kind: 'restored', backup: restored?.backup })
    expect(restored).toMatchObject({ head: { seq }, backup: expect.stringMatching(/^20/) as string })
    expect(JSON.stringify(restored?.missing)).toContain('Said after the backup')
    const { refused } = await latecomer.until(({ connection }) => connection.is === 'ended', 20_000)
    expect(refused).toMatchObject([{ root: 'clause/c8', code: 'not-signed-in', text: expect.stringContaining('<late>') as string }])
    const newcomer = await stage.sit('u-mer1')
    expect(newcomer.words('c6')).toContain('<before>')

    // The restored life goes on, and nothing of the other one comes into it, however often people reconnect.
    kestria.insert('c6', 0, '<second life>')
    kestria.line.cut()
    kestria.line.mend()
    await saved(kestria)
    await newcomer.until(() => newcomer.words('c6').includes('<second life>'))
    for (const person of [kestria, orlava, newcomer])
      expect(['c6', 'c7'].map((clause) => person.words(clause)).join(' ')).not.toMatch(/<after>|<later>/)
    expect((await stage.entente('verify')).code).toBe(0)
    expect((await stage.entente('doctor')).code).toBe(0)

    // The same backup again: its second restored life is not the first.
    const drafts = kestria.room.view().refused.length
    await lose(stage, backup)
    await kestria.until(({ refused, connection }) => refused.length > drafts && connection.is === 'live', 20_000)
    await live(orlava)
    expect([kestria.words('c6'), orlava.words('c6')].join(' ')).not.toContain('<second life>')
    expect(kestria.room.view().refused.at(-1)).toMatchObject({
      code: 'other-epoch',
      text: expect.stringContaining('<second life>') as string,
    })
  },
)

test(
  '[D12] [durable-5] a copy without its log, a changed backup, a backup without its manifest, and a folder in use are told',
  { timeout: 60_000 },
  async () => {
    const stage = await openStage()
    const backup = join(stage.aside, 'monday.db')
    await stage.begin()
    const kestria = await stage.sit('u-kes1')
    kestria.insert('c6', 0, '<before>')
    await saved(kestria)
    const naive = join(stage.aside, 'naive.db')
    execFileSync('cp', [join(stage.data, 'entente.db'), naive])
    const told = await stage.entente('doctor', naive)
    expect([told.code, told.err]).toEqual([1, expect.stringContaining('without its write-ahead log') as string])
    // Beside the running server, and not over it.
    expect((await stage.entente('doctor')).code).toBe(0)
    expect((await stage.entente('backup', join(stage.data, 'entente.db'))).code).toBe(1)
    expect((await stage.entente('backup', backup)).code).toBe(0)
    expect(await stage.entente('restore', backup)).toMatchObject({ code: 1, err: expect.stringContaining('not empty') as string })
    await stage.end('SIGTERM')
    await rm(stage.data, { recursive: true })

    const sound = await readFile(backup)
    const spoilt = Buffer.from(sound)
    spoilt[Math.floor(spoilt.length / 2)] = (spoilt[Math.floor(spoilt.length / 2)] ?? 0) ^ 1
    await writeFile(backup, spoilt)
    for (const command of ['restore', 'doctor'])
      expect(await stage.entente(command, backup)).toMatchObject({ code: 1, err: expect.stringContaining('hash') as string })
    await writeFile(backup, sound)
    const other = join(stage.aside, 'tuesday.db')
    await copyFile(backup, other)
    expect(await stage.entente('restore', other)).toMatchObject({ code: 1, err: expect.stringContaining('manifest') as string })
    const manifest = await readFile(`${backup}.manifest.json`, 'utf8')
    await writeFile(`${backup}.manifest.json`, manifest.replace(/"seq": \d+/, '"seq": 1'))
    expect(await stage.entente('restore', backup)).toMatchObject({
      code: 1,
      err: expect.stringContaining('not as the manifest says') as string,
    })
    await writeFile(`${backup}.manifest.json`, manifest)
    expect(await readdir(stage.data)).toEqual([])
    expect(await stage.entente('restore', backup)).toMatchObject({ code: 0 })
    expect(await stage.entente('doctor')).toMatchObject({ code: 0, err: '' })
  },
)

test('[D8] [durable-6] silence that ran between a backup and its restore is not taken for consent', { timeout: 60_000 }, async () => {
  const stage = await openStage()
  const backup = join(stage.aside, 'monday.db')
  await stage.begin()
  const chair = await stage.sit('u-chair')
  const closesAt = new Date(Date.now() + 80 * 3_600_000).toISOString()
  expect(await chair.submit('silence.open', { clauses: ['c8'], closesAt })).toEqual({ ok: true })
  const opened = await chair.until(({ negotiation }) => [...negotiation.silences.values()].some(({ ended }) => ended === undefined))
  const silence = [...opened.negotiation.silences.values()].find(({ ended }) => ended === undefined)?.silence
  await stage.entente('backup', backup)
  // Made an hour ago: an objection of the meantime would be lost with the disk.
  const path = `${backup}.manifest.json`
  const hourAgo = new Date(Date.now() - 3_600_000).toISOString()
  await writeFile(path, (await readFile(path, 'utf8')).replace(/"at": "[^"]+"/, `"at": "${hourAgo}"`))
  await lose(stage, backup)
  const witness = await stage.sit('u-kes1')
  const view = await witness.until(({ negotiation }) => [...negotiation.silences.values()].some(({ ended }) => ended !== undefined))
  expect([...view.negotiation.silences.values()].find((one) => one.silence === silence)?.ended).toMatchObject({ outcome: 'interrupted' })
})
