/** W6: what an open document costs, idle and being edited, and what is given back after everybody has left. Measured after collection. */
import { setTimeout as sleep } from 'node:timers/promises'
import { fill } from '../fill.ts'
import type { Assignment, Figures } from '../plan.ts'
import { inGroups, onStage, type Stage } from '../stage.ts'
import { Typist } from '../words.ts'

type Memory = Awaited<ReturnType<Stage['server']['collect']>>

/** Runs of 50 characters: 20 kB. */
const RUNS = 410

/** How long is waited in each state, in milliseconds. Idle CPU is counted over the second half of `idle`. */
const full = { documents: 1_000, start: 10_000, idle: 16_000, edited: 3_000, left: 20_000 }
const quick = { documents: 100, start: 4_500, idle: 13_000, edited: 1_500, left: 5_000 }

export function memory(assignment: Assignment): Promise<Figures> {
  const { documents, start, idle, edited: editing, left } = assignment.quick ? quick : full
  const act = async (stage: Stage) => {
    const filled = await fill(stage, RUNS)
    // A server may look through everything it has when it starts, and must have let go of it.
    await sleep(start)
    const empty = await stage.server.collect()
    const guests = await inGroups(filled, async (document) => (await stage.enter(document, 0)).guest)
    await sleep(idle / 2)
    const idleCpu = await stage.server.counted(() => sleep(idle / 2))
    const open = await stage.server.collect()
    for (const [index, { text }] of filled.entries()) {
      const guest = guests[index]
      guest?.types(new Typist(guest.client, text).next())
    }
    await sleep(editing)
    const edited = await stage.server.collect()
    for (const guest of guests) guest.socket.close()
    await sleep(left)
    const after = await stage.server.collect()
    const per1000 = (now: Memory, of: keyof Memory) => (1_000 * (now[of] - empty[of])) / documents
    return {
      emptyMb: empty.resident,
      idleMbPer1000: per1000(open, 'resident'),
      editedMbPer1000: per1000(edited, 'resident'),
      keptMbPer1000: per1000(after, 'resident'),
      idleLiveMbPer1000: per1000(open, 'live'),
      editedLiveMbPer1000: per1000(edited, 'live'),
      keptLiveMbPer1000: per1000(after, 'live'),
      idleCpuPercent: (100 * idleCpu) / 1_000 / (idle / 2),
    }
  }
  return onStage(assignment, { documents, people: 1 }, act, { collectable: true })
}
