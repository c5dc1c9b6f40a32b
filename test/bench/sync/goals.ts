/**
 * What Entente is to reach, mostly as a share of what a peer needs in the same run on the same machine.
 *
 * Milliseconds are only judged where a goal says so, and mean little on a machine that does something else as well.
 */
import type { TargetName, WorkloadName } from './plan.ts'
import type { Row } from './rows.ts'

type Goal = {
  readonly workload: WorkloadName
  readonly figure: string
  /** The most it may be: so much, or so much of what this peer needs. */
  readonly most: number
  readonly of?: TargetName
}

const goals: readonly Goal[] = [
  { workload: 'w1a', figure: 'cpuUsPerDelivery', most: 1, of: 'hocuspocus' },
  { workload: 'w1a', figure: 'p95', most: 15 },
  { workload: 'w1b', figure: 'cpuUsPerDelivery', most: 1 / 2, of: 'hocuspocus' },
  { workload: 'w1b', figure: 'p95', most: 20 },
  { workload: 'w1c', figure: 'cpuUsPerDelivery', most: 1 / 3, of: 'hocuspocus' },
  { workload: 'w1c', figure: 'cpuUsPerDelivery', most: 1 / 1.5, of: 'hocuspocus-16ms' },
  { workload: 'w1c', figure: 'cpuUsPerDelivery', most: 1, of: 'relay' },
  { workload: 'w1c', figure: 'p95', most: 25 },
  { workload: 'w1c', figure: 'cpuPercent', most: 90 },
  { workload: 'w2', figure: 'cpuUsPerDelivery', most: 1 / 1.6, of: 'hocuspocus' },
  { workload: 'w2', figure: 'p99', most: 20 },
  { workload: 'w3', figure: 'warmMs', most: 1 / 3, of: 'hocuspocus' },
  { workload: 'w3', figure: 'restartContentMs', most: 1 / 5, of: 'hocuspocus' },
  { workload: 'w4a', figure: 'p95', most: 1 / 4, of: 'hocuspocus' },
  { workload: 'w4a', figure: 'cpuMsPerClient', most: 1 / 1.5, of: 'hocuspocus' },
  { workload: 'w4b', figure: 'cpuMsPerClient', most: 1 / 4, of: 'hocuspocus' },
  { workload: 'w4b', figure: 'missing', most: 0 },
  { workload: 'w5', figure: 'lostBroadcast', most: 0 },
  { workload: 'w5', figure: 'lostAcknowledged', most: 0 },
  { workload: 'w6', figure: 'idleMbPer1000', most: 1 / 3, of: 'hocuspocus' },
  { workload: 'w6', figure: 'editedMbPer1000', most: 2 / 3, of: 'hocuspocus' },
  { workload: 'w7', figure: 'cpuUsPerDelivery', most: 1 / 4, of: 'hocuspocus' },
  { workload: 'w7', figure: 'p95', most: 30 },
  { workload: 'w8', figure: 'longestWaitMs', most: 50 },
  { workload: 'load', figure: 'savedP95', most: 250 },
  { workload: 'load', figure: 'savedP99', most: 500 },
  { workload: 'load', figure: 'unacknowledged', most: 0 },
  { workload: 'load', figure: 'diverged', most: 0 },
  { workload: 'load', figure: 'observersMb', most: 500 },
  ...(['w1a', 'w1b', 'w1c', 'w2', 'w7'] as const).map((workload) => ({ workload, figure: 'missing', most: 0 })),
]

export type Verdict = Goal & {
  readonly is: number
  /** What `is` was compared with. */
  readonly limit: number
  readonly met: boolean
}

/** The goals that the rows say something about. */
export function verdicts(rows: readonly Row[]): readonly Verdict[] {
  const figure = (workload: WorkloadName, target: TargetName, name: string) => {
    const value = rows.find((row) => row.workload === workload && row.target === target)?.[name]
    return typeof value === 'number' ? value : undefined
  }
  return goals.flatMap((goal) => {
    const is = figure(goal.workload, 'entente', goal.figure)
    const base = goal.of === undefined ? 1 : figure(goal.workload, goal.of, goal.figure)
    if (is === undefined || base === undefined) return []
    const limit = goal.most * base
    return [{ ...goal, is, limit, met: is <= limit }]
  })
}
