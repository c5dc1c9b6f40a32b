/** What a newcomer is sent first: who it is here, and the record from where its browser has it. */
import { SCHEMA_VERSION } from '@entente/draft'
import { writeMessage } from '../frames.ts'
import { PROTOCOL_VERSION } from '../protocol.ts'
import type { Host } from './host.ts'
import type { Member } from './member.ts'
import type { Proceedings } from './proceedings.ts'
import { timestamp } from './time.ts'

/** The welcome, then the entries after `since` in as many frames as it takes. */
export function greeting(
  { seat, client }: Member,
  { epoch, head, between }: Proceedings,
  { time, demo, limits }: Pick<Host, 'time' | 'demo' | 'limits'>,
  since: number,
): readonly Uint8Array[] {
  const end = head()
  const frames = [
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
    }),
  ]
  for (let from = since; from < end.seq; from += limits.entriesPerFrame)
    frames.push(writeMessage({ kind: 'entries', entries: between(from, Math.min(from + limits.entriesPerFrame, end.seq)) }))
  return frames
}
