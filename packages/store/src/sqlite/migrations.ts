/**
 * The tables, as numbered steps. A step that was released is never edited, only followed by another; a file goes forward only.
 *
 * How updates are kept decides what a group commit costs. Measured at 500 rooms with 50 of them in each commit (WAL, FULL): rows
 * indexed by room as they are written took 17 µs of CPU per update and 320 kB of disk per commit, because each row dirties a page of the
 * index in another place; the same rows at the end of a table without an index took 7 µs and 26 kB; one row for the whole commit 5 µs
 * and 20 kB. So each room's updates of one commit are one row of `log`, which is only ever appended to (a damaged row then concerns one
 * room), and `places`, the index by room, is filled from it in bulk now and then (9 µs and 81 kB in all). Rows after `placed.upto` are
 * found by reading them.
 */
export type Migration = { readonly version: number; readonly sql: string }

/** "Ente": says in the file's header whose it is. */
export const APPLICATION_ID = 0x45_6e_74_65

export const migrations: readonly Migration[] = [
  {
    version: 1,
    sql: `
      CREATE TABLE rooms (
        id INTEGER PRIMARY KEY,
        room TEXT NOT NULL UNIQUE,
        created_at TEXT NOT NULL,
        epoch INTEGER NOT NULL CHECK (epoch >= 1)
      ) STRICT;

      -- The journal. 'entry' is the entry as JSON, exactly as it was hashed.
      CREATE TABLE entries (
        id INTEGER PRIMARY KEY,
        room INTEGER NOT NULL REFERENCES rooms,
        seq INTEGER NOT NULL CHECK (seq >= 1),
        hash TEXT NOT NULL CHECK (length(hash) = 64),
        entry TEXT NOT NULL,
        UNIQUE (room, seq)
      ) STRICT;

      -- The words: what one room gained in one commit. 'said' is JSON, [at, by, clients, length of its part of 'bytes'] for each update;
      -- 'crc' is the CRC-32 of everything else in the row.
      CREATE TABLE log (
        n INTEGER PRIMARY KEY,
        room INTEGER NOT NULL REFERENCES rooms,
        first INTEGER NOT NULL CHECK (first >= 1),
        last INTEGER NOT NULL CHECK (last >= first),
        said TEXT NOT NULL,
        bytes BLOB NOT NULL,
        crc INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE places (
        room INTEGER NOT NULL,
        first INTEGER NOT NULL,
        n INTEGER NOT NULL,
        PRIMARY KEY (room, first)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE placed (upto INTEGER NOT NULL) STRICT;
      INSERT INTO placed VALUES (0);

      CREATE TABLE snapshots (
        room INTEGER NOT NULL REFERENCES rooms,
        upto INTEGER NOT NULL CHECK (upto >= 0),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        bytes BLOB NOT NULL,
        PRIMARY KEY (room, upto)
      ) STRICT;

      CREATE TABLE leases (
        room INTEGER NOT NULL REFERENCES rooms,
        client INTEGER NOT NULL CHECK (client BETWEEN 0 AND 4294967295),
        writer TEXT NOT NULL,
        PRIMARY KEY (room, client)
      ) STRICT, WITHOUT ROWID;

      -- What was said and written is evidence.
      CREATE TRIGGER entries_stay BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END;
      CREATE TRIGGER entries_hold BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
      CREATE TRIGGER log_stays BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'an update is never deleted'); END;
      CREATE TRIGGER log_holds BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'an update is never changed'); END;
      CREATE TRIGGER leases_stay BEFORE DELETE ON leases BEGIN SELECT RAISE(ABORT, 'a lease does not end'); END;
      CREATE TRIGGER leases_hold BEFORE UPDATE ON leases BEGIN SELECT RAISE(ABORT, 'a lease is never changed'); END;
    `,
  },
  {
    version: 2,
    sql: `
      CREATE TABLE sessions (
        hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
        created_at TEXT NOT NULL,
        expires TEXT NOT NULL,
        person TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('invited', 'founder', 'demo'))
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE seats_taken (
        id INTEGER PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
        negotiation TEXT NOT NULL,
        seat TEXT NOT NULL,
        UNIQUE (session, negotiation, seat)
      ) STRICT;

      CREATE TABLE invitations (
        id INTEGER PRIMARY KEY,
        hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
        purpose TEXT NOT NULL CHECK (purpose IN ('seat', 'founder')),
        negotiation TEXT,
        seat TEXT,
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL,
        expires TEXT NOT NULL,
        redeemed_at TEXT,
        redeemed_by TEXT,
        revoked_at TEXT,
        CHECK ((purpose = 'seat') = (negotiation IS NOT NULL AND seat IS NOT NULL)),
        CHECK ((redeemed_at IS NULL) = (redeemed_by IS NULL)),
        CHECK (redeemed_at IS NULL OR revoked_at IS NULL)
      ) STRICT;
      CREATE INDEX invitations_by_negotiation ON invitations (negotiation) WHERE negotiation IS NOT NULL;
    `,
  },
  {
    version: 3,
    sql: `
      -- Seats are held by people. Whoever was signed in becomes a person under an id that says nothing; their session goes on.
      CREATE TABLE people (
        person TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        created_at TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('invited', 'founder', 'demo'))
      ) STRICT, WITHOUT ROWID;
      INSERT INTO people SELECT substr(hash, 1, 32), person, created_at, kind FROM sessions;

      CREATE TABLE people_sessions (
        hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
        person TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
        created_at TEXT NOT NULL,
        expires TEXT NOT NULL,
        last_used TEXT NOT NULL,
        device TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      INSERT INTO people_sessions SELECT hash, substr(hash, 1, 32), created_at, expires, created_at, '' FROM sessions;

      CREATE TABLE seats_held (
        id INTEGER PRIMARY KEY,
        person TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
        negotiation TEXT NOT NULL,
        seat TEXT NOT NULL,
        since TEXT NOT NULL,
        UNIQUE (person, negotiation)
      ) STRICT;
      CREATE INDEX seats_held_by_negotiation ON seats_held (negotiation);
      INSERT INTO seats_held (person, negotiation, seat, since)
        SELECT substr(session, 1, 32), negotiation, seat, sessions.created_at FROM seats_taken JOIN sessions ON session = hash
        WHERE seats_taken.id = (SELECT min(id) FROM seats_taken AS first WHERE first.session = seats_taken.session
          AND first.negotiation = seats_taken.negotiation)
        ORDER BY seats_taken.id;

      DROP TABLE seats_taken;
      DROP TABLE sessions;
      ALTER TABLE people_sessions RENAME TO sessions;
      CREATE INDEX sessions_by_person ON sessions (person);

      UPDATE invitations SET redeemed_by = substr(redeemed_by, 1, 32) WHERE redeemed_by IS NOT NULL;
      ALTER TABLE invitations ADD COLUMN expects TEXT;

      CREATE TABLE passkeys (
        passkey TEXT PRIMARY KEY,
        person TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
        name TEXT NOT NULL,
        public_key BLOB NOT NULL,
        counter INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        last_used TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX passkeys_by_person ON passkeys (person);

      CREATE TABLE identities (
        issuer TEXT NOT NULL,
        subject TEXT NOT NULL,
        person TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
        email TEXT,
        linked_at TEXT NOT NULL,
        PRIMARY KEY (issuer, subject)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX identities_by_person ON identities (person);

      CREATE TABLE attempts (
        hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
        expires TEXT NOT NULL,
        payload TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    version: 4,
    sql: `
      CREATE TABLE feeds (
        hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
        person TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
        negotiation TEXT NOT NULL,
        created_at TEXT NOT NULL,
        UNIQUE (person, negotiation)
      ) STRICT, WITHOUT ROWID;
    `,
  },
]
