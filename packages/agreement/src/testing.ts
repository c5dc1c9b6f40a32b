/**
 * A negotiation in a few words, for tests.
 *
 *     const table = negotiation('KES ORL', { ceasefire: 'Fire ceases.', relief: 'Relief begins.' })
 *     table.as('KES').accepts('ceasefire')
 *
 * Everything goes through the real commands and the real journal, and every step checks the laws that hold for any negotiation: deciding
 * twice gives the same answer, the journal survives JSON and verifies, replay reaches the same negotiation, and nothing is agreed
 * without the current acceptance of every required party.
 */
import { decideByName, type CommandName } from './commands.ts'
import type { AmendedReading, Decision, Reading, Situation } from './command.ts'
import type { Blocker } from './blocker.ts'
import { cutText, joinedText } from './cut.ts'
import { assess, assessor } from './consent.ts'
import type { DecisionRule, Fact } from './fact.ts'
import { dutiesDue } from './duties.ts'
import { fold } from './fold.ts'
import { AmendmentId, ClauseId, Language, NegotiationId, PartyId, SeatId, SectionId, tableOf, Timestamp } from './ids.ts'
import { append, NO_ENTRIES, type Author, type Entry } from './journal.ts'
import { checkLaws, law } from './laws.testing.ts'
import { milestonesOf } from './milestone/of-clause.ts'
import { nothingSaid, type Negotiation } from './negotiation.ts'
import type { Party, PartyKind, Seat, SeatRole, Speaker } from './party.ts'
import type { Stance } from './position.ts'
import { speakerOf } from './private-room.ts'
import type { Refusal } from './refusal.ts'
import { bareText, type Text } from './text.ts'
import { fingerprint, type Wording } from './wording.ts'

const START = Date.UTC(2026, 10, 9, 9)

export type NegotiationOptions = { readonly rule?: DecisionRule; readonly drafting?: 'open' | 'pen' }

/** Parties are codes separated by spaces, all required delegations; a chair `CHR` and an observer `OBS` always sit. */
export function negotiation(
  parties: string,
  clauses: Readonly<Record<string, string>>,
  { rule = { rule: 'consensus' }, drafting = 'open' }: NegotiationOptions = {},
) {
  const words = new Map(Object.entries(clauses))
  const brackets = new Map<string, number>()
  const rewritten = new Map<string, Text>()
  const conflicts = new Map<string, number>()
  const room = tableOf(NegotiationId.parse('talks'))
  const entries: Entry[] = []
  const incremental = assessor()
  let state: Negotiation = nothingSaid
  let minutes = 0

  const write = (by: Author, ...facts: readonly Fact[]) => {
    for (const fact of facts) {
      const last = entries.at(-1)
      const at = momentOf(minutes)
      const entry = append(last ? { seq: last.seq, hash: last.hash } : NO_ENTRIES, { room, at, by, fact })
      entries.push(entry)
      state = fold(state, entry)
    }
    minutes += 1
  }

  const section = SectionId.parse('I')
  const codes = parties.split(' ').filter(Boolean)
  const seats: readonly (readonly [string, PartyKind])[] = [
    ...codes.map((code) => [code, 'delegation'] as const),
    ['CHR', 'chair'],
    ['OBS', 'observer'],
  ]
  write(
    'server',
    {
      kind: 'negotiation-opened',
      negotiation: NegotiationId.parse('talks'),
      cover: { title: 'Talks', shortTitle: 'Talks', referenceLanguage: Language.parse('en'), authenticLanguages: [], annexes: [] },
      rule,
      singleUndertaking: true,
      drafting,
    },
    ...seats.flatMap(([code, kind]): Fact[] => [
      { kind: 'party-seated', party: party(code, kind) },
      { kind: 'seat-assigned', seat: seat(code, 'head') },
      { kind: 'seat-assigned', seat: seat(code, 'adviser') },
    ]),
    { kind: 'section-added', section, heading: 'Provisions' },
    ...Object.keys(clauses).map((id, index, all): Fact => {
      const before = all[index - 1]
      return {
        kind: 'clause-added',
        clause: ClauseId.parse(id),
        section,
        clauseKind: 'operative',
        heading: id,
        ...(before !== undefined && { after: ClauseId.parse(before) }),
      }
    }),
  )

  const readings = (): ReadonlyMap<ClauseId, Reading> =>
    new Map(
      state.clauses
        .filter(({ standing }) => standing.is === 'standing')
        .map((clause) => {
          const milestones = milestonesOf(state, clause.clause).map(({ milestone, terms }) => ({ milestone, terms }))
          const wording: Wording = {
            kind: clause.kind,
            heading: clause.heading,
            blocks: paragraph(words.get(clause.clause) ?? ''),
            milestones,
          }
          return [
            clause.clause,
            {
              fingerprint: fingerprint(wording),
              wording,
              text: textOfLine(words.get(clause.clause)),
              openBrackets: brackets.get(clause.clause) ?? 0,
            },
          ]
        }),
    )

  /** Amendments read as the test says (`rewrites`), and otherwise as they were tabled. Each makes one change unless it reads like the clause. */
  const amended = (id: AmendmentId): AmendedReading | undefined => {
    const amendment = state.amendments.get(id)
    if (amendment === undefined || amendment.does === 'delete') return undefined
    const of = amendment.does === 'reword' ? readings().get(amendment.clause) : undefined
    const first = entries.flatMap(({ fact }) => ('amendment' in fact && fact.amendment === id && 'text' in fact && fact.text) || [])
    const text = rewritten.get(id) ?? (first.length > 0 ? first : amendment.does === 'reword' ? amendment.base : undefined) ?? []
    const blocks = text.flatMap((block) => (block.type === 'paragraph' ? paragraph(block.runs.map((run) => run.text).join('')) : []))
    const wording: Wording =
      amendment.does === 'reword' && of !== undefined
        ? { ...of.wording, blocks }
        : { kind: 'operative', heading: amendment.does === 'insert' ? amendment.heading : '', blocks, milestones: [] }
    const reads = fingerprint(wording)
    return {
      fingerprint: reads,
      wording,
      text,
      openBrackets: 0,
      changes: reads === of?.fingerprint ? 0 : 1,
      conflicts: conflicts.get(id) ?? 0,
    }
  }

  const situation = (code: string, role: SeatRole): Situation => ({
    negotiation: state,
    readings: readings(),
    amended: { get: amended },
    speaker: whoSits(state, code, role),
    now: momentOf(minutes),
    fresh: `x${entries.length}`,
  })

  /** What the server does: put on record what was decided, and checks the laws. */
  const give = (code: string, role: SeatRole, name: CommandName, input: unknown): Refusal | undefined => {
    const decision = decideByName(name, situation(code, role), input)
    law('deciding twice gives the same decision', decision, decideByName(name, situation(code, role), input))
    if (!decision.ok) return decision.refusal
    const before = readings()
    const taken = decision.facts.flatMap((fact) =>
      fact.kind === 'amendment-incorporated' ? [[fact, amended(fact.amendment)] as const] : [],
    )
    write({ seat: SeatId.parse(`${code}-${role}`), party: PartyId.parse(code) }, ...decision.facts)
    for (const [{ amendment, clause }, reading] of taken) {
      const of = state.amendments.get(amendment)
      const into = clause ?? (of?.does === 'reword' ? of.clause : undefined)
      if (into !== undefined && reading !== undefined) words.set(into, lineOf(reading.text))
    }
    decision.facts.forEach(enacted)
    for (const [clause, { fingerprint: to }] of readings()) {
      const from = before.get(clause)?.fingerprint
      if (from !== undefined && from !== to) changed(code, clause, from, to)
    }
    checkLaws(entries, state, readings(), incremental)
    return undefined
  }

  /** What splitting, joining and duplicating does to the words. */
  const enacted = (fact: Fact) => {
    const text = 'clause' in fact && fact.clause !== undefined ? textOfLine(words.get(fact.clause)) : []
    const put = (clause: string, said: Text | undefined) => void (said && words.set(clause, lineOf(said)))
    switch (fact.kind) {
      case 'clause-split':
        put(fact.into, cutText(text, fact.at)?.second)
        return put(fact.clause, cutText(text, fact.at)?.first)
      case 'clause-joined':
        return put(fact.clause, joinedText(fact.space ? joinedText(text, textOfLine(' '), 1) : text, fact.words, fact.through))
      case 'clause-taken-out':
        return put(fact.clause, cutText(text, fact.at)?.first)
      case 'clause-duplicated':
        return put(fact.copy, text)
      default:
    }
  }

  const changed = (code: string, clause: ClauseId, from: Reading['fingerprint'], to: Reading['fingerprint']) =>
    write('server', { kind: 'wording-changed', clause, from, to, authors: [SeatId.parse(`${code}-head`)] })

  const as = (code: string, role: SeatRole = 'head') => {
    const states = (clause: string, position: Stance, seen?: Reading['fingerprint']) =>
      give(code, role, 'position.take', {
        clause,
        on: seen ?? readings().get(ClauseId.parse(clause))?.fingerprint ?? '0'.repeat(64),
        position,
      })
    return {
      gives: (name: CommandName, input: unknown) => give(code, role, name, input),
      accepts: (clause: string, seen?: Reading['fingerprint']) => states(clause, { stance: 'accepts' }, seen),
      acceptsIf: (clause: string, ...others: readonly string[]) =>
        states(clause, { stance: 'accepts-if', conditions: others.map((other) => ({ on: 'clause', clause: ClauseId.parse(other) })) }),
      objects: (clause: string) => states(clause, { stance: 'objects', reason: 'No.' }),
      reserves: (clause: string) => states(clause, { stance: 'reserves' }),
      states,
      withdraws: (clause: string) => give(code, role, 'position.withdraw', { clause }),
      edits: (clause: string, text: string) => {
        const id = ClauseId.parse(clause)
        const from = readings().get(id)?.fingerprint
        words.set(clause, text)
        const to = readings().get(id)?.fingerprint
        if (from !== undefined && to !== undefined && from !== to) changed(code, id, from, to)
        checkLaws(entries, state, readings(), incremental)
      },
    }
  }

  return {
    as,
    /** What the party makes of its amendment by typing; `against` says in how many places the text has moved under it. */
    rewrites: (amendment: string, text: string, against = 0) => {
      rewritten.set(amendment, textOfLine(text))
      conflicts.set(amendment, against)
    },
    /** How an amendment reads. */
    reads: (amendment: string) => amended(AmendmentId.parse(amendment)),
    /** Opens square brackets in a clause without changing its words. */
    bracket: (clause: string, open: number) => void brackets.set(clause, open),
    reading: (clause: string) => readings().get(ClauseId.parse(clause)),
    situation,
    agreed: () => [...assess(state, readings()).agreed].toSorted(),
    status: (clause: string) => assess(state, readings()).clauses.get(ClauseId.parse(clause))?.status,
    blockers: (clause: string): readonly Blocker[] => assess(state, readings()).clauses.get(ClauseId.parse(clause))?.blockers ?? [],
    standing: (clause: string, code: string) =>
      assess(state, readings()).clauses.get(ClauseId.parse(clause))?.standings.get(PartyId.parse(code)),
    write: (...facts: readonly Fact[]) => write('server', ...facts),
    /** What somebody in a seat says, decided elsewhere. */
    writeAs: ({ seat, party: of }: Pick<Seat, 'seat' | 'party'>, ...facts: readonly Fact[]) => write({ seat, party: of }, ...facts),
    /** Lets hours pass; then the server does what has fallen due. */
    passes: (hours: number) => {
      minutes += hours * 60
      write('server', ...dutiesDue(state, readings(), momentOf(minutes)))
      checkLaws(entries, state, readings(), incremental)
    },
    now: () => momentOf(minutes),
    assessment: () => assess(state, readings()),
    readings,
    get negotiation() {
      return state
    },
    get entries(): readonly Entry[] {
      return entries
    },
    /** The clause that was added last. */
    added: () => entries.flatMap(({ fact }) => (fact.kind === 'clause-added' ? [fact.clause] : [])).at(-1) ?? '',
  }
}

function momentOf(minutes: number): Timestamp {
  return Timestamp.parse(new Date(START + minutes * 60_000).toISOString())
}

function party(code: string, kind: PartyKind): Party {
  return { party: PartyId.parse(code), kind, name: code, shortName: code, required: kind === 'delegation', languages: [] }
}

function seat(code: string, role: SeatRole): Seat {
  return { seat: SeatId.parse(`${code}-${role}`), party: PartyId.parse(code), role, name: `${role} of ${code}` }
}

function whoSits(state: Negotiation, code: string, role: SeatRole): Speaker {
  const speaker = speakerOf(state, SeatId.parse(`${code}-${role}`))
  if (speaker === undefined) throw new Error(`Nobody sits as ${role} of ${code}`)
  return speaker
}

function textOfLine(text = ''): Text {
  return text === '' ? [] : text.split('\n').map((line) => ({ type: 'paragraph', runs: line === '' ? [] : [{ text: line }] }))
}

function lineOf(text: Text): string {
  return bareText(text)
}

function paragraph(text: string): Wording['blocks'] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [{ type: 'paragraph', runs: [{ text: line.trim() }] }]))
}

export type Table = ReturnType<typeof negotiation>
export type { Decision }
