/** What a newcomer is sent first: who it is here, and the record from where its browser has it. */
import { SCHEMA_VERSION } from '@entente/draft'
import { writeMessage } from '../frames.ts'
import { PROTOCOL_VERSION } from '../protocol.ts'
import type { Host } from './host.ts'
import { openKept } from './kept.ts'
import type { Member } from './member.ts'
import type { Proceedings } from './proceedings.ts'
import { outgoing, type Outgoing } from './socket.ts'
import { timestamp } from './time.ts'

export type Greeter = {
  /** The welcome, then the entries after `since` in as many frames as it takes. */
  readonly greeting: (member: Member, since: number, keep: string | undefined) => readonly Outgoing[]
  /** Lets go of what is kept for the next newcomers. */
  readonly close: () => void
}

export function openGreeter(
  { epoch, head, between }: Proceedings,
  { time, demo, limits }: Pick<Host, 'time' | 'demo' | 'limits'>,
): Greeter {
  const kept = openKept(time)

  const entries = (from: number, upto: number) =>
    kept.answer(`${from} ${upto}`, () => outgoing(writeMessage({ kind: 'entries', entries: between(from, upto) })))

  return {
    greeting({ seat, client }, since, keep) {
      const end = head()
      const frames = [
        outgoing(
          writeMessage({
            kind: 'welcome',
            protocol: PROTOCOL_VERSION,
            schema: SCHEMA_VERSION,
            epoch,
            seat,
            client,
            head: end,
            serverTime: timestamp(time),
            demo,
            ...(keep !== undefined && { keep }),
          }),
        ),
      ]
      for (let from = since; from < end.seq; from += limits.entriesPerFrame)
        frames.push(entries(from, Math.min(from + limits.entriesPerFrame, end.seq)))
      return frames
    },
    close: kept.forget,
  }
}
