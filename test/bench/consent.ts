/**
 * `npm run bench -- consent [--json]`: how long it takes to assess a negotiation of a size nobody has seen, anew and after one more entry.
 */
import {
  append,
  assess,
  assessor,
  ClauseId,
  fingerprint,
  fold,
  Language,
  NegotiationId,
  NO_ENTRIES,
  PartyId,
  replay,
  SectionId,
  tableOf,
  Timestamp,
  type Entry,
  type Fact,
  type Head,
  type Reading,
  type Stance,
} from '@entente/agreement'

const CLAUSES = 300
const PARTIES = 20
const CONDITIONS = 2_000
const ROUNDS = 60

const room = tableOf(NegotiationId.parse('bench'))
const at = Timestamp.parse('2026-11-22T12:00:00Z')
const section = SectionId.parse('I')
const clauses = Array.from({ length: CLAUSES }, (_, index) => ClauseId.parse(`c${index}`))
const parties = Array.from({ length: PARTIES }, (_, index) => PartyId.parse(`P${index}`))

export type ConsentFigures = {
  readonly fullMs: number
  readonly incrementalMs: number
  readonly sizes: { readonly clauses: number; readonly parties: number; readonly conditions: number; readonly entries: number }
}

/** Medians, in milliseconds of wall clock. */
export function consentFigures(): ConsentFigures {
  const readings = new Map<ClauseId, Reading>(
    clauses.map((clause) => {
      const wording = {
        kind: 'operative',
        heading: clause,
        blocks: [{ type: 'paragraph', runs: [{ text: `Words of ${clause}.` }] }],
        milestones: [],
      } as const
      const reading: Reading = {
        wording: { ...wording, blocks: [...wording.blocks], milestones: [] },
        text: [],
        openBrackets: 0,
        fingerprint: fingerprint({ ...wording, blocks: [...wording.blocks], milestones: [] }),
      }
      return [clause, reading]
    }),
  )
  const entries = journal(statements(readings))
  const negotiation = replay(entries)

  const fullMs = median(ROUNDS, () => void assess(negotiation, readings))
  const again = assessor()
  again.assess(negotiation, readings)
  let now = negotiation
  let head: Head = entries.at(-1) ?? NO_ENTRIES
  let turn = 0
  const incrementalMs = median(ROUNDS * 5, () => {
    const clause = clauses[turn % CLAUSES] ?? clauses[0]
    const party = parties[turn % PARTIES]
    turn += 1
    if (clause === undefined || party === undefined) return
    const on = readings.get(clause)?.fingerprint
    if (on === undefined) return
    const position: Stance = turn % 2 === 0 ? { stance: 'accepts' } : { stance: 'reserves' }
    const entry = append(head, { room, at, by: 'server', fact: { kind: 'position-taken', clause, party, on, position } })
    head = entry
    now = fold(now, entry)
    const begun = performance.now()
    again.assess(now, readings)
    return performance.now() - begun
  })
  return { fullMs, incrementalMs, sizes: { clauses: CLAUSES, parties: PARTIES, conditions: CONDITIONS, entries: entries.length } }
}

function statements(readings: ReadonlyMap<ClauseId, Reading>): readonly Fact[] {
  let conditions = CONDITIONS
  return clauses.flatMap((clause, index) =>
    parties.flatMap((party, seat): readonly Fact[] => {
      const on = readings.get(clause)?.fingerprint
      if (on === undefined) return []
      const conditional = conditions > 0 && (index * PARTIES + seat) % 3 === 0
      const other = clauses[(index * 7 + seat + 1) % CLAUSES]
      if (conditional && other !== undefined && other !== clause) {
        conditions -= 1
        return [
          { kind: 'position-taken', clause, party, on, position: { stance: 'accepts-if', conditions: [{ on: 'clause', clause: other }] } },
        ]
      }
      const position: Stance = index % 50 === 49 && seat === 0 ? { stance: 'objects', reason: 'No.' } : { stance: 'accepts' }
      return [{ kind: 'position-taken', clause, party, on, position }]
    }),
  )
}

function journal(said: readonly Fact[]): readonly Entry[] {
  const cover = { title: 'Bench', shortTitle: 'Bench', referenceLanguage: Language.parse('en'), authenticLanguages: [], annexes: [] }
  const facts: readonly Fact[] = [
    {
      kind: 'negotiation-opened',
      negotiation: NegotiationId.parse('bench'),
      cover,
      rule: { rule: 'consensus' },
      singleUndertaking: true,
      drafting: 'open',
    },
    ...parties.map((party): Fact => ({
      kind: 'party-seated',
      party: { party, kind: 'delegation', name: party, shortName: party, required: true, languages: [] },
    })),
    { kind: 'section-added', section, heading: 'Provisions' },
    ...clauses.map((clause, index): Fact => {
      const after = clauses[index - 1]
      return { kind: 'clause-added', clause, section, clauseKind: 'operative', heading: clause, ...(after !== undefined && { after }) }
    }),
    ...said,
  ]
  const entries: Entry[] = []
  for (const fact of facts) entries.push(append(entries.at(-1) ?? NO_ENTRIES, { room, at, by: 'server', fact }))
  return entries
}

/** The median of so many runs; a run may measure itself. */
function median(runs: number, run: () => number | void): number {
  const times = Array.from({ length: runs }, () => {
    const begun = performance.now()
    const own = run()
    return own ?? performance.now() - begun
  }).toSorted((one, other) => one - other)
  return Number((times[Math.floor(times.length / 2)] ?? 0).toFixed(3))
}
