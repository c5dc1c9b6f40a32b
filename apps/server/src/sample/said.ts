/** What was said: positions, silence procedures, comments. */
import { head, authorOf } from './author.ts'
import type { SampleFile, SamplePosition, SampleThread } from './format.ts'
import type { SampleReadings } from './readings.ts'
import type { Statement } from './statements.ts'
import { ClauseId, CommentId, PackageId, PartyId, SeatId, SilenceId, ThreadId, type Stance } from '@entente/agreement'

export function positions(file: SampleFile, readings: SampleReadings, seen: (position: SamplePosition) => boolean): readonly Statement[] {
  return file.positions
    .toSorted((a, b) => a.seq - b.seq)
    .filter(seen)
    .map((said): Statement => ({
      at: said.at,
      by: { seat: SeatId.parse(said.by), party: PartyId.parse(said.party) },
      fact: {
        kind: 'position-taken',
        clause: ClauseId.parse(said.clause),
        party: PartyId.parse(said.party),
        on: readings.named(said.clause, said.onFingerprint),
        position: stanceOf(said, file),
        ...(said.round !== undefined && { round: said.round }),
        ...(said.package !== undefined && { package: PackageId.parse(said.package) }),
      },
    }))
}

function stanceOf(said: SamplePosition, { declarations }: SampleFile): Stance {
  const note = said.note === '' ? {} : { note: said.note }
  switch (said.stance) {
    case 'accepts':
    case 'reserves':
    case 'stands-aside':
      return { stance: said.stance, ...note }
    case 'accepts-ad-referendum':
      return { stance: said.stance, ...(said.confirmBy !== undefined && { confirmBy: said.confirmBy }), ...note }
    case 'accepts-with-reservation': {
      const declared = declarations.find(({ id }) => id === said.declaration)
      return { stance: said.stance, reservation: declared?.text ?? said.note, ...note }
    }
    case 'accepts-if':
      return {
        stance: said.stance,
        conditions: (said.condition?.clausesAgreed ?? []).map((clause) => ({ on: 'clause', clause: ClauseId.parse(clause) })),
        ...note,
      }
    case 'objects':
      return { stance: said.stance, reason: said.note, ...(said.proposedText !== undefined && { proposedText: said.proposedText }) }
    default:
      return said.stance satisfies never
  }
}

export function silenceStatements(
  file: SampleFile,
  { id, clauses, opensAt, closesAt, outcome, effect }: SampleFile['silenceProcedures'][number],
): readonly Statement[] {
  const silence = SilenceId.parse(id)
  const chair = file.parties.find(({ role }) => role === 'chair')
  const opening: Statement = {
    at: opensAt,
    by: chair ? head(file, chair.id) : 'server',
    fact: { kind: 'silence-opened', silence, clauses: clauses.map((clause) => ClauseId.parse(clause)), closesAt },
  }
  if (outcome === undefined) return [opening]
  return [
    opening,
    { at: closesAt, by: 'server', fact: { kind: 'silence-ended', silence, outcome, ...(effect !== undefined && { effect }) } },
  ]
}

export function threadStatements(
  file: SampleFile,
  readings: SampleReadings,
  { id, clause, quote, status, resolvedBy, entries }: SampleThread,
): readonly Statement[] {
  const thread = ThreadId.parse(id)
  const found = quote === undefined ? undefined : readings.quote(clause, quote)
  return entries.flatMap(({ by, at, text: words }, index): Statement[] => {
    const author = authorOf(file, by)
    const opening: Statement[] =
      index > 0
        ? []
        : [{ at, by: author, fact: { kind: 'thread-opened', thread, clause: ClauseId.parse(clause), ...(found && { quote: found }) } }]
    const last = index === entries.length - 1 && status === 'resolved'
    return [
      ...opening,
      { at, by: author, fact: { kind: 'comment-made', thread, comment: CommentId.parse(`${id}-${index + 1}`), text: words } },
      ...(last
        ? [
            {
              at,
              by: resolvedBy === undefined ? author : authorOf(file, resolvedBy),
              fact: { kind: 'thread-resolved', thread },
            } satisfies Statement,
          ]
        : []),
    ]
  })
}
