/**
 * W8: what a hostile or broken client can do to everybody else.
 *
 * Counted are deaths, how long an ordinary person had to wait meanwhile, the memory at its peak, and with
 * which code the offender was sent away, if he was.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { attacks, type Attack, type Noticed, type Scene } from '../attacks.ts'
import { Pulse } from '../pulse.ts'
import type { Assignment, Figures } from '../plan.ts'
import { onStage, type Laid, type Stage } from '../stage.ts'

/** Everybody an attack needs, and one more who only feels the pulse. */
const PEOPLE = 60

export function hostile(assignment: Assignment): Promise<Figures> {
  // One for bystanders, one for all that leave nothing behind, and one for each of the others.
  const documents = 2 + attacks.filter(({ afresh }) => afresh).length
  return onStage(assignment, { documents, people: PEOPLE }, async (stage) => {
    const { laid, firsts } = await stage.lay()
    const [bystanders, common, ...scenes] = laid
    if (bystanders === undefined || common === undefined) throw new Error('No document')
    await sleep(300)
    for (const guest of firsts) guest.socket.close()
    const cases: { [name: string]: Outcome } = {}
    for (const attack of attacks) {
      const document = attack.afresh ? scenes.shift() : common
      if (document !== undefined) cases[attack.name] = await suffer(stage, attack, document, bystanders)
    }
    const all = Object.values(cases)
    const named = (holds: (outcome: Outcome) => boolean) =>
      Object.keys(cases).filter((name) => cases[name] !== undefined && holds(cases[name]))
    return {
      deaths: named(({ alive }) => !alive),
      unusable: named(({ usable }) => !usable),
      offenderKept: named(({ offender }) => offender === 'kept'),
      longestWaitMs: Math.max(...all.map(({ longestWaitMs }) => longestWaitMs ?? Infinity)),
      memoryPeakMb: Math.max(...all.map(({ memoryPeakMb }) => memoryPeakMb ?? 0)),
      cases,
    }
  })
}

type Outcome = {
  readonly alive: boolean
  /** Whether an ordinary person can open the document afterwards. */
  readonly usable: boolean
  /** How the offender was sent away, or `kept`. */
  readonly offender: string
  /** Null when no answer ever came. */
  readonly longestWaitMs: number | null
  readonly cpuMs: number | null
  readonly memoryPeakMb: number | null
} & Figures

async function suffer(stage: Stage, attack: Attack, document: Laid, bystanders: Laid): Promise<Outcome> {
  if (attack.afresh || !stage.server.alive) await stage.restart('kill')
  const pulse = await Pulse.of({ target: stage.target.name, port: stage.port, document: bystanders })
  await sleep(100)
  const scene: Scene = { stage, document, quick: stage.quick }
  let noticed: Noticed = { offender: 'kept' }
  const spent = await stage.server.counted(async () => {
    noticed = await attack.act(scene)
  })
  // A process that dies of it takes a moment to be gone.
  await sleep(100)
  const longest = await pulse.longest()
  return {
    alive: stage.server.alive,
    usable: stage.server.alive && (await opens(stage, document)),
    longestWaitMs: finite(longest),
    cpuMs: finite(spent / 1_000),
    memoryPeakMb: finite(stage.server.memory().peak),
    ...noticed,
  }
}

async function opens(stage: Stage, document: Laid): Promise<boolean> {
  try {
    const { guest } = await stage.enter(document, 1)
    guest.socket.close()
    return true
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
