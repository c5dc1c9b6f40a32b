/**
 * A file's statements as journal facts, in an order in which the record makes sense: who sits, what the text consists of, then what was
 * said, in the order it was said.
 *
 * What the file marks as private never becomes a fact of the table: it goes to the journal of the room of those who may see it.
 */
import {
  AmendmentId,
  AnchorId,
  BracketId,
  ClauseId,
  CommentId,
  DeclarationId,
  MilestoneId,
  PackageId,
  PartyId,
  SeatId,
  SectionId,
  SilenceId,
  ThreadId,
  Timestamp,
  type Author,
  type Fact,
  type MilestoneTerms,
  type Party,
  type Stance,
  type Fingerprint,
  type NegotiationId,
} from '@entente/agreement'
import type { SampleFile, SampleMilestone, SamplePosition, SampleRun, SampleThread } from './format.ts'
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

function opened({ document, fictional, notice }: SampleFile, negotiation: NegotiationId): Fact {
  const { signatureBlock: block } = document
  return {
    kind: 'negotiation-opened',
    negotiation,
    cover: {
      title: document.title,
      shortTitle: document.shortTitle,
      ...(document.symbol && { symbol: document.symbol }),
      ...(document.place !== undefined && { place: document.place }),
      referenceLanguage: document.referenceLanguage,
      authenticLanguages: document.authenticLanguages,
      annexes: document.annexes.map(({ id, title }) => ({ annex: id, title })),
      ...(block && {
        testimonium: block.formula,
        signatories: block.signatories.map((party) => PartyId.parse(party)),
        witnesses: block.witness.map((party) => PartyId.parse(party)),
        alternat: Object.fromEntries(
          Object.entries(block.orders).map(([keeper, order]) => [keeper, order.map((party) => PartyId.parse(party))]),
        ),
      }),
      ...(document.textStage !== undefined && { stage: document.textStage }),
      ...(document.signedOn !== undefined && { signedOn: document.signedOn }),
      ...(fictional && { fictional }),
      ...(notice !== undefined && { notice }),
    },
    rule: { rule: 'consensus' },
    singleUndertaking: document.singleUndertaking,
    drafting: 'open',
  }
}

function seated({ parties, people }: SampleFile): readonly Fact[] {
  return [
    ...parties.map((party): Fact => ({ kind: 'party-seated', party: partyOf(party) })),
    ...people.map(({ id, party, delegationRole, name, title }): Fact => ({
      kind: 'seat-assigned',
      seat: { seat: SeatId.parse(id), party: PartyId.parse(party), role: delegationRole, name, ...(title !== undefined && { title }) },
    })),
  ]
}

function partyOf({
  id,
  role,
  name,
  shortName,
  adjective,
  alsoRoles,
  requiredForConsent,
  workingLanguages,
}: SampleFile['parties'][number]): Party {
  return {
    party: PartyId.parse(id),
    kind: role === 'negotiating-party' ? 'delegation' : role,
    name,
    shortName,
    ...(adjective !== undefined && { adjective }),
    ...(alsoRoles && { also: alsoRoles }),
    required: requiredForConsent,
    languages: workingLanguages,
  }
}

function text({ sections, clauses }: SampleFile): readonly Fact[] {
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

function commitments({ milestoneAnchors, milestones }: SampleFile): readonly Fact[] {
  return [
    ...milestoneAnchors.map(({ id, label, date, demoDate }): Fact => ({
      kind: 'anchor-set',
      anchor: AnchorId.parse(id),
      label,
      ...(date && { day: date }),
      ...(demoDate && { presumed: demoDate }),
    })),
    ...milestones.map((milestone): Fact => ({
      kind: 'milestone-proposed',
      milestone: MilestoneId.parse(milestone.id),
      clause: ClauseId.parse(milestone.clause),
      terms: termsOf(milestone),
    })),
  ]
}

/** The terms of a milestone of the file. */
export function termsOf(milestone: SampleMilestone): MilestoneTerms {
  const { due, review } = milestone
  return {
    title: milestone.title,
    performers: milestone.responsible.map((party) => PartyId.parse(party)),
    verifier: PartyId.parse(milestone.verifier),
    due:
      due.type === 'anchor'
        ? {
            on: 'anchor',
            anchor: AnchorId.parse(due.anchor),
            offsetDays: due.offsetDays,
            ...(due.timeUtc !== undefined && { time: due.timeUtc }),
          }
        : due.type === 'date'
          ? { on: 'day', day: due.date, ...(due.timeUtc !== undefined && { time: due.timeUtc }) }
          : { on: 'milestone', milestone: MilestoneId.parse(due.milestone), after: due.condition, offsetDays: due.offsetDays },
    evidence: milestone.evidence,
    dependsOn: milestone.dependsOn.map(({ milestone: before, condition }) => ({ milestone: MilestoneId.parse(before), after: condition })),
    ...(review && {
      review: {
        everyDays: review.everyDays,
        by: PartyId.parse(review.by),
        ...(review.untilOffsetDays !== undefined && { untilOffsetDays: review.untilOffsetDays }),
      },
    }),
    remedialSteps: milestone.remedialSteps,
    ...(milestone.streakDays !== undefined && { streak: { days: milestone.streakDays, resetBy: milestone.resetBy ?? [] } }),
    ...(milestone.reciprocalWith && { reciprocalWith: milestone.reciprocalWith.map((other) => MilestoneId.parse(other)) }),
  }
}

/** Rounds up to the document's have been opened; those before it, and all of a text no longer negotiated, are closed. */
function rounds({ rounds: all, document }: SampleFile, at: Timestamp): readonly Statement[] {
  const negotiating = document.status === 'negotiating'
  const on = (day: string | undefined) => (day === undefined ? at : Timestamp.parse(`${day}T00:00:00Z`))
  return all.flatMap(({ n, label, symbol, from, to }): Statement[] => {
    const say = (when: Timestamp, fact: Fact): Statement => ({ at: when, by: 'server', fact })
    const scheduled = say(at, { kind: 'round-scheduled', round: n, label, ...(from && { from }), ...(to && { to }) })
    if (n > document.round) return [scheduled]
    const opening = say(on(from), { kind: 'round-opened', round: n, label, ...(symbol && { symbol }) })
    return n === document.round && negotiating
      ? [scheduled, opening]
      : [scheduled, opening, say(on(to), { kind: 'round-closed', round: n })]
  })
}

/** Every wording the file knows, the changes from one to the next, and the amendments. */
function wordings(file: SampleFile, readings: SampleReadings, at: Timestamp): readonly Statement[] {
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

function positions(file: SampleFile, readings: SampleReadings, seen: (position: SamplePosition) => boolean): readonly Statement[] {
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

function silenceStatements(
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

function threadStatements(
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

/** What the file says of a commitment's progress. Overdue and blocked are not said: they follow from days and dependencies. */
function progress(file: SampleFile, milestone: SampleMilestone, at: Timestamp): readonly Statement[] {
  const { status, implementationLevel: level, verifiedAt, verifier, responsible, disputedBy, note } = milestone
  const id = MilestoneId.parse(milestone.id)
  const said = { level, ...(note !== undefined && { note }) }
  const performer = head(file, responsible[0] ?? verifier)
  const reported: Statement = { at, by: performer, fact: { kind: 'milestone-reported', milestone: id, ...said } }
  switch (status) {
    case 'verified':
      return [
        { at: verifiedAt ?? at, by: head(file, verifier), fact: { kind: 'milestone-found', milestone: id, finding: 'verified', ...said } },
      ]
    case 'reported':
      return [reported]
    case 'disputed':
      return [
        reported,
        ...disputedBy.map((party): Statement => ({
          at,
          by: head(file, party),
          fact: { kind: 'milestone-disputed', milestone: id, party: PartyId.parse(party), ...(note !== undefined && { note }) },
        })),
      ]
    case 'pending':
    case 'overdue':
    case 'blocked':
    case 'waived':
      return level === 0 && note === undefined ? [] : [{ at, by: 'server', fact: { kind: 'milestone-assessed', milestone: id, ...said } }]
    default:
      return status satisfies never
  }
}

function headSeats({ people }: SampleFile, party: string): readonly SeatId[] {
  const found =
    people.find((person) => person.party === party && person.delegationRole === 'head') ?? people.find((person) => person.party === party)
  return found ? [SeatId.parse(found.id)] : []
}

/** Whoever heads the party speaks for it where the file names no person. */
function head(file: SampleFile, party: string): Author {
  const [seat] = headSeats(file, party)
  return seat === undefined ? 'server' : { seat, party: PartyId.parse(party) }
}

function authorOf({ people }: SampleFile, person: string): Author {
  const found = people.find(({ id }) => id === person)
  return found ? { seat: SeatId.parse(found.id), party: PartyId.parse(found.party) } : 'server'
}
