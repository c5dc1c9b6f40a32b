/**
 * The server under measurement, as a process of its own on a core of its own, and what the operating system says about it.
 *
 * CPU time comes from /proc, so only Linux can say it.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Program } from './targets/target.ts'

export const SERVER_CORE = 0
export const CLIENT_CORE = 1

/** The words before a command that keep it on one core; none where that cannot be done. */
export function pinnedTo(core: number): readonly string[] {
  return canPin ? ['taskset', '-c', String(core)] : []
}

export const canPin = availableParallelism() > 1 && spawnSync('taskset', ['-c', '0', 'true']).status === 0

const PATIENCE = 20_000
const MEGABYTE = 2 ** 20
/** How `servers/collect.ts` begins its line. */
const COLLECTED = 'collected '

export type ServerOptions = {
  readonly port: number
  readonly folder: string
  /** Lets `collect` work. */
  readonly collectable?: boolean
  /** Writes a CPU profile of what is `counted` into this folder. */
  readonly profile?: string | undefined
}

export class Server {
  readonly #child: ChildProcess
  readonly #log: string
  readonly #profile: string | undefined
  readonly #gone: Promise<void>
  #alive = true

  private constructor(child: ChildProcess, log: string, profile: string | undefined) {
    this.#child = child
    this.#log = log
    this.#profile = profile
    this.#gone = new Promise((resolve) => {
      child.once('exit', () => {
        this.#alive = false
        resolve()
      })
    })
  }

  /** Starts it and waits until it listens. Throws with what it said when it does not. */
  static async start({ file, args = [], env }: Program, { port, folder, collectable = false, profile }: ServerOptions): Promise<Server> {
    const said = join(folder, 'log.txt')
    const log = openSync(said, 'a')
    const options = collectable ? ['--expose-gc', ...loaded('collect')] : profile === undefined ? [] : loaded('profile')
    const [command = '', ...rest] = [...pinnedTo(SERVER_CORE), process.execPath, ...options, file, ...args]
    const child = spawn(command, rest, {
      cwd: folder,
      env: { ...process.env, ...env, ...(profile !== undefined && { PROFILE_FOLDER: profile }) },
      stdio: ['ignore', log, log],
    })
    closeSync(log)
    const server = new Server(child, said, profile)
    // Nobody is left behind when the run itself is ended.
    const last = () => child.kill('SIGKILL')
    process.once('exit', last)
    child.once('exit', () => process.off('exit', last))
    const end = Date.now() + PATIENCE
    while (!(await listens(port))) {
      if (!server.#alive || Date.now() > end) {
        await server.kill()
        throw new Error(`The server does not listen. It said:\n${readFileSync(said, 'utf8').slice(-2_000)}`)
      }
      await sleep(10)
    }
    return server
  }

  get alive(): boolean {
    return this.#alive
  }

  /** Microseconds of CPU it spends while something is done; NaN where that is not to be had. Of this, and nothing else, a profile is made. */
  async counted(act: () => Promise<void>): Promise<number> {
    const before = this.#cpu()
    if (this.#profile !== undefined) this.#child.kill('SIGUSR2')
    await act()
    const after = this.#cpu()
    if (this.#profile !== undefined) await this.#endProfile(this.#profile)
    return cpuBetween(before, after)
  }

  async #endProfile(folder: string): Promise<void> {
    const written = () => readdirSync(folder).filter((name) => name.endsWith('.cpuprofile')).length
    const before = written()
    this.#child.kill('SIGUSR2')
    while (this.#alive && written() === before) await sleep(20)
  }

  /** What the operating system has counted of its CPU time so far. */
  #cpu(): CpuCount {
    const { pid } = this.#child
    try {
      return { threads: countOfThreads(pid), process: countOfProcess(pid) }
    } catch (error) {
      if (isGone(error)) return { threads: Number.NaN, process: Number.NaN }
      throw error
    }
  }

  /** Resident memory now and at most so far, in MB; NaN where that is not to be had. */
  memory(): { readonly now: number; readonly peak: number } {
    try {
      const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8')
      const of = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1_024
      return { now: of('VmRSS'), peak: of('VmHWM') }
    } catch (error) {
      if (isGone(error)) return { now: Number.NaN, peak: Number.NaN }
      throw error
    }
  }

  /** Has it collect its garbage. Answers what it then uses, in MB: resident, and what of that lives in its heap and its buffers. */
  async collect(): Promise<{ readonly resident: number; readonly live: number }> {
    const told = () =>
      readFileSync(this.#log, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith(COLLECTED))
    const before = told().length
    this.#child.kill('SIGUSR2')
    while (this.#alive && told().length === before) await sleep(50)
    // Pages go back to the system in the background.
    await sleep(1_000)
    const { heapUsed, external } = JSON.parse(told().at(-1)?.slice(COLLECTED.length) ?? '{}') as NodeJS.MemoryUsage
    return { resident: this.memory().now, live: (heapUsed + external) / MEGABYTE }
  }

  /** Asks it to end, and waits. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM')
    const impatient = setTimeout(() => this.#child.kill('SIGKILL'), PATIENCE)
    await this.#gone
    clearTimeout(impatient)
  }

  /** Ends it without a word. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#gone
  }
}

/** The options of Node that load one of our programs before the server's own. */
function loaded(program: 'collect' | 'profile'): readonly string[] {
  return ['--import', fileURLToPath(new URL(`./servers/${program}.ts`, import.meta.url))]
}

/** A port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const tcp = connect({ port, host: '127.0.0.1' })
    tcp.once('connect', () => {
      tcp.destroy()
      resolve(true)
    })
    tcp.once('error', () => resolve(false))
  })
}

/** Microseconds: the exact counts of all threads there are, and the process' own in hundredths of a second, with threads that have ended. */
type CpuCount = { readonly threads: number; readonly process: number }

/** How far the counts may lie apart because one is coarse, in microseconds. */
const COARSE = 25_000

/** Microseconds of CPU between two counts; NaN where that is not to be had. */
function cpuBetween(before: CpuCount, after: CpuCount): number {
  const [threads, process] = [after.threads - before.threads, after.process - before.process]
  return process > threads + COARSE ? process : threads
}

function countOfThreads(pid: number | undefined): number {
  let nanoseconds = 0
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    const [spent] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')
    nanoseconds += Number(spent)
  }
  return nanoseconds / 1_000
}

/** User and system time of /proc/<pid>/stat, fields 14 and 15, in ticks of a hundredth of a second. */
function countOfProcess(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}

/** The process has ended, or this is not Linux. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')
}
