/** The disk stops taking writes under the whole server, and takes them again. Attack case D3. */
import { StoreFault, type Batch, type FaultReason, type Store } from '@entente/store'
import { expect, test } from 'vitest'
import type { Delegate } from '../stories/delegate.ts'
import { openHouse, VESNA } from '../stories/house.ts'
import { openLine } from './stage.ts'

/** A store whose every write fails while it is said to. `late` writes first and fails then: the answer to the commit got lost. */
function failingStore() {
  let fault: { readonly reason: FaultReason; readonly late: boolean } | undefined
  let commits = 0
  const fail = () => {
    if (fault !== undefined) throw new StoreFault(fault.reason, 'as drilled')
  }
  const between = (store: Store): Store => {
    const writing: Partial<Record<keyof Store['rooms'], (...how: never[]) => Promise<unknown>>> = {
      async commit(batch: Batch) {
        if (fault !== undefined) commits += 1
        if (fault?.late !== true) fail()
        await store.rooms.commit(batch)
        fail()
      },
      async lease(...how: Parameters<Store['rooms']['lease']>) {
        fail()
        return store.rooms.lease(...how)
      },
      async saveSnapshot(...how: Parameters<Store['rooms']['saveSnapshot']>) {
        fail()
        return store.rooms.saveSnapshot(...how)
      },
    }
    const rooms = new Proxy(store.rooms, {
      get(target, name) {
        const own: unknown = Reflect.get(writing, name)
        const method: unknown = own ?? Reflect.get(target, name)
        const bound: unknown = typeof method === 'function' ? method.bind(target) : method
        return bound
      },
    })
    return { ...store, rooms }
  }
  return {
    between,
    /** How many commits were tried while nothing could be written. */
    tried: () => commits,
    breakWith: (reason: FaultReason, late = false) => void (fault = { reason, late }),
    mend: () => void (fault = undefined),
  }
}

const saved = (person: Delegate) => person.until(({ unsaved, connection }) => unsaved === 0 && connection.is === 'live', 20_000)

test.each(['disk-full', 'read-only', 'input-output'] as const)(
  '[D3] [durable-7] %s: nothing is called saved or shown, reading goes on, and all of it is saved when the disk is back, without a restart',
  { timeout: 120_000 },
  async (reason) => {
    const disk = failingStore()
    const house = await openHouse({ between: disk.between })
    const [line, other] = [openLine(house.origin), openLine(house.origin)]
    const [writer, reader] = [await house.sit('u-kes1', VESNA, line.WebSocket), await house.sit('u-orl1', VESNA, other.WebSocket)]
    const before = reader.words('c6')
    const said = () => reader.room.view().record.entries.filter(({ by }) => by !== 'server' && by.seat === 'u-orl1').length
    const statements = said()
    let falselySaved = false
    disk.breakWith(reason)
    writer.insert('c6', 0, '<unsaved>')
    const stop = writer.room.subscribe(() => (falselySaved ||= writer.room.view().unsaved === 0))
    // So that the room has been given up and loaded again more than once.
    const tried = () => {
      writer.insert('c6', 0, '.')
      return disk.tried()
    }
    await expect.poll(tried, { interval: 100, timeout: 20_000 }).toBeGreaterThan(2)
    expect(line.closes).toContain(4503)
    expect(reader.words('c6')).toBe(before)
    expect((await house.fetch('/healthz')).status).toBe(200)
    const rolling = await house.fetch(`/api/negotiations/${VESNA}/export?format=md&what=rolling`, { token: writer.token })
    expect([rolling.status, (await rolling.text()).includes('<unsaved>')]).toEqual([200, false])
    await reader.until(({ connection }) => connection.is === 'live')
    const newcomer = await house.sit('u-mer1')
    expect(newcomer.words('c6')).toBe(before)
    const answer = await reader.states('c6', { stance: 'accepts' })
    expect(answer).toMatchObject({
      ok: false,
      refusal: { code: expect.stringMatching(/storage-unavailable|connection-lost|offline/) as string },
    })
    expect([falselySaved, reader.words('c6')]).toEqual([false, before])
    stop()
    disk.mend()
    await saved(writer)
    await reader.until(() => reader.words('c6') === writer.words('c6'), 20_000)
    expect(reader.words('c6').split('<unsaved>')).toHaveLength(2)
    expect(said()).toBe(statements)
    expect(reader.room.view().record.chain).toEqual({ is: 'verified' })
  },
)

test('[D3] [D6] [durable-7] a commit whose answer got lost is neither lost nor written twice', { timeout: 60_000 }, async () => {
  const disk = failingStore()
  const house = await openHouse({ between: disk.between })
  const [writer, reader] = [await house.sit('u-kes1'), await house.sit('u-orl1')]
  disk.breakWith('input-output', true)
  writer.insert('c6', 0, '<once>')
  await writer.until(() => disk.tried() > 0)
  disk.mend()
  await saved(writer)
  await reader.until(() => reader.words('c6') === writer.words('c6'), 20_000)
  expect(reader.words('c6').split('<once>')).toHaveLength(2)
})
