/**
 * Structured logs: names, codes, sizes and durations, never words of the text, tokens or error objects, which could carry some.
 */
import { pino } from 'pino'
import type { Settings } from './settings.ts'

export type Log = (event: { readonly event: string } & Readonly<Record<string, string | number | boolean | undefined>>) => void

/** Bytes of lines that are not kept waiting for the end of a turn. */
const MOST_WAITING = 8_192

const STDERR = 2

/**
 * JSON lines on stderr, so that a command's own output on stdout stays clean, or in a file. The lines of one turn of the event loop go out
 * in one write: when everybody comes back at once, that is one for a dozen people.
 */
export function openLog(level: Settings['logLevel'], file?: string): Log {
  const out = pino.destination({ dest: file ?? STDERR, sync: true, minLength: MOST_WAITING })
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, out)
  let waiting = false
  const write = () => {
    waiting = false
    out.flush()
  }
  process.once('exit', write)
  return (event) => {
    if (troubling.has(event.event)) logger.warn(event)
    else logger.info(event)
    if (!waiting) setImmediate(write)
    waiting = true
  }
}

const troubling = new Set([
  'rehearsal-failed',
  'room-quarantined',
  'room-unavailable',
  'room-fenced',
  'snapshot-failed',
  'snapshots-damaged',
  'update-refused',
  'awareness-forged',
  'request-failed',
  'export-failed',
])
