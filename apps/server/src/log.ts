/**
 * Structured logs: names, codes, sizes and durations, never words of the text, tokens or error objects, which could carry some.
 */
import { pino } from 'pino'
import type { Settings } from './settings.ts'

export type Log = (event: { readonly event: string } & Readonly<Record<string, string | number | boolean | undefined>>) => void

/** JSON lines on stderr, so that a command's own output on stdout stays clean. */
export function openLog(level: Settings['logLevel']): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }))
  return (event) => {
    if (troubling.has(event.event)) logger.warn(event)
    else logger.info(event)
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
