/** Calendar feeds, in SQLite. */
import { NegotiationId, Timestamp } from '@entente/agreement'
import { z } from 'zod'
import { PersonId, type Feeds } from '../../sign-in.ts'
import { TokenHash } from '../../token.ts'
import type { Connection } from '../connection.ts'

const Row = z.object({ hash: TokenHash, person: PersonId, negotiation: NegotiationId, createdAt: Timestamp })

export function openFeeds(
  { database, read, write }: Connection,
  { requirePerson }: { readonly requirePerson: (person: PersonId) => void },
): Feeds {
  const columns = 'SELECT hash, person, negotiation, created_at AS createdAt FROM feeds'
  const sql = {
    set: database.prepare(`
      INSERT INTO feeds (hash, person, negotiation, created_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (person, negotiation) DO UPDATE SET hash = excluded.hash, created_at = excluded.created_at`),
    byHash: database.prepare(`${columns} WHERE hash = ?`),
    of: database.prepare(`${columns} WHERE person = ? AND negotiation = ?`),
    remove: database.prepare('DELETE FROM feeds WHERE person = ? AND negotiation = ?'),
  }
  const one = (row: unknown) => (row === undefined ? undefined : Row.parse(row))
  return {
    async setFeed({ hash, person, negotiation, createdAt }) {
      write(() => {
        requirePerson(person)
        sql.set.run(hash, person, negotiation, createdAt)
      })
    },
    feed: async (hash) => one(read(() => sql.byHash.get(hash))),
    feedOf: async (person, negotiation) => one(read(() => sql.of.get(person, negotiation))),
    async removeFeed(person, negotiation) {
      return write(() => sql.remove.run(person, negotiation).changes > 0)
    },
  }
}
