/** One run, in a process of its own: `node run.ts ASSIGNMENT`, an `Assignment` as JSON. Prints the `Run` as JSON. */
import { loadavg } from 'node:os'
import type { Assignment, Figures, Run } from './plan.ts'
import { carets } from './workloads/carets.ts'
import { hostile } from './workloads/hostile.ts'
import { longHistory } from './workloads/history.ts'
import { load } from './workloads/load.ts'
import { kill } from './workloads/kill.ts'
import { memory } from './workloads/memory.ts'
import { storm } from './workloads/storm.ts'
import { typing } from './workloads/typing.ts'

function perform(assignment: Assignment): Promise<Figures> {
  const { workload } = assignment
  switch (workload) {
    case 'w1a':
    case 'w1b':
    case 'w1c':
    case 'w2':
      return typing({ ...assignment, workload })
    case 'w3':
      return longHistory(assignment)
    case 'w4a':
    case 'w4b':
      return storm({ ...assignment, workload })
    case 'w5':
      return kill(assignment)
    case 'w6':
      return memory(assignment)
    case 'w7':
      return carets(assignment)
    case 'w8':
      return hostile(assignment)
    case 'load':
      return load(assignment)
    default:
      return workload satisfies never
  }
}

// Ending by a signal is ending in good order here: the server and its data go as well.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const assignment = JSON.parse(process.argv[2] ?? '') as Assignment
const [average = Number.NaN] = loadavg()
const figures = await perform(assignment)
const run: Run = { ...assignment, at: new Date().toISOString(), load: average, figures }
process.stdout.write(`${JSON.stringify(run)}\n`)
// Sockets that a server has left hanging must not keep us.
process.exit(0)
