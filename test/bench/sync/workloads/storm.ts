/**
 * W4: five hundred people come back within a second of a restart, because everybody's browser noticed it at once.
 *
 * W4a: to ten documents of which they hold everything. W4b: to one long document, with nothing in hand, as after reloading the page.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { percentiles } from '../delivery.ts'
import { fill, type Filled } from '../fill.ts'
import { NOTHING, type Welcome } from '../guest.ts'
import { Holdings } from '../holdings.ts'
import type { Assignment, Figures } from '../plan.ts'
import { onStage } from '../stage.ts'

const PEOPLE = 500
const WITHIN = 1_000

const storms = {
  w4a: { documents: 10, runs: 410, holding: true },
  w4b: { documents: 1, runs: 4_096, holding: false },
} as const

export function storm(assignment: Assignment & { readonly workload: keyof typeof storms }): Promise<Figures> {
  const { documents, runs, holding } = storms[assignment.workload]
  return onStage(assignment, { documents, people: PEOPLE / documents, returning: holding }, async (stage) => {
    const filled = await fill(stage, runs)
    const arrivals: Arrival[] = []
    const begun = performance.now()
    const spent = await stage.server.counted(async () => {
      const people = Array.from({ length: PEOPLE }, async (_, index) => {
        await sleep(Math.random() * WITHIN)
        const document = filled[index % documents]
        if (document === undefined) throw new Error('No document')
        const { welcome } = await stage.enter(document, Math.floor(index / documents), { has: holding ? document.stateVector : NOTHING })
        arrivals.push({ document, welcome })
      })
      await Promise.all(people)
    })
    const allMs = performance.now() - begun
    return {
      ...percentiles(arrivals.map(({ welcome }) => welcome.after)),
      cpuMsPerClient: spent / 1_000 / PEOPLE,
      allSyncedMs: allMs,
      missing: holding ? 0 : arrivals.filter((arrival) => !isWhole(arrival)).length,
      memoryPeakMb: stage.server.memory().peak,
    }
  })
}

type Arrival = { readonly document: Filled; readonly welcome: Welcome }

/** Whether somebody who came with nothing was given everything. Looked at when the storm is over, because it takes longer than coming in. */
function isWhole({ document, welcome }: Arrival): boolean {
  const holdings = new Holdings()
  holdings.add(welcome.content)
  return holdings.cover(document.stateVector)
}
