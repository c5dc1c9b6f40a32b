/**
 * Who writes under which clientID in a room, and those ids that were drawn and wait for the next commit.
 *
 * A commit costs a flush of the disk, so an id is leased with whatever else is written next and not by itself. Its holder is told of it
 * when it is on disk, and so cannot have used it before. Where the disk takes nothing people read all the same: an id without a lease is
 * leased with the first words that are written under it, and whoever may not write is never given more than that.
 */
import { freshClients, type Lease, type Random, type Writer } from '@entente/store'

export type Leases = {
  /** Every clientID of the room and its holder, also those that wait. */
  readonly all: ReadonlyMap<number, Writer>
  /** Draws an id that nobody ever had, for the next commit. */
  readonly grant: (writer: Writer) => number
  /** Draws an id that nobody ever had, for somebody who reads. Nothing is written. */
  readonly lend: () => number
  /** Whether a seat may write under an id: its own, or one that nobody has ever written under. */
  readonly allows: (client: number, writer: Writer) => boolean
  /** Words are being written under the id; whoever stores them leases it with them. */
  readonly hold: (client: number, writer: Writer) => void
  /** Hands over those that wait. */
  readonly take: () => readonly Lease[]
  /** They did not come on disk: nobody holds them. */
  readonly withdraw: (leases: readonly Lease[]) => void
}

/** `stored` are all leases on disk: every clientID that the room's updates name is among them. */
export function openLeases(stored: ReadonlyMap<number, Writer>, random: Random): Leases {
  const all = new Map(stored)
  let waiting: Lease[] = []
  return {
    all,
    grant(writer) {
      const [client = 0] = freshClients(1, random, (drawn) => all.has(drawn))
      all.set(client, writer)
      waiting.push({ client, writer })
      return client
    },
    lend() {
      const [client = 0] = freshClients(1, random, (drawn) => all.has(drawn))
      return client
    },
    allows: (client, writer) => (all.get(client) ?? writer) === writer,
    hold(client, writer) {
      if (!all.has(client)) all.set(client, writer)
    },
    take() {
      const taken = waiting
      waiting = []
      return taken
    },
    withdraw(leases) {
      for (const { client } of leases) all.delete(client)
    },
  }
}
