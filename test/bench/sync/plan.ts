/**
 * What can be measured, and on whom: the names of the command line, and how long things take in a full and in a quick run.
 */

export const targetNames = ['entente', 'relay', 'y-websocket', 'hocuspocus', 'hocuspocus-16ms'] as const
export type TargetName = (typeof targetNames)[number]

export const workloadNames = ['w1a', 'w1b', 'w1c', 'w2', 'w3', 'w4a', 'w4b', 'w5', 'w6', 'w7', 'w8', 'load'] as const
export type WorkloadName = (typeof workloadNames)[number]

/** One run: one workload on one target. */
export type Assignment = {
  readonly workload: WorkloadName
  readonly target: TargetName
  readonly round: number
  readonly quick: boolean
  /** Folder for a CPU profile of the server, if one is wanted. */
  readonly profile?: string | undefined
}

/** What came out of a run, by name. The names say the unit. */
export type Figures = { readonly [name: string]: number | string | boolean | null | readonly string[] | readonly number[] | Figures }

export type Run = Assignment & {
  /** When it ended. */
  readonly at: string
  /** Load average of the last minute before it began. */
  readonly load: number
  readonly figures: Figures
}

/** Who can run what. A relay has no documents, and how often Hocuspocus sends plays no part in what it stores. */
const everybody: readonly TargetName[] = targetNames
const keepers: readonly TargetName[] = ['entente', 'y-websocket', 'hocuspocus']

export const plans: { readonly [workload in WorkloadName]: { readonly targets: readonly TargetName[]; readonly rounds: number } } = {
  w1a: { targets: everybody, rounds: 3 },
  w1b: { targets: everybody, rounds: 3 },
  w1c: { targets: everybody, rounds: 3 },
  w2: { targets: everybody, rounds: 3 },
  w3: { targets: keepers, rounds: 3 },
  w4a: { targets: keepers, rounds: 3 },
  w4b: { targets: keepers, rounds: 3 },
  w5: { targets: keepers, rounds: 1 },
  w6: { targets: keepers, rounds: 1 },
  w7: { targets: everybody, rounds: 3 },
  w8: { targets: keepers, rounds: 1 },
  // Its goals are figures, not shares of what others need.
  load: { targets: ['entente'], rounds: 1 },
}
