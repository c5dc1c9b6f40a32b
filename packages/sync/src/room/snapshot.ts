/**
 * All words of a room as one blob, so that opening it need not replay its whole life.
 *
 * Made when the last member has left, when nobody has written for a while, and while people write when much has come together. Before it is
 * kept it is read back: a snapshot that would read differently from the room in a single text is our own mistake and is thrown away. The
 * updates stay in any case. People may come and write meanwhile; what they write comes after it.
 */
import { milestonesOf } from '@entente/agreement'
import { parseRoot, readingOf, readRoot, rootName, standingClauses, type Content } from '@entente/draft'
import type { Copy, ReadsAs } from './copy.ts'
import type { Host } from './host.ts'
import type { Tail } from './load.ts'
import { faultOf } from './log.ts'
import type { Proceedings } from './proceedings.ts'

/** From how many updates, or bytes of updates, since the last snapshot a new one is worth its cost when there is nothing else to do. */
const WORTH: Tail = { updates: 500, bytes: 64 * 1_024 }
/** And while people write: opening a room with so many takes a tenth of a second longer. */
const OVERDUE: Tail = { updates: 20_000, bytes: 4 << 20 }

export type Snapshots = {
  /** Keeps a snapshot if one is worth it. Resolves when it is kept, or has come to nothing. */
  readonly keep: () => Promise<void>
  /** Something was stored: keeps a snapshot if one is overdue. */
  readonly stored: () => void
}

export type SnapshotsOptions = {
  readonly proceedings: Proceedings
  /** Resolves when all that the room knows now is on disk, or lost. */
  readonly settled: () => Promise<void>
  /** The memory of the room was given up: what it knew need not be what is on disk. */
  readonly closed: () => boolean
  readonly host: Pick<Host, 'store' | 'log' | 'compare'>
}

export function openSnapshots({ proceedings, settled, closed, host: { store, log, compare } }: SnapshotsOptions): Snapshots {
  const { room, words } = proceedings
  let underWay: Promise<void> | undefined

  const keepNow = async (): Promise<void> => {
    const upto = proceedings.upto()
    const copy = copyOf(proceedings)
    // Whatever comes of it, the next one is due when as much has come again.
    proceedings.shorten()
    const compared = await compare(copy)
    if (compared.is === 'unfaithful') return log({ event: 'snapshot-failed', room, fault: compared.fault })
    await settled()
    if (closed()) return
    await store.rooms.saveSnapshot(room, { uptoUpdate: upto, bytes: copy.bytes, sha256: compared.sha256 })
    log({ event: 'snapshot-saved', room, upto, bytes: copy.bytes.byteLength })
  }

  const keepOne = () => {
    underWay ??= keepNow()
      // A room opens without it too, only slower; the updates are all there.
      .catch((error: unknown) => log({ event: 'snapshot-failed', room, fault: faultOf(error) }))
      .finally(() => {
        underWay = undefined
      })
    return underWay
  }

  const exceeds = ({ updates, bytes }: Tail) => {
    const tail = proceedings.tail()
    return tail.updates >= updates || tail.bytes >= bytes
  }

  return {
    async keep() {
      // What was let go of has one, if it was worth one.
      if (closed() || !words.isOpen() || !exceeds(WORTH)) return underWay
      await keepOne()
    },
    stored() {
      if (exceeds(OVERDUE)) void keepOne()
    },
  }
}

/** The words as they are, and how each text reads. */
function copyOf({ words, negotiation, readings }: Proceedings): Copy {
  const bytes = words.state()
  const known = readings()
  const clauses = new Map(
    standingClauses(negotiation()).map((clause) => [rootName({ kind: 'clause', clause: clause.clause }), clause] as const),
  )
  const { doc } = words
  const reads = Array.from(doc.share.keys(), (name): ReadsAs => {
    const clause = clauses.get(name)
    const reading = clause && known.get(clause.clause)
    if (clause === undefined || reading === undefined) return alone(name)
    const { kind, heading } = clause
    return {
      root: name,
      beside: { kind, heading, milestones: milestonesOf(negotiation(), clause.clause) },
      fingerprint: reading.fingerprint,
    }
  })
  return { bytes, reads }

  function alone(name: string): ReadsAs {
    const root = parseRoot(name)
    const text = root === undefined ? [] : readRoot(doc, root)
    return { root: name, beside: NOTHING_BESIDE, fingerprint: readingOf({ ...NOTHING_BESIDE, text }).fingerprint }
  }
}

/** For texts that are read by themselves: other readings of clauses, clauses that were withdrawn. */
const NOTHING_BESIDE: Omit<Content, 'text'> = { kind: 'operative', heading: '', milestones: [] }
