/** Authors are told that their words are on disk: in the same write as the words of others, unless theirs wait for nothing. */
import { writeMessage } from '../frames.ts'
import type { Attendance } from './attendance.ts'
import type { Member } from './member.ts'
import type { Outbox } from './outbox.ts'
import { outgoing } from './socket.ts'

/** So many frames with words of a member are in a commit. */
export type Saved = { readonly member: Member; readonly updates: number }

export type Acknowledging = {
  /** A frame with words was taken. */
  readonly took: (member: Member) => void
  /** Whose words go into the commit of this moment. */
  readonly take: () => readonly Saved[]
  /** That commit has succeeded: tells them, and everybody what it brought. */
  readonly tell: (saved: readonly Saved[], frames: readonly Uint8Array[]) => void
}

export type AcknowledgingOptions = {
  readonly attendance: Attendance
  readonly outbox: Outbox
  /** How long somebody may wait for a commit, in milliseconds. */
  readonly window: () => number
}

export function openAcknowledging({ attendance, outbox, window }: AcknowledgingOptions): Acknowledging {
  let waiting = new Set<Member>()

  return {
    took(member) {
      member.taken += 1
      if (waiting.has(member)) return
      if (member.welcomed && outbox.waits()) {
        waiting.add(member)
        outbox.changed(window())
      } else
        outbox.afterwards(() => {
          const message = savedMessage(member.taken)
          return () => member.send(message)
        }, window())
    },
    take() {
      const saved = Array.from(waiting, (member) => ({ member, updates: member.taken }))
      waiting = new Set()
      return saved
    },
    tell(saved, frames) {
      const told = new Map(saved.map(({ member, updates }) => [member, savedMessage(updates)]))
      if (frames.length > 0) attendance.broadcast(outgoing(...frames), told)
      else for (const [member, message] of told) member.send(message)
    },
  }
}

function savedMessage(updates: number) {
  return outgoing(writeMessage({ kind: 'saved', updates }))
}
