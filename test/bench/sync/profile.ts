/** Where a server's time went, from the CPU profiles it wrote: what functions took themselves, and ours with everything they called. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

type Frame = { readonly functionName: string; readonly url: string; readonly lineNumber: number }
type Node = { readonly id: number; readonly callFrame: Frame; readonly children?: readonly number[] }
type Profile = { readonly nodes: readonly Node[]; readonly samples: readonly number[]; readonly timeDeltas: readonly number[] }

const SHOWN = 25
/** Waiting, and the profiler itself. */
const notBusy = new Set(['(idle)', 'post'])

/** Tables of all profiles in a folder together. Shares are of the time that was not spent waiting. */
export function summary(folder: string): string {
  const own = new Map<string, number>()
  const whole = new Map<string, number>()
  let busy = 0
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.cpuprofile'))) {
    for (const [path, spent] of stacks(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Profile)) {
      const [top] = path
      if (top === undefined || notBusy.has(top.functionName)) continue
      busy += spent
      add(own, label(top), spent)
      for (const frame of new Set(path.filter(isOurs).map(label))) add(whole, frame, spent)
    }
  }
  const table = (times: ReadonlyMap<string, number>) =>
    [...times]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, SHOWN)
      .map(([name, spent]) => `${((100 * spent) / busy).toFixed(1).padStart(6)} %  ${name}`)
  return [`${(busy / 1_000).toFixed(0)} ms busy`, 'by itself', ...table(own), 'ours, with what was called', ...table(whole)].join('\n')
}

/** Each sample's frames, innermost first, and how many microseconds it stands for. */
function* stacks({ nodes, samples, timeDeltas }: Profile): Generator<readonly [readonly Frame[], number]> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)))
  const spent = new Map<number, number>()
  for (const [index, sample] of samples.entries()) add(spent, sample, timeDeltas[index] ?? 0)
  for (const [sample, time] of spent) {
    const path: Frame[] = []
    for (let node = byId.get(sample); node !== undefined; node = byId.get(parents.get(node.id) ?? Number.NaN)) path.push(node.callFrame)
    yield [path, time]
  }
}

function add<Key>(times: Map<Key, number>, key: Key, time: number): void {
  times.set(key, (times.get(key) ?? 0) + time)
}

function isOurs({ url }: Frame): boolean {
  return /\/(?:packages|apps)\//.test(url) && !url.includes('/node_modules/')
}

function label(frame: Frame): string {
  const { functionName, url, lineNumber } = frame
  const place = isOurs(frame) ? url.slice(url.search(/\/(?:packages|apps)\//) + 1) : basename(url)
  return `${functionName || '(anonymous)'} ${place}${url === '' ? '' : `:${lineNumber + 1}`}`
}
