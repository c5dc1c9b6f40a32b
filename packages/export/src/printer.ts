/**
 * Makes Word, PDF and Excel files without holding up the process that asks.
 *
 * They take long enough to delay everybody's typing, and Typst is native code: it cannot be interrupted in a thread, and keeps its memory. So
 * papers are made in a child process, one after the other. So many may wait and no more; a paper that takes too long is given up
 * with its process; a process that has nothing to do ends. It is given nothing of the environment, so it holds no secret.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { commitmentsSheet, type Commitments } from './commitments.ts'
import type { Matrix } from './matrix.ts'
import type { Paper } from './paper.ts'
import type { PrintAnswer, PrintJob } from './printer-process.ts'

/** Papers that may wait for the one being made. */
const MAX_WAITING = 16
/** Milliseconds for one paper. 200 clauses take about one second, with the start of the process. */
const PRINT_LIMIT = 60_000
/** Milliseconds after which an idle process ends. */
const IDLE_LIMIT = 60_000

/** Too many papers are waiting. Nothing was done; asking again later helps. */
export class PrinterBusy extends Error {
  override readonly name = 'PrinterBusy'
}

/** The paper could not be made. The message is for the log: it may quote the text. */
export class PrinterFailed extends Error {
  override readonly name = 'PrinterFailed'
}

export type Printer = {
  /** Rejects with `PrinterBusy` or `PrinterFailed`. */
  readonly print: (job: PrintJob) => Promise<Uint8Array>
  /** Gives up whatever is being made or waits. */
  readonly close: () => void
}

export type PrinterOptions = { readonly maxWaiting?: number; readonly printLimit?: number; readonly idleLimit?: number }

type Waiting = { readonly job: PrintJob; readonly resolve: (file: Uint8Array) => void; readonly reject: (error: Error) => void }

/** A printer with a process of its own, started with the first paper. It keeps the asking process alive only while it prints. */
export function createPrinter({
  maxWaiting = MAX_WAITING,
  printLimit = PRINT_LIMIT,
  idleLimit = IDLE_LIMIT,
}: PrinterOptions = {}): Printer {
  const queue: Waiting[] = []
  let running: Waiting | undefined
  let child: ChildProcess | undefined
  let alarm: NodeJS.Timeout | undefined

  const start = (): ChildProcess => {
    const started = fork(new URL('printer-process.ts', import.meta.url), { serialization: 'advanced', env: {}, execArgv: [] })
    started.on('message', (answer: PrintAnswer) => {
      settle(({ resolve, reject }) => (answer.ok ? resolve(answer.file) : reject(new PrinterFailed(answer.reason))))
    })
    started.on('error', (error) => giveUp(started, error.message))
    started.on('exit', (code, signal) => giveUp(started, `the process ended with ${signal ?? code}`))
    return started
  }

  const next = (): void => {
    if (running !== undefined) return
    clearTimeout(alarm)
    running = queue.shift()
    if (running === undefined) rest()
    else work(running.job)
  }

  const work = (job: PrintJob): void => {
    const working = child ?? start()
    child = working
    working.ref()
    working.channel?.ref()
    alarm = setTimeout(() => giveUp(working, `not made within ${printLimit} ms`), printLimit)
    working.send(job)
  }

  const rest = (): void => {
    const resting = child
    if (resting === undefined) return
    resting.unref()
    resting.channel?.unref()
    alarm = setTimeout(() => giveUp(resting, 'idle'), idleLimit).unref()
  }

  const settle = (how: (waiting: Waiting) => void): void => {
    const done = running
    running = undefined
    if (done !== undefined) how(done)
    next()
  }

  /** A process that failed, hangs or idles is not used again; the next paper gets a new one. */
  const giveUp = (failed: ChildProcess, reason: string): void => {
    if (child !== failed) return
    child = undefined
    failed.kill('SIGKILL')
    settle(({ reject }) => reject(new PrinterFailed(reason)))
  }

  return {
    print(job) {
      if (queue.length >= maxWaiting) return Promise.reject(new PrinterBusy(`${maxWaiting} papers are waiting`))
      return new Promise((resolve, reject) => {
        queue.push({ job, resolve, reject })
        next()
      })
    },
    close() {
      for (const { reject } of queue.splice(0)) reject(new PrinterFailed('the printer was closed'))
      if (child !== undefined) giveUp(child, 'the printer was closed')
      clearTimeout(alarm)
    },
  }
}

const shared = createPrinter()

/** A paper as a Word document, made by the printer that this process shares. Rejects with `PrinterBusy` or `PrinterFailed`. */
export function toDocx(paper: Paper): Promise<Uint8Array> {
  return shared.print({ format: 'docx', paper })
}

/** A paper as a tagged PDF, made by the printer that this process shares. Rejects with `PrinterBusy` or `PrinterFailed`. */
export function toPdf(paper: Paper): Promise<Uint8Array> {
  return shared.print({ format: 'pdf', paper })
}

/** The positions as an Excel workbook, made by the printer that this process shares. Rejects with `PrinterBusy` or `PrinterFailed`. */
export function toXlsx(matrix: Matrix): Promise<Uint8Array> {
  return shared.print({ format: 'xlsx', matrix })
}

/** The commitments as an Excel workbook. Rejects with `PrinterBusy` or `PrinterFailed`. */
export function toCommitmentsXlsx(commitments: Pick<Commitments, 'milestones'>): Promise<Uint8Array> {
  return shared.print({ format: 'commitments', sheet: commitmentsSheet(commitments) })
}
