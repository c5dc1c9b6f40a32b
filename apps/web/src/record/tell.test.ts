import {
  AmendmentId,
  AskId,
  AnchorId,
  BracketId,
  ClauseId,
  CommentId,
  CorrectionId,
  Day,
  DeclarationId,
  Fact,
  Fingerprint,
  GroupId,
  Language,
  MilestoneId,
  NegotiationId,
  PackageId,
  PartyId,
  RollCallId,
  RoomId,
  SeatId,
  SectionId,
  SilenceId,
  ThreadId,
  Timestamp,
  type FactKind,
  type FactOf,
  type MilestoneTerms,
} from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { tell } from './tell.ts'

const clause = ClauseId.parse('ceasefire')
const other = ClauseId.parse('relief')
const nothingHangs = { threads: [], milestones: [], amendments: [], brackets: [] }
const KES = PartyId.parse('KES')
const hash = Fingerprint.parse('0'.repeat(64))
const terms: MilestoneTerms = {
  title: 'Weapons stored',
  performers: [KES],
  verifier: PartyId.parse('CHR'),
  due: { on: 'day', day: Day.parse('2026-12-01') },
  evidence: [],
  dependsOn: [],
  remedialSteps: [],
}
const thread = ThreadId.parse('t1')
const comment = CommentId.parse('k1')
const milestone = MilestoneId.parse('m1')
const correction = CorrectionId.parse('c1')
const rollCall = RollCallId.parse('r1')
const at = Timestamp.parse('2026-12-01T12:00:00Z')

/** One fact of every kind; a kind that is missing here does not compile. */
const facts: { readonly [kind in FactKind]: FactOf<kind> } = {
  'negotiation-opened': {
    kind: 'negotiation-opened',
    negotiation: NegotiationId.parse('talks'),
    cover: { title: 'Talks', shortTitle: 'Talks', referenceLanguage: Language.parse('en'), authenticLanguages: [], annexes: [] },
    rule: { rule: 'consensus' },
    singleUndertaking: true,
    drafting: 'open',
  },
  'negotiation-imported': { kind: 'negotiation-imported', source: 'talks.json', sha256: hash, at },
  'party-seated': {
    kind: 'party-seated',
    party: { party: PartyId.parse('MER'), kind: 'delegation', name: 'Meridia', shortName: 'Meridia', required: true, languages: [] },
  },
  'seat-assigned': { kind: 'seat-assigned', seat: { seat: SeatId.parse('s'), party: KES, role: 'adviser', name: 'Petro Lisak' } },
  'party-withdrawn': { kind: 'party-withdrawn', party: PartyId.parse('KES'), reason: 'Recalled by its government' },
  'seat-withdrawn': { kind: 'seat-withdrawn', seat: SeatId.parse('s'), reason: 'Recalled' },
  'seat-left': { kind: 'seat-left', seat: SeatId.parse('s') },
  'head-handed-over': { kind: 'head-handed-over', party: KES, from: SeatId.parse('s'), to: SeatId.parse('t') },
  'round-scheduled': { kind: 'round-scheduled', round: 2, label: 'Second reading', from: Day.parse('2026-12-01') },
  'round-opened': { kind: 'round-opened', round: 2, label: 'Second reading' },
  'round-closed': { kind: 'round-closed', round: 2 },
  'drafting-set': { kind: 'drafting-set', clause, drafting: 'pen' },
  'agenda-set': { kind: 'agenda-set', items: [{ title: 'Withdrawal', clauses: [clause] }] },
  'agenda-moved': { kind: 'agenda-moved', item: 0 },
  'sitting-opened': { kind: 'sitting-opened', sitting: 1, sittingKind: 'closed' },
  'sitting-closed': { kind: 'sitting-closed', sitting: 1 },
  'access-set': { kind: 'access-set', to: 'press', admitted: true },
  'floor-asked': { kind: 'floor-asked', party: KES, pointOfOrder: true },
  'floor-request-withdrawn': { kind: 'floor-request-withdrawn', party: KES },
  'floor-given': { kind: 'floor-given', party: KES, minutes: 3 },
  'floor-ended': { kind: 'floor-ended', party: KES },
  'speaking-time-set': { kind: 'speaking-time-set', minutes: 3 },
  'speakers-list-closed': { kind: 'speakers-list-closed' },
  'speakers-list-opened': { kind: 'speakers-list-opened' },
  restored: { kind: 'restored', backup: at, epoch: 1_763_800_000 },
  'clause-frozen': { kind: 'clause-frozen', clause, reason: 'Agreed by all.' },
  'clause-reopened': { kind: 'clause-reopened', clause, reason: 'New facts.' },
  'roll-call-opened': { kind: 'roll-call-opened', rollCall, on: [{ clause, fingerprint: hash }], order: [KES] },
  'roll-call-answered': { kind: 'roll-call-answered', rollCall, party: KES, position: { stance: 'accepts' } },
  'roll-call-passed': { kind: 'roll-call-passed', rollCall, party: KES },
  'roll-call-closed': { kind: 'roll-call-closed', rollCall },
  'section-added': { kind: 'section-added', section: SectionId.parse('II'), heading: 'Relief' },
  'section-retitled': { kind: 'section-retitled', section: SectionId.parse('I'), heading: 'Scope' },
  'clause-added': { kind: 'clause-added', clause, section: SectionId.parse('I'), clauseKind: 'operative', heading: 'Ceasefire' },
  'clause-retitled': { kind: 'clause-retitled', clause, heading: 'Truce' },
  'clause-moved': { kind: 'clause-moved', clause, section: SectionId.parse('I') },
  'clause-withdrawn': { kind: 'clause-withdrawn', clause, reason: 'Overtaken' },
  'clause-restored': { kind: 'clause-restored', clause },
  'section-moved': { kind: 'section-moved', section: SectionId.parse('I') },
  'section-removed': { kind: 'section-removed', section: SectionId.parse('II'), into: SectionId.parse('I') },
  'text-renumbered': { kind: 'text-renumbered' },
  'clause-split': { kind: 'clause-split', clause, into: other, of: hash, at: 5, through: 1, renamed: [], moved: nothingHangs },
  'clause-joined': { kind: 'clause-joined', clause, next: other, through: 0, words: [], renamed: [], moved: nothingHangs },
  'clause-taken-out': { kind: 'clause-taken-out', clause, taken: other, at: 5, moved: nothingHangs },
  'clause-duplicated': { kind: 'clause-duplicated', clause, copy: other, of: hash, renamed: [] },
  'wording-recorded': {
    kind: 'wording-recorded',
    clause,
    fingerprint: hash,
    wording: { kind: 'operative', heading: '', blocks: [], milestones: [] },
  },
  'wording-changed': {
    kind: 'wording-changed',
    clause,
    from: hash,
    to: Fingerprint.parse('1'.repeat(64)),
    authors: [SeatId.parse('KES-head')],
  },
  'bracket-attributed': { kind: 'bracket-attributed', clause, bracket: BracketId.parse('b'), bracketKind: 'contested', parties: [KES] },
  'reference-made': { kind: 'reference-made', clause, text: 'paragraph 2', to: ClauseId.parse('relief') },
  'deletion-tabled': { kind: 'deletion-tabled', amendment: AmendmentId.parse('b'), clause, party: KES, against: hash },
  'clause-tabled': {
    kind: 'clause-tabled',
    amendment: AmendmentId.parse('c'),
    party: KES,
    section: SectionId.parse('I'),
    clauseKind: 'operative',
    heading: 'Relief',
  },
  'amendment-supported': { kind: 'amendment-supported', amendment: AmendmentId.parse('a'), party: KES, on: hash },
  'amendment-left': { kind: 'amendment-left', amendment: AmendmentId.parse('a'), party: KES },
  'amendment-withdrawn': { kind: 'amendment-withdrawn', amendment: AmendmentId.parse('a'), reason: 'Overtaken.' },
  'amendment-updated': { kind: 'amendment-updated', amendment: AmendmentId.parse('a'), against: hash, base: [], text: [] },
  'amendment-incorporated': { kind: 'amendment-incorporated', amendment: AmendmentId.parse('a'), of: hash, changes: [0, 2] },
  'amendments-streamlined': {
    kind: 'amendments-streamlined',
    clause,
    merged: [{ amendment: AmendmentId.parse('a'), into: AmendmentId.parse('b'), on: hash }],
    dropped: [AmendmentId.parse('c')],
  },
  'amendment-tabled': { kind: 'amendment-tabled', amendment: AmendmentId.parse('a'), clause, party: KES, label: '5 bis', against: hash },
  'words-removed': { kind: 'words-removed', clause, author: SeatId.parse('u-kes1'), removed: 312, of: 400 },
  'translation-deposited': { kind: 'translation-deposited', clause, language: Language.parse('uk'), of: hash },
  'position-taken': {
    kind: 'position-taken',
    clause,
    party: KES,
    on: hash,
    position: { stance: 'accepts-if', conditions: [{ on: 'clause', clause: ClauseId.parse('relief') }] },
  },
  'position-withdrawn': { kind: 'position-withdrawn', clause, party: KES },
  'acceptance-confirmed': { kind: 'acceptance-confirmed', clause, party: KES },
  'confirmation-missed': { kind: 'confirmation-missed', clause, party: KES },
  'package-offered': {
    kind: 'package-offered',
    package: PackageId.parse('p'),
    title: 'Relief',
    by: KES,
    clauses: [clause],
    description: 'Both together.',
  },
  'package-withdrawn': { kind: 'package-withdrawn', package: PackageId.parse('p') },
  'declaration-made': {
    kind: 'declaration-made',
    declaration: DeclarationId.parse('d'),
    party: KES,
    clause,
    declarationKind: 'reservation',
    text: 'Not before 2027.',
  },
  'silence-opened': { kind: 'silence-opened', silence: SilenceId.parse('s1'), clauses: [clause], closesAt: at },
  'silence-ended': { kind: 'silence-ended', silence: SilenceId.parse('s1'), outcome: 'not-broken' },
  'silence-time-proposed': { kind: 'silence-time-proposed', hours: 24 },
  'silence-time-accepted': { kind: 'silence-time-accepted', hours: 24, party: KES },
  'correction-proposed': {
    kind: 'correction-proposed',
    correction,
    clause,
    from: hash,
    to: hash,
    quote: { exact: 'Fire', prefix: '', suffix: '', offset: 0 },
    replacement: 'All fire',
    reason: 'A slip.',
    closesAt: at,
  },
  'correction-objected': { kind: 'correction-objected', correction, party: KES, reason: 'It changes the sense.' },
  'correction-made': { kind: 'correction-made', correction },
  'correction-dropped': { kind: 'correction-dropped', correction },
  'thread-opened': { kind: 'thread-opened', thread, clause, quote: { exact: 'Fire', prefix: '', suffix: '', offset: 0 } },
  'comment-made': { kind: 'comment-made', thread, comment, text: 'From what hour?' },
  'comment-retracted': { kind: 'comment-retracted', comment },
  'thread-resolved': { kind: 'thread-resolved', thread },
  'thread-reopened': { kind: 'thread-reopened', thread },
  'anchor-set': { kind: 'anchor-set', anchor: AnchorId.parse('D'), label: 'Signature Day', day: Day.parse('2026-12-01') },
  'milestone-proposed': { kind: 'milestone-proposed', milestone, clause, terms },
  'milestone-revised': { kind: 'milestone-revised', milestone, terms },
  'milestone-withdrawn': { kind: 'milestone-withdrawn', milestone, reason: 'Done' },
  'milestone-reported': { kind: 'milestone-reported', milestone, note: 'Stored.' },
  'milestone-found': { kind: 'milestone-found', milestone, finding: 'verified', level: 3 },
  'milestone-assessed': { kind: 'milestone-assessed', milestone, level: 1 },
  'milestone-disputed': { kind: 'milestone-disputed', milestone, party: KES },
  'milestone-inspected': { kind: 'milestone-inspected', milestone, finding: 'not-verified', level: 1 },
  'milestone-waived': { kind: 'milestone-waived', milestone, party: KES },
  'milestone-requested': { kind: 'milestone-requested', milestone, party: KES },
  'milestone-breached': { kind: 'milestone-breached', milestone, day: Day.parse('2026-12-03'), breach: 'A serious breach' },
  'remedy-taken': { kind: 'remedy-taken', milestone, step: 'Second inspection' },
  'review-held': { kind: 'review-held', party: KES, day: Day.parse('2026-12-04'), milestones: [milestone], note: 'All in order.' },
  'publication-agreed': { kind: 'publication-agreed', party: KES },
  'publication-withheld': { kind: 'publication-withheld', party: KES },
  'room-joined': { kind: 'room-joined', party: KES },
  'room-left': { kind: 'room-left', party: KES, reason: 'Overtaken' },
  'room-closed': { kind: 'room-closed' },
  'group-announced': { kind: 'group-announced', group: GroupId.parse('relief'), label: 'Relief', parties: [KES] },
  'line-dropped': { kind: 'line-dropped', clause, line: 'fallback' },
  'caucus-note-retracted': { kind: 'caucus-note-retracted', note: 3 },
  'acceptance-asked': { kind: 'acceptance-asked', ask: AskId.parse('q'), clause, on: hash, position: { stance: 'accepts', note: 'Now.' } },
  'acceptance-declined': { kind: 'acceptance-declined', ask: AskId.parse('q'), reason: 'Not yet' },
  'ask-taken-back': { kind: 'ask-taken-back', ask: AskId.parse('q') },
  'draft-opened': { kind: 'draft-opened', amendment: AmendmentId.parse('d'), clause, label: 'Softer', against: hash, base: [] },
  'draft-discarded': { kind: 'draft-discarded', amendment: AmendmentId.parse('d') },
  'seat-empowered': { kind: 'seat-empowered', seat: SeatId.parse('KES-adviser') },
  'empowerment-ended': { kind: 'empowerment-ended', seat: SeatId.parse('KES-adviser') },
  'credentials-verified': { kind: 'credentials-verified', seat: SeatId.parse('KES-head'), note: 'Full powers of 3 May' },
  'room-opened': { kind: 'room-opened', room: RoomId.parse('talks/caucus/KES'), label: 'Caucus', parties: [KES] },
  'caucus-note-kept': { kind: 'caucus-note-kept', noteKind: 'red-line', text: 'Not less than 20 km.' },
}

const record = () => negotiation('KES ORL', { ceasefire: 'Fire ceases.', relief: 'Relief begins.' })
const author = { seat: SeatId.parse('KES-head'), party: KES }
const sentenceOf = (table: ReturnType<typeof record>, fact: Fact) => {
  table.write(fact)
  const entry = table.entries.at(-1)
  if (entry === undefined) throw new Error('Nothing was written')
  return tell({ ...entry, by: author }, table.negotiation)
}

test.each(Object.values(facts))('[record-1] an entry is told in a sentence: $kind', (fact) => {
  const table = record()
  if (fact.kind === 'comment-made' || fact.kind.startsWith('thread-re')) table.write(facts['thread-opened'], facts['comment-made'])
  if (fact.kind.startsWith('milestone-')) table.write(facts['milestone-proposed'])
  const { by, deed, more } = sentenceOf(table, fact)
  expect(by.length).toBeGreaterThan(0)
  expect(deed).toMatch(/^[a-z]/)
  expect(`${deed} ${more ?? ''}`).not.toMatch(/undefined|null|\[object|-[a-z]+ed\b/)
})

test('[record-1] every kind of entry the journal can hold has a sentence here', () => {
  expect(Object.keys(facts).toSorted()).toEqual(Fact.options.map(({ shape }) => shape.kind.value).toSorted())
})

test('[record-1] clauses are called by the numbers they have now', () => {
  expect(sentenceOf(record(), facts['position-taken']).deed).toBe('accepts clause 1 if 2 is agreed')
})

test('[record-2] a lapse is told with the words and whose consent lapsed, never as an act against a party', () => {
  const table = record()
  table.as('KES').accepts('ceasefire')
  table.as('ORL').edits('ceasefire', 'Fire ceases at sea.')
  const change = table.entries.findLast(({ fact }) => fact.kind === 'wording-changed')
  if (change === undefined) throw new Error('The change is not on record')
  const { deed, more, by } = tell(change, table.negotiation)
  expect(deed).toBe('edited clause 1')
  expect(by).toEqual(['ORL'])
  expect(more).toContain('Consent of KES lapsed.')
  expect(`${deed} ${more}`).not.toMatch(/dismiss|revok|cancel|remov/)
})

test('[record-2] words restored tell whose consent is back', () => {
  const table = record()
  table.as('KES').accepts('ceasefire')
  table.as('ORL').edits('ceasefire', 'Fire ceases at sea.')
  table.as('ORL').edits('ceasefire', 'Fire ceases.')
  const change = table.entries.findLast(({ fact }) => fact.kind === 'wording-changed')
  expect(change && tell(change, table.negotiation).more).toContain('restored')
})

test('[record-4] a seat given from outside tells that a caucus began anew, and of a party that has none says nothing of one', () => {
  const given = (party: string) => {
    const table = record()
    table.as(party).gives('seat.take', { name: 'First' })
    table.as('CHR').gives('seat.withdraw', { seat: `${party}-head` })
    table.as('CHR').gives('seat.assign', { party, role: 'head', name: 'Second' })
    const last = table.entries.at(-1)
    return last && tell(last, table.negotiation).more
  }
  expect([given('KES'), given('OBS')]).toEqual(['Head of delegation, KES. Its caucus began anew', expect.stringMatching(/, OBS$/)])
})

test('[record-3] a retracted comment stays in the record, marked as retracted', () => {
  const table = record()
  table.write(facts['thread-opened'], facts['comment-made'])
  const made = table.entries.at(-1)
  table.write(facts['comment-retracted'])
  expect(made && tell(made, table.negotiation).more).toBe('Retracted: “From what hour?”')
})
