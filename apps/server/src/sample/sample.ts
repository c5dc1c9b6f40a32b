/**
 * A whole negotiation read from a file: what goes into which journal, and the words of every root.
 *
 * Reading is pure: nothing is written until all of it has been understood, so a malformed file leaves nothing behind.
 */
import { AmendmentId, caucusOf, ClauseId, Fingerprint, NegotiationId, PartyId, RoomId, tableOf, type Timestamp } from '@entente/agreement'
import { rootName, type Text } from '@entente/draft'
import { SampleFile } from './format.ts'
import { sampleReadings } from './readings.ts'
import { caucusStatements, groupStatements, tableStatements, type Statement } from './statements.ts'
import { wordsOf, wordsOfPlain } from './words.ts'

export type SampleRoom = { readonly room: RoomId; readonly statements: readonly Statement[]; readonly texts: ReadonlyMap<string, Text> }

export type Sample = {
  readonly negotiation: NegotiationId
  readonly title: string
  readonly table: SampleRoom
  /** Rooms for what only some may see. Each belongs to its members; the table never hears of it. */
  readonly privateRooms: readonly SampleRoom[]
}

export type Unreadable = { readonly code: 'unreadable-file'; readonly detail: string }

export type Reading = { readonly ok: true; readonly sample: Sample } | { readonly ok: false; readonly refusal: Unreadable }

/** `json` is the parsed file, `source` its name, `sha256` the digest of its bytes, `at` the moment of the import. */
export function readSample(
  json: unknown,
  { source, sha256, at }: { readonly source: string; readonly sha256: string; readonly at: Timestamp },
): Reading {
  const parsed = SampleFile.safeParse(json)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return unreadable(issue ? `${issue.path.join('.')}: ${issue.message}` : 'not a negotiation')
  }
  const file = parsed.data
  const dangling = danglingReference(file)
  if (dangling !== undefined) return unreadable(dangling)
  const negotiation = NegotiationId.parse(file.id.replace(/^sample-/, ''))
  const readings = sampleReadings(file)
  const statements = tableStatements(file, readings, { source, sha256: Fingerprint.parse(sha256), at, negotiation })
  return {
    ok: true,
    sample: {
      negotiation,
      title: file.document.title,
      table: { room: tableOf(negotiation), statements, texts: textsOf(file) },
      privateRooms: privateRoomsOf(file, negotiation, at),
    },
  }
}

function unreadable(detail: string): Reading {
  return { ok: false, refusal: { code: 'unreadable-file', detail } }
}

function textsOf(file: SampleFile): ReadonlyMap<string, Text> {
  return new Map<string, Text>([
    ...file.clauses.map((clause) => [rootName({ kind: 'clause', clause: ClauseId.parse(clause.id) }), wordsOf(clause)] as const),
    ...file.clauses.flatMap(({ alternatives }) =>
      alternatives.map(({ id, text }) => [rootName({ kind: 'amendment', amendment: AmendmentId.parse(id) }), wordsOfPlain(text)] as const),
    ),
    ...file.translations.map(
      ({ language, clause, text }) =>
        [rootName({ kind: 'translation', language, clause: ClauseId.parse(clause) }), wordsOfPlain(text)] as const,
    ),
  ])
}

function privateRoomsOf(file: SampleFile, negotiation: NegotiationId, at: Timestamp): readonly SampleRoom[] {
  const readings = sampleReadings(file)
  const open = (room: RoomId, label: string, parties: readonly string[], statements: readonly Statement[]): SampleRoom => ({
    room,
    statements: [
      { at, by: 'server', fact: { kind: 'room-opened', room, label, parties: parties.map((party) => PartyId.parse(party)) } },
      ...statements,
    ],
    texts: new Map(),
  })
  const caucuses = file.parties
    .filter(({ role }) => role === 'negotiating-party')
    .map(({ id, shortName }) =>
      open(caucusOf(negotiation, PartyId.parse(id), 1), shortName, [id], caucusStatements(file, id, readings, at)),
    )
  const groups = [...new Set(file.comments.map(({ visibility }) => visibility))]
    .filter((visibility) => visibility !== 'table')
    .map((visibility) => {
      const members = file.parties
        .filter(({ role }) => visibility.split('-').some((word) => word === role || word === `${role}s`))
        .map(({ id }) => id)
      return open(
        RoomId.parse(`${negotiation}/group/${visibility}`),
        visibility.replaceAll('-', ' '),
        members,
        groupStatements(file, visibility, readings),
      )
    })
  return [...caucuses, ...groups]
}

/** The first thing the file names that it does not contain, or that it contains twice. */
function danglingReference(file: SampleFile): string | undefined {
  const parties = new Set(file.parties.map(({ id }) => id))
  const people = new Map(file.people.map(({ id, party }) => [id, party]))
  const clauses = new Set(file.clauses.map(({ id }) => id))
  const milestones = new Set(file.milestones.map(({ id }) => id))
  const anchors = new Set(file.milestoneAnchors.map(({ id }) => id))
  const sections = new Set(file.sections.map(({ id }) => id))
  const twice = (what: string, all: readonly { readonly id: string }[]) =>
    all.filter(({ id }, index) => all.findIndex((other) => other.id === id) !== index).map(({ id }) => `${what} ${id} is there twice`)
  const absent = (what: string, known: ReadonlySet<string> | ReadonlyMap<string, string>, ids: readonly string[]) =>
    ids.filter((id) => !known.has(id)).map((id) => `unknown ${what} ${id}`)
  return [
    ...twice('party', file.parties),
    ...twice('person', file.people),
    ...twice('clause', file.clauses),
    ...twice('milestone', file.milestones),
    ...absent('party', parties, [
      ...file.people.map(({ party }) => party),
      ...file.positions.map(({ party }) => party),
      ...file.packages.map(({ offeredBy }) => offeredBy),
      ...file.milestones.flatMap(({ responsible, verifier }) => [...responsible, verifier]),
      ...file.declarations.map(({ party }) => party),
      ...file.caucusNotes.map(({ party }) => party),
    ]),
    ...absent('person', people, [
      ...file.positions.map(({ by }) => by),
      ...file.comments.flatMap(({ entries }) => entries.map(({ by }) => by)),
    ]),
    ...absent(
      'section',
      sections,
      file.clauses.map(({ section }) => section),
    ),
    ...absent('clause', clauses, [
      ...file.positions.flatMap(({ clause, condition }) => [clause, ...(condition?.clausesAgreed ?? [])]),
      ...file.milestones.map(({ clause }) => clause),
      ...file.packages.flatMap((offer) => offer.clauses),
      ...file.comments.map(({ clause }) => clause),
      ...file.translations.map(({ clause }) => clause),
      ...file.declarations.map(({ clause }) => clause),
      ...file.silenceProcedures.flatMap((silence) => silence.clauses),
    ]),
    ...absent(
      'milestone',
      milestones,
      file.milestones.flatMap(({ dependsOn, due }) => [
        ...dependsOn.map(({ milestone }) => milestone),
        ...(due.type === 'after-milestone' ? [due.milestone] : []),
      ]),
    ),
    ...absent(
      'anchor day',
      anchors,
      file.milestones.flatMap(({ due }) => (due.type === 'anchor' ? [due.anchor] : [])),
    ),
    ...file.positions
      .filter(({ by, party }) => people.get(by) !== party)
      .map(({ seq, by, party }) => `position ${seq}: ${by} does not sit in ${party}`),
    ...file.positions
      .filter(({ stance, condition }) => stance === 'accepts-if' && condition === undefined)
      .map(({ seq }) => `position ${seq}: accepts if, but no condition`),
  ][0]
}
