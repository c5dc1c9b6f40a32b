/** From runs to rows: of every figure the median of all rounds; of what must not happen at all, the worst. */
import { percentile } from './delivery.ts'
import type { Figures, Run, TargetName, WorkloadName } from './plan.ts'

export type Row = { readonly workload: WorkloadName; readonly target: TargetName; readonly rounds: number } & Figures

/** Where one bad round is one too many. */
const worst = new Set(['missing', 'turnedAway', 'lostBroadcast', 'lostAcknowledged', 'longestWaitMs', 'clientUtilisation'])
/** Its least and its most are told as well. */
const mainFigure = 'cpuUsPerDelivery'

export function rowsOf(runs: readonly Run[]): readonly Row[] {
  const groups = Map.groupBy(runs, ({ workload, target }) => `${workload} ${target}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { workload, target } = first
    const main = numbers(group, mainFigure)
    const figures = Object.fromEntries(Object.keys(first.figures).map((name) => [name, together(group, name)]))
    return [
      {
        workload,
        target,
        rounds: group.length,
        ...figures,
        ...(main.length > 1 && { spread: [Math.min(...main), Math.max(...main)] }),
      },
    ]
  })
}

function together(runs: readonly Run[], name: string): Figures[string] {
  const values = numbers(runs, name)
  if (values.length > 0) return worst.has(name) ? Math.max(...values) : percentile(values, 50)
  const truths = runs.map(({ figures }) => figures[name]).filter((value) => typeof value === 'boolean')
  if (truths.length > 0) return name === 'alive' ? truths.every(Boolean) : truths.some(Boolean)
  return runs.at(-1)?.figures[name] ?? null
}

function numbers(runs: readonly Run[], name: string): readonly number[] {
  return runs.map(({ figures }) => figures[name]).filter((value) => typeof value === 'number')
}
