/**
 * The journal of a room in memory: every entry, its end, and the negotiation it tells.
 *
 * It runs ahead of the disk by what waits for the next commit. Nobody outside the room sees that part.
 */
import {
  append,
  fold,
  NO_ENTRIES,
  replay,
  type Entry,
  type Fact,
  type Head,
  type Negotiation,
  type RoomId,
  type SeatId,
  type Timestamp,
  type Unlinked,
} from '@entente/agreement'

export type RoomRecord = {
  readonly negotiation: () => Negotiation
  readonly head: () => Head
  /** The entries after `seq`, up to and including `upto`. */
  readonly between: (seq: number, upto: number) => readonly Entry[]
  /** The entries a seat has put on record under this request, if it has. */
  readonly recordedAs: (seat: SeatId, request: string) => readonly number[] | undefined
  readonly write: (said: Pick<Unlinked, 'by' | 'request'> & { readonly at: Timestamp }, facts: readonly Fact[]) => readonly Entry[]
}

/** `entries` are the whole journal, its chain verified. */
export function openRecord(room: RoomId, stored: readonly Entry[]): RoomRecord {
  const entries = [...stored]
  const requests = new Map<string, number[]>()
  let negotiation = replay(entries)
  let head: Head = entries.at(-1) ?? NO_ENTRIES

  const note = ({ by, request, seq }: Entry) => {
    if (request === undefined || by === 'server') return
    const key = requestKey(by.seat, request)
    const seqs = requests.get(key)
    if (seqs === undefined) requests.set(key, [seq])
    else seqs.push(seq)
  }
  for (const entry of entries) note(entry)

  return {
    negotiation: () => negotiation,
    head: () => ({ seq: head.seq, hash: head.hash }),
    between: (seq, upto) => entries.slice(seq, upto),
    recordedAs: (seat, request) => requests.get(requestKey(seat, request)),
    write(said, facts) {
      return facts.map((fact) => {
        const entry = append(head, { room, fact, ...said })
        entries.push(entry)
        note(entry)
        negotiation = fold(negotiation, entry)
        head = entry
        return entry
      })
    },
  }
}

/** Request ids are the client's own, so they name something only together with the seat. */
function requestKey(seat: SeatId, request: string): string {
  return `${seat}/${request}`
}
