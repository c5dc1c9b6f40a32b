/**
 * Where every party stands on every clause, before any format: clauses down, parties across.
 *
 * As with a paper, what is told and in which words is decided once, here. The annex of the rolling text, the CSV file and the spreadsheet
 * only say how it looks. Nothing in it is judged anew: status and standing are what `assess` says.
 */
import {
  assess,
  directionOfLanguage,
  type Assessment,
  type ClauseId,
  type Head,
  type Language,
  type Negotiation,
  type Party,
  type PartyId,
  type Position,
  type PositionStep,
  type Standing,
  type Timestamp,
} from '@entente/agreement'
import { footer } from './colophon.ts'
import { coverOf, type Manuscript } from './manuscript.ts'
import { invented } from './masthead.ts'
import { naming as namingOf, type Naming } from './naming.ts'
import type { Direction, Line } from './paper.ts'
import { dateInWords, phrase, words } from './phrase.ts'
import { printable } from './printable.ts'
import { positionInWords, shortFingerprint } from './standing.ts'
import { STATUS } from './status.ts'

/** What one party says of one clause, the stance on the first line. */
export type Cell = { readonly is: Standing['is']; readonly lines: readonly Line[] }

export type MatrixRow = {
  readonly clause: ClauseId
  /** `PP2`, `5`, as on the screen. */
  readonly number: string
  readonly heading: Line
  /** The state of the clause: "Contested". */
  readonly status: string
  /** The first digits of the fingerprint of the present words. */
  readonly wording: string
  /** One for each party, in the order of `parties`. */
  readonly cells: readonly Cell[]
}

export type Term = { readonly term: string; readonly meaning: Line }

export type Matrix = {
  readonly language: Language
  readonly direction: Direction
  readonly title: string
  readonly shortTitle: string
  /** Delegations, and who else has spoken, in protocol order. */
  readonly parties: readonly PartyId[]
  /** Standing clauses, in the order of the text. */
  readonly rows: readonly MatrixRow[]
  /** What codes and words mean. */
  readonly legend: readonly Term[]
  /** From which record it was made, for a sheet that stands alone. */
  readonly provenance: readonly Term[]
  readonly head: Head
  readonly at: Timestamp
}

/** The matrix that follows from the record and the text. Throws if the record is of a private room, or if nothing was opened. */
export function matrix({ negotiation, readings, head, at }: Pick<Manuscript, 'negotiation' | 'readings' | 'head' | 'at'>): Matrix {
  const { title, shortTitle, referenceLanguage } = coverOf(negotiation)
  const naming = namingOf(negotiation)
  const assessment = assess(negotiation, readings)
  const parties = columnsOf(negotiation, assessment)
  return {
    language: referenceLanguage,
    direction: directionOfLanguage(referenceLanguage),
    title: printable(title),
    shortTitle: printable(shortTitle),
    parties: parties.map(({ party }) => party),
    rows: negotiation.clauses.flatMap(({ clause, heading }) => {
      const assessed = assessment.clauses.get(clause)
      const reading = readings.get(clause)
      if (assessed === undefined) return []
      const said = negotiation.positions.get(clause)
      return {
        clause,
        number: naming.number(clause) ?? '',
        heading: words(heading),
        status: STATUS[assessed.status],
        wording: reading === undefined ? '' : shortFingerprint(reading.fingerprint),
        cells: parties.map(({ party }) => cellOf(negotiation, naming, assessed.standings.get(party) ?? { is: 'none' }, said?.get(party))),
      }
    }),
    legend: legendOf(assessment, parties),
    provenance: [
      ...invented(negotiation).map((meaning) => ({ term: 'Notice', meaning })),
      { term: 'Record', meaning: phrase(footer(head, at)) },
    ],
    head,
    at,
  }
}

/** Delegations have a column whether they have spoken or not; another party has one once it has spoken. */
function columnsOf({ parties }: Negotiation, { clauses }: Assessment): readonly Party[] {
  const spoke = new Set(
    [...clauses.values()].flatMap(({ standings }) =>
      [...standings].filter(([, standing]) => standing.is !== 'none').map(([party]) => party),
    ),
  )
  return [...parties.values()].filter(({ party, kind }) => kind === 'delegation' || spoke.has(party))
}

function cellOf(negotiation: Negotiation, naming: Naming, standing: Standing, said: readonly PositionStep[] | undefined): Cell {
  switch (standing.is) {
    case 'none': {
      const last = said?.at(-1)
      const withdrawn = last === undefined ? [] : [phrase(`Withdrawn on ${dateInWords(last.said.at)}`)]
      return { is: 'none', lines: [phrase('No position'), ...withdrawn] }
    }
    case 'current':
      return {
        is: 'current',
        lines: [phrase(positionInWords(negotiation, naming, standing.position)), ...saidOf(negotiation, standing.position)],
      }
    case 'lapsed': {
      const before = phrase(`Before: ${positionInWords(negotiation, naming, standing.position)}`)
      return { is: 'lapsed', lines: [phrase(lapseInWords(standing)), before, ...saidOf(negotiation, standing.position)] }
    }
    default:
      return standing satisfies never
  }
}

function lapseInWords({ because, change }: Standing & { readonly is: 'lapsed' }): string {
  if (because === 'unconfirmed') return 'Lapsed: not confirmed in time'
  return change === undefined ? 'Lapsed: the words changed' : `Lapsed: the words changed on ${dateInWords(change.said.at)}`
}

/** What goes with a position: what its author wrote, in which package, when, and of which words. */
function saidOf({ packages }: Negotiation, { position, package: accepted, bySilence, said, on }: Position): readonly Line[] {
  const title = accepted === undefined ? undefined : (packages.get(accepted)?.title ?? accepted)
  return [
    ...(position.stance === 'accepts-with-reservation' ? written('Reservation', position.reservation) : []),
    ...(position.stance === 'objects'
      ? [...written('Reason', position.reason), ...written('Proposes', position.proposedText)]
      : written('Note', position.note)),
    ...written('Package', title),
    ...(bySilence === undefined ? [] : [phrase('By silence: the wording only')]),
    phrase(`${dateInWords(said.at)}, on ${shortFingerprint(on)}`),
  ]
}

function written(what: string, text: string | undefined): readonly Line[] {
  const line = words((text ?? '').trim())
  return line.length === 0 ? [] : [[...phrase(`${what}: `), ...line]]
}

function legendOf({ required }: Assessment, parties: readonly Party[]): readonly Term[] {
  const consent = (party: PartyId) => phrase(` (its consent is ${required.includes(party) ? 'required' : 'not required'})`)
  return [
    ...parties.map(({ party, name }) => ({ term: printable(party), meaning: [...words(name), ...consent(party)] })),
    {
      term: 'Wording',
      meaning: phrase(
        'The first digits of the fingerprint of the present words. A position names the words it was taken on after its date.',
      ),
    },
    {
      term: 'Lapsed',
      meaning: phrase(
        'Taken on other words than the present ones, or not confirmed in time: it does not count. Consent to words counts again once they are restored.',
      ),
    },
    { term: 'Ad referendum', meaning: phrase('Provisional until the capital confirms it.') },
  ]
}
