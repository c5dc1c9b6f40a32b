/**
 * A file's statements as journal facts, in an order in which the record makes sense: who sits, what the text consists of, then what was
 * said, in the order it was said.
 *
 * What the file marks as private never becomes a fact of the table: it goes to the journal of the room of those who may see it.
 */
import {
  ClauseId,
  DeclarationId,
  PackageId,
  PartyId,
  type Timestamp,
  type Author,
  type Fact,
  type Fingerprint,
  type NegotiationId,
} from '@entente/agreement'
import { head, authorOf } from './author.ts'
import { opened, seated, rounds } from './table.ts'
import { text, wordings } from './text.ts'
import { positions, silenceStatements, threadStatements } from './said.ts'
import { commitments, progress } from './commitments.ts'
import type { SampleFile } from './format.ts'
import type { SampleReadings } from './readings.ts'

/** One line of a journal before it is linked: when it was said, by whom, and what. */
export type Statement = { readonly at: Timestamp; readonly by: Author; readonly fact: Fact }

export type Provenance = {
  readonly source: string
  readonly sha256: Fingerprint
  readonly at: Timestamp
  readonly negotiation: NegotiationId
}

/** Everything the whole table may know. */
export function tableStatements(file: SampleFile, readings: SampleReadings, provenance: Provenance): readonly Statement[] {
  const structure = [
    opened(file, provenance.negotiation),
    { kind: 'negotiation-imported', source: provenance.source, sha256: provenance.sha256, at: provenance.at } satisfies Fact,
    ...seated(file),
    ...text(file),
    ...commitments(file),
  ].map((fact): Statement => ({ at: provenance.at, by: 'server', fact }))
  const undated = (by: Author, fact: Fact): Statement => ({ at: provenance.at, by, fact })
  return [
    ...structure,
    ...rounds(file, provenance.at),
    ...wordings(file, readings, provenance.at),
    ...file.packages.map((offer) =>
      undated(head(file, offer.offeredBy), {
        kind: 'package-offered',
        package: PackageId.parse(offer.id),
        title: offer.title,
        by: PartyId.parse(offer.offeredBy),
        clauses: offer.clauses.map((clause) => ClauseId.parse(clause)),
        description: offer.description,
        ...(offer.round !== undefined && { round: offer.round }),
      }),
    ),
    ...positions(file, readings, ({ visibility }) => visibility === 'table'),
    ...file.declarations.map(({ id, party, clause, kind, text: words }) =>
      undated(head(file, party), {
        kind: 'declaration-made',
        declaration: DeclarationId.parse(id),
        party: PartyId.parse(party),
        clause: ClauseId.parse(clause),
        declarationKind: kind,
        text: words,
      }),
    ),
    ...file.translations.map(({ clause, language, by, sourceFingerprint }) =>
      undated(authorOf(file, by), {
        kind: 'translation-deposited',
        clause: ClauseId.parse(clause),
        language,
        of: readings.named(clause, sourceFingerprint),
      }),
    ),
    ...file.silenceProcedures.flatMap((silence) => silenceStatements(file, silence)),
    ...file.comments.filter(({ visibility }) => visibility === 'table').flatMap((thread) => threadStatements(file, readings, thread)),
    ...file.milestones.flatMap((milestone) => progress(file, milestone, provenance.at)),
  ]
}

/** A party's own notes and the positions it kept to itself. */
export function caucusStatements(file: SampleFile, party: string, readings: SampleReadings, at: Timestamp): readonly Statement[] {
  const notes = file.caucusNotes
    .filter((note) => note.party === party)
    .map(({ clause, kind, text: words }): Statement => ({
      at,
      by: head(file, party),
      fact: { kind: 'caucus-note-kept', noteKind: kind, text: words, ...(clause !== undefined && { clause: ClauseId.parse(clause) }) },
    }))
  return [...notes, ...positions(file, readings, (position) => position.visibility !== 'table' && position.party === party)]
}

/** Threads that only some parties may see. */
export function groupStatements(file: SampleFile, visibility: string, readings: SampleReadings): readonly Statement[] {
  return file.comments.filter((thread) => thread.visibility === visibility).flatMap((thread) => threadStatements(file, readings, thread))
}
