/** What is measured around a window of steady load: the server's CPU, and whether the clients kept up. */
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { percentiles, type Probe, type Window } from './delivery.ts'
import type { OpenLoop } from './open-loop.ts'
import type { Figures } from './plan.ts'
import type { Server } from './server.ts'

export type Times = { readonly warmUp: number; readonly window: number }

/** How long is waited for what has not arrived, in milliseconds. */
const DRAIN = 10_000

/**
 * Lets the load run through its warm-up and its window, then stops it and waits until every probe has everything. `deliveries` counts what
 * was due in the window times its receivers other than the sender.
 */
export async function steadily(
  server: Server,
  load: OpenLoop,
  probes: readonly Probe[],
  window: Window,
  deliveries: () => number,
  { warmUp, window: length }: Times,
): Promise<Figures> {
  await sleep(warmUp)
  let client = 0
  let drained = 0
  const spent = await server.counted(async () => {
    const utilisation = performance.eventLoopUtilization()
    window.from = performance.now()
    await sleep(length)
    window.to = performance.now()
    load.stop()
    client = performance.eventLoopUtilization(utilisation).utilization
    const end = performance.now() + DRAIN
    while (performance.now() < end && probes.some((probe) => probe.missing() > 0)) await sleep(5)
    drained = performance.now()
  })
  const missing = probes.reduce((sum, probe) => sum + probe.missing(), 0)
  const count = deliveries()
  return {
    cpuUsPerDelivery: spent / count,
    cpuPercent: (100 * spent) / 1_000 / (drained - window.from),
    ...percentiles(probes.flatMap(({ latencies }) => latencies)),
    missing,
    deliveriesPerSecond: (1_000 * count) / length,
    drainMs: drained - window.to,
    clientUtilisation: client,
    memoryMb: server.memory().now,
    alive: server.alive,
  }
}
