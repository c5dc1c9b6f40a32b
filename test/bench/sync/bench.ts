/**
 * `npm run bench -- sync`: Entente and its peers under the same load, in turn, on this machine.
 *
 * Every run is a process of its own on the clients' core, with a fresh server on the other. Rounds are interleaved, workload by round by
 * target, so that each target meets each weather. The method and what the figures mean: docs/performance.md.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { circumstances } from './circumstances.ts'
import { verdicts } from './goals.ts'
import { plans, targetNames, workloadNames, type Assignment, type Run, type TargetName, type WorkloadName } from './plan.ts'
import { summary } from './profile.ts'
import { goalTable, table } from './report.ts'
import { rowsOf } from './rows.ts'
import { CLIENT_CORE, pinnedTo } from './server.ts'

const usage = `Usage: npm run bench -- sync [options]

  --workloads w1b,w1c    some of ${workloadNames.join(', ')}
  --targets entente,…    some of ${targetNames.join(', ')}
  --rounds N             how often each is run; by itself 3, or 1 where nothing varies
  --quick                short windows and one round: shows that everything works, not how fast it is
  --json                 {"circumstances", "rows", "goals"} on stdout instead of tables
  --profile              also a CPU profile of the server, and where its time went`

const results = fileURLToPath(new URL('../results', import.meta.url))

type Options = {
  readonly workloads: readonly WorkloadName[]
  readonly targets: readonly TargetName[]
  readonly rounds: number | undefined
  readonly quick: boolean
  readonly json: boolean
  readonly profile: boolean
}

/** Measures as the arguments say and prints what came of it. Answers the exit code. */
export function measureSync(args: readonly string[]): number {
  const options = parse(args)
  if (options === undefined) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  const machine = circumstances()
  const at = new Date().toISOString()
  const folder = join(results, at.replaceAll(':', '.'))
  mkdirSync(folder, { recursive: true })
  const runs: Run[] = []
  const all = assignments(options, folder)
  for (const [index, assignment] of all.entries()) {
    const { workload, target, round } = assignment
    process.stderr.write(`bench: ${index + 1}/${all.length} ${workload} ${target}, round ${round}, load ${loadavg()[0]?.toFixed(1)}\n`)
    const run = perform(assignment)
    if (run !== undefined) runs.push(run)
    writeFileSync(join(folder, 'runs.json'), JSON.stringify({ at, machine, runs }, undefined, 1))
    if (run !== undefined && assignment.profile !== undefined) process.stderr.write(`${summary(assignment.profile)}\n`)
  }
  const rows = rowsOf(runs)
  const goals = verdicts(rows)
  const report = { at, quick: options.quick, circumstances: machine, rows, goals }
  writeFileSync(join(folder, 'rows.json'), JSON.stringify(report, undefined, 1))
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : `${table(rows)}\n\n${goalTable(goals)}\n`)
  process.stderr.write(`bench: raw results are in ${folder}\n`)
  return runs.length === all.length ? 0 : 1
}

function parse(argv: readonly string[]): Options | undefined {
  try {
    const { positionals, values } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        workloads: { type: 'string', default: workloadNames.join(',') },
        targets: { type: 'string', default: targetNames.join(',') },
        rounds: { type: 'string' },
        quick: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        profile: { type: 'boolean', default: false },
      },
    })
    const workloads = named(values.workloads, workloadNames)
    const targets = named(values.targets, targetNames)
    const rounds = values.rounds === undefined ? undefined : Number(values.rounds)
    const wrong = positionals.length > 0 || workloads === undefined || targets === undefined || (rounds !== undefined && !(rounds >= 1))
    return wrong ? undefined : { ...values, workloads, targets, rounds }
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** The names of a list with commas; undefined when one of them is not known. */
function named<Name extends string>(list: string, known: readonly Name[]): readonly Name[] | undefined {
  const asked = list.split(',')
  return asked.every((name) => known.some((one) => one === name)) ? known.filter((name) => asked.includes(name)) : undefined
}

function assignments({ workloads, targets, rounds, quick, profile }: Options, folder: string): readonly Assignment[] {
  return workloads.flatMap((workload) => {
    const plan = plans[workload]
    return Array.from({ length: rounds ?? (quick ? 1 : plan.rounds) }, (_, index) => index + 1).flatMap((round) =>
      plan.targets
        .filter((target) => targets.includes(target))
        .map((target) => ({ workload, target, round, quick, ...(profile && { profile: join(folder, `${workload}-${target}-${round}`) }) })),
    )
  })
}

/** No run takes longer than that, in milliseconds. */
const PATIENCE = 1_200_000

/** What came of a run; undefined when it failed, for a reason that was said. */
function perform(assignment: Assignment): Run | undefined {
  const program = fileURLToPath(new URL('./run.ts', import.meta.url))
  const [command, ...args] = [...pinnedTo(CLIENT_CORE), process.execPath, program, JSON.stringify(assignment)]
  const { status, stdout } = spawnSync(command, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    timeout: PATIENCE,
    killSignal: 'SIGTERM',
  })
  if (status === 0) return JSON.parse(stdout) as Run
  process.stderr.write(`bench: ${assignment.workload} ${assignment.target} failed\n`)
  return undefined
}
