/**
 * What a room tells whoever runs the server: a closed list of events made of names, codes and numbers. Never words of the text, never an
 * error object, which could carry some.
 */
import { roomName, type RoomId, type SeatId } from '@entente/agreement'
import type { CloseReason } from '../close.ts'

export type LogEvent =
  | { readonly event: 'room-opened'; readonly room: RoomId; readonly entries: number; readonly updates: number; readonly ms: number }
  | { readonly event: 'room-closed'; readonly room: RoomId }
  /** The room does not hold together and is served to nobody until somebody has looked at it. */
  | { readonly event: 'room-quarantined'; readonly room: RoomId; readonly why: string }
  /** The room could not be loaded just now. */
  | { readonly event: 'room-unavailable'; readonly room: RoomId; readonly fault: string }
  /** What the room had in memory was dropped; everybody in it reconnects. */
  | { readonly event: 'room-fenced'; readonly room: RoomId; readonly why: CloseReason; readonly fault: string }
  /** The rules failed over a statement. It was not recorded, and nobody else noticed. */
  | { readonly event: 'statement-failed'; readonly room: RoomId; readonly seat: SeatId; readonly command: string; readonly fault: string }
  | { readonly event: 'snapshot-saved'; readonly room: RoomId; readonly upto: number; readonly bytes: number }
  | { readonly event: 'snapshot-failed'; readonly room: RoomId; readonly fault: string }
  | { readonly event: 'snapshots-damaged'; readonly room: RoomId; readonly upto: string }
  | { readonly event: 'member-joined'; readonly room: RoomId; readonly seat: SeatId; readonly client: number }
  | {
      readonly event: 'member-left'
      readonly room: RoomId
      readonly seat: SeatId
      readonly client: number
      readonly why: CloseReason | 'gone'
    }
  /** Security: somebody sent what only a forged client sends, or what their seat may not write. */
  | {
      readonly event: 'update-refused'
      readonly room: RoomId
      readonly seat: SeatId
      readonly client: number
      readonly code: string
      readonly rule: string
      readonly bytes: number
    }
  /** Much of what others wrote in a text was deleted at once. Allowed, and worth a look. */
  | {
      readonly event: 'mass-deletion'
      readonly room: RoomId
      readonly seat: SeatId
      readonly root: string
      readonly foreign: number
      readonly length: number
    }
  | { readonly event: 'awareness-forged'; readonly room: RoomId; readonly seat: SeatId; readonly client: number }

export type Log = (event: LogEvent) => void

/** Events that only tell that somebody is at work. */
const activity: ReadonlySet<LogEvent['event']> = new Set([
  'room-opened',
  'room-closed',
  'snapshot-saved',
  'member-joined',
  'member-left',
  'mass-deletion',
])

/**
 * A log that hears of private rooms only what somebody has to act on. That a delegation meets, when, who and how much is nobody's business,
 * and logs are read by more people than the database.
 */
export function discreet(log: Log): Log {
  return (event) => {
    if (roomName(event.room).kind === 'table' || !activity.has(event.event)) log(event)
  }
}

/** The name of an error, and its code where ours have one. Not its message. */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return 'reason' in error && typeof error.reason === 'string' ? `${error.name}: ${error.reason}` : error.name
}
