/**
 * A command that looks at each file before it is kept, such as `clamdscan --no-summary -`: it is given the bytes on its standard input.
 * Exit code 0 lets the file pass, 1 refuses it; anything else is a fault of the command, and nothing is kept on its word.
 */
import { spawn } from 'node:child_process'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Inspect } from '@entente/store'

/** How long the command may take, in milliseconds. */
const PATIENCE = 60_000

/** Raised when the command did not say yes or no. */
export class ScanFailed extends Error {
  override readonly name = 'ScanFailed'
}

/** `command` is split at blanks; no shell is asked. */
export function scanWith(command: string): Inspect {
  const [program = '', ...args] = command.split(' ').filter(Boolean)
  return async (open) => {
    const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'], timeout: PATIENCE, killSignal: 'SIGKILL' })
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', (cause) => reject(new ScanFailed(`${program} could not be run`, { cause })))
      child.once('exit', (code) => resolve(code))
    })
    // A command that has seen enough closes its input; what it says counts, not how much it read.
    const fed = pipeline(Readable.from(open()), child.stdin).catch(() => undefined)
    const code = await ended
    await fed
    if (code === 0) return 'clean'
    if (code === 1) return 'refused'
    throw new ScanFailed(`${program} ended with ${code ?? 'a signal'}`)
  }
}
