/**
 * A disk that is really full, under the server as shipped: a small one in memory, which takes root to mount. Only where `DRILL_DISK` asks for it.
 * Attack case D3.
 */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openStage, saved } from './stage.ts'

const isAsked = process.env['DRILL_DISK'] !== undefined && process.platform === 'linux' && process.getuid?.() === 0

test.skipIf(!isAsked)(
  '[D3] [durable-7] a full disk: nothing false is said, and all is saved when there is room again (mounts a disk, so only as root and where DRILL_DISK asks)',
  { timeout: 90_000 },
  async () => {
    const disk = await mkdtemp(join(tmpdir(), 'entente-disk-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk])
    onTestFinished(async () => {
      execFileSync('umount', ['--lazy', disk])
      await rm(disk, { recursive: true })
    })
    const stage = await openStage({ data: join(disk, 'data') })
    await stage.begin()
    const [writer, reader] = [await stage.sit('u-kes1'), await stage.sit('u-orl1')]
    const filler = join(disk, 'filler')
    // Ends in ENOSPC, which is what is wanted.
    await expect(writeFile(filler, Buffer.alloc(8 << 20))).rejects.toMatchObject({ code: 'ENOSPC' })
    const typed: string[] = []
    // The log has some room of its own left.
    const refused = () => {
      const mark = `<${typed.length} ${'words '.repeat(200)}>`
      typed.push(mark)
      writer.insert('c6', 0, mark)
      return writer.line.closes
    }
    await expect.poll(refused, { interval: 20, timeout: 30_000 }).toContain(4503)
    const { unsaved } = writer.room.view()
    expect(unsaved).toBeGreaterThan(0)
    expect(typed.slice(typed.length - unsaved).filter((mark) => reader.words('c6').includes(mark))).toEqual([])
    expect((await fetch(`${stage.origin()}/healthz`)).status).toBe(200)
    await rm(filler)
    await saved(writer)
    await reader.until(() => reader.words('c6') === writer.words('c6'), 20_000)
    expect((await stage.end('SIGTERM')).code).toBe(0)
    expect(await stage.entente('doctor')).toMatchObject({ code: 0 })
  },
)
