/** What the text consists of: sections, clauses, brackets and references; every wording the file knows; the amendments. */
import { headSeats, head } from './author.ts'
import type { SampleFile, SampleRun } from './format.ts'
import type { SampleReadings } from './readings.ts'
import type { Statement } from './statements.ts'
import { AmendmentId, BracketId, ClauseId, PartyId, SectionId, Timestamp, type Author, type Fact } from '@entente/agreement'

export function text({ sections, clauses }: SampleFile): readonly Fact[] {
  const last = new Map<string, ClauseId>()
  return [
    ...sections.map(({ id, heading, number }, index): Fact => {
      const before = sections[index - 1]
      return {
        kind: 'section-added',
        section: SectionId.parse(id),
        heading,
        ...(number && { number }),
        ...(before && { after: SectionId.parse(before.id) }),
      }
    }),
    ...clauses.flatMap((clause): Fact[] => {
      const id = ClauseId.parse(clause.id)
      const after = last.get(clause.section)
      last.set(clause.section, id)
      return [
        {
          kind: 'clause-added',
          clause: id,
          section: SectionId.parse(clause.section),
          clauseKind: clause.type,
          heading: clause.heading,
          ...(after !== undefined && { after }),
        },
        ...[...clause.chapeau, ...clause.items.flatMap(({ runs }) => runs), ...clause.closing].flatMap((run) => attributed(id, run)),
        ...clause.crossReferences.map(({ text: words, clause: to, item }): Fact => ({
          kind: 'reference-made',
          clause: id,
          text: words,
          to: ClauseId.parse(to),
          ...(item !== undefined && { item }),
        })),
        ...(clause.negotiable ? [] : [{ kind: 'drafting-set', clause: id, drafting: 'pen' } satisfies Fact]),
      ]
    }),
  ]
}

function attributed(clause: ClauseId, run: SampleRun): readonly Fact[] {
  if (run.type === 'text') return []
  return [
    {
      kind: 'bracket-attributed',
      clause,
      bracket: BracketId.parse(run.id),
      bracketKind: run.kind,
      parties: run.proposedBy.map((party) => PartyId.parse(party)),
    },
  ]
}

/** Every wording the file knows, the changes from one to the next, and the amendments. */
export function wordings(file: SampleFile, readings: SampleReadings, at: Timestamp): readonly Statement[] {
  const roundStart = (n: number) => {
    const from = file.rounds.find((round) => round.n === n)?.from
    return from === undefined ? at : Timestamp.parse(`${from}T00:00:00Z`)
  }
  return file.clauses.flatMap((clause): Statement[] => {
    const id = ClauseId.parse(clause.id)
    const say = (when: Timestamp, fact: Fact, by: Author = 'server'): Statement => ({ at: when, by, fact })
    const known = readings.of(clause.id)
    const recorded = known.map(({ fingerprint, wording }) => say(at, { kind: 'wording-recorded', clause: id, fingerprint, wording }))
    const changed = known.slice(1).flatMap(({ fingerprint: to, revision }, index): Statement[] => {
      const from = known[index]?.fingerprint
      if (from === undefined) return []
      const authors = revision ? [...headSeats(file, revision.by)] : []
      const fact: Fact = {
        kind: 'wording-changed',
        clause: id,
        from,
        to,
        authors,
        ...(revision?.note !== undefined && { note: revision.note }),
      }
      return [say(roundStart(revision?.round ?? file.document.round), fact)]
    })
    const tabled = clause.alternatives.map(({ id: amendment, proposedBy, label, origin }) =>
      say(
        at,
        {
          kind: 'amendment-tabled',
          amendment: AmendmentId.parse(amendment),
          clause: id,
          party: PartyId.parse(proposedBy),
          label,
          against: readings.current(clause.id),
          ...(origin !== undefined && { origin }),
        },
        head(file, proposedBy),
      ),
    )
    return [...recorded, ...changed, ...tabled]
  })
}
