/**
 * What a person at the keyboard notices, and what it costs the page's main thread.
 *
 * Key to paint is the time from the key event to after the next frame. CPU is the main thread's own time (`threadTicks`), so other work on
 * the machine does not count; what an idle page costs is subtracted.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright'

/** Milliseconds between two of one's own keys: about a hundred words a minute. */
const KEY_EVERY = 110
/** Letters a second that each of the others types. */
export const OTHERS_PER_SECOND = 2

export type Typist = {
  /** Milliseconds of main-thread CPU while something happened, above an idle page. */
  readonly cpuMs: (what: () => Promise<void>) => Promise<number>
  /** Types so many letters; answers how long each took to be painted. */
  readonly type: (keys: number) => Promise<readonly number[]>
}

export async function typistAt(page: Page): Promise<Typist> {
  const session: CDPSession = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000
  }
  await page.evaluate(() => {
    const painted: number[] = []
    Object.assign(globalThis, { painted })
    addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => painted.push(performance.now() - timeStamp))
          port1.start()
          port2.postMessage(undefined)
        }),
      { capture: true },
    )
  })
  const spent = async (what: () => Promise<void>) => {
    const from = await busy()
    const began = performance.now()
    await what()
    return { cpu: (await busy()) - from, wall: performance.now() - began }
  }
  const idle = await spent(() => sleep(2_000))
  return {
    async cpuMs(what) {
      const { cpu, wall } = await spent(what)
      return Math.max(0, cpu - (idle.cpu * wall) / idle.wall)
    },
    async type(keys) {
      await page.evaluate(() => void ((globalThis as unknown as { painted: number[] }).painted.length = 0))
      for (let key = 0; key < keys; key += 1) {
        await page.keyboard.press('n')
        await sleep(KEY_EVERY)
      }
      return page.evaluate(() => [...(globalThis as unknown as { painted: number[] }).painted])
    },
  }
}
