/** The tables a person reads. */
import type { Verdict } from './goals.ts'
import type { WorkloadName } from './plan.ts'
import type { Row } from './rows.ts'

const titles: { readonly [workload in WorkloadName]: string } = {
  w1a: 'W1a  10 writers in one document',
  w1b: 'W1b  50 writers in one document',
  w1c: 'W1c  200 writers in one document',
  w2: 'W2   500 documents with 3 writers each',
  w3: 'W3   opening a history of 260,000 keys',
  w4a: 'W4a  500 people come back, up to date',
  w4b: 'W4b  500 people reload one long document',
  w5: 'W5   killed while ten people type',
  w6: 'W6   memory for 1,000 documents of 20 kB, in MB',
  w7: 'W7   100 moving carets',
  w8: 'W8   hostile clients',
  load: 'Load 200 editors in one document, people who come and go, observers',
}

const steady: readonly string[] = ['cpuUsPerDelivery', 'cpuPercent', 'p50', 'p95', 'p99', 'missing', 'clientUtilisation']
const storm: readonly string[] = ['p50', 'p95', 'p99', 'cpuMsPerClient', 'allSyncedMs', 'missing']

/** What of a row is worth a column. The rest stands in the raw results. */
const columns: { readonly [workload in WorkloadName]: readonly string[] } = {
  w1a: steady,
  w1b: steady,
  w1c: steady,
  w2: [...steady, 'memoryMb'],
  w3: ['ingestCpuUs', 'warmMs', 'warmCpuMs', 'restartSyncedMs', 'restartContentMs', 'restartCpuMs', 'syncedBeforeContent'],
  w4a: storm,
  w4b: storm,
  w5: ['kills', 'broadcast', 'lostBroadcast', 'acknowledged', 'lostAcknowledged'],
  w6: ['emptyMb', 'idleMbPer1000', 'editedMbPer1000', 'keptMbPer1000', 'idleLiveMbPer1000', 'editedLiveMbPer1000', 'keptLiveMbPer1000'],
  w7: steady,
  load: [
    'savedP50',
    'savedP95',
    'savedP99',
    'unacknowledged',
    'diverged',
    'turnedAway',
    'joins',
    'joinP95',
    'cpuPercent',
    'memoryMb',
    'observersMb',
  ],
  w8: ['deaths', 'unusable', 'offenderKept', 'longestWaitMs', 'memoryPeakMb'],
}

export function table(rows: readonly Row[]): string {
  return [...Map.groupBy(rows, ({ workload }) => workload)]
    .map(([workload, of]) => {
      const names = columns[workload]
      const lines = [['', ...names], ...of.map((row) => [row.target, ...names.map((name) => cell(row[name]))])]
      return `${titles[workload]}\n${aligned(lines)}`
    })
    .join('\n\n')
}

export function goalTable(verdicts: readonly Verdict[]): string {
  return aligned(
    verdicts.map(({ workload, figure, of, most, is, limit, met }) => [
      met ? 'met' : 'MISSED',
      workload,
      figure,
      cell(is),
      `≤ ${cell(limit)}`,
      of === undefined ? '' : `${cell(most)} of ${of}`,
    ]),
  )
}

function aligned(lines: readonly (readonly string[])[]): string {
  const widths = Array.from({ length: Math.max(...lines.map(({ length }) => length)) }, (_, at) =>
    Math.max(...lines.map((line) => line[at]?.length ?? 0)),
  )
  return lines
    .map((line) =>
      `  ${line.map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))).join('  ')}`.trimEnd(),
    )
    .join('\n')
}

/** Three digits that count; of a list how many. */
function cell(value: unknown): string {
  if (typeof value === 'number')
    return Number.isInteger(value) ? String(value) : Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)))
  if (Array.isArray(value)) return String(value.length)
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '–'
}
