import type { ClauseId, PartyId, RoomId, SectionId } from '@entente/agreement'
import { doc, p, ul, li } from '@entente/draft/testing'
import { describe, expect, test } from 'vitest'
import { communique } from './communique.ts'
import type { Block, Clause, Line, Paper } from './paper.ts'
import { plain } from './paper.ts'
import { AGREED_WORDS, OPEN_WORDS, talks } from './testing/talks.ts'

const agreed = (changes = {}) => communique({ ...talks(changes), kind: 'agreed' })
const rolling = (changes = {}) => communique({ ...talks(changes), kind: 'rolling' })

const clausesOf = ({ body }: Paper): readonly Clause[] => body.filter((part) => part.is === 'clause')
const clauseOf = (paper: Paper, id: string) => clausesOf(paper).find(({ clause }) => clause === id)
const plainBlocks = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) =>
    block.is === 'paragraph' ? [plain(block.line)] : block.items.flatMap(({ label, blocks: inside }) => [label, ...plainBlocks(inside)]),
  )
const lines = (all: readonly Line[]) => all.map(plain)
const annexed = (paper: Paper, title: string) => {
  const annex = paper.annexes.find((one) => plain(one.title) === title)
  return annex?.parts.flatMap((part) => (part.is === 'table' ? part.rows.map((cells) => cells.map((cell) => lines(cell).join('; '))) : []))
}

describe('agreed text', () => {
  test('[export-1] has exactly the clauses that are agreed, in any of the four ways', () => {
    expect(clausesOf(agreed()).map(({ clause }) => clause)).toEqual([
      'pp1',
      'fire',
      'prejudice',
      'remains',
      'relief',
      'fund',
      'review',
      'languages',
    ])
  })

  test('[export-1] has the words of those clauses and no word of the others', () => {
    const text = JSON.stringify(agreed())
    const printed = clausesOf(agreed()).flatMap(({ blocks }) => plainBlocks(blocks))
    for (const words of AGREED_WORDS) expect(printed.join('\n')).toContain(words)
    for (const words of OPEN_WORDS) expect(text).not.toContain(words)
  })

  test('[export-2] keeps the numbers the clauses have on the screen, gaps included', () => {
    expect(clausesOf(agreed()).map(({ title }) => plain(title))).toEqual([
      '',
      '1. Cessation of hostilities',
      '3. Without prejudice',
      '4. Remains',
      '6. Relief',
      '8. Fund',
      '9. Review',
      '',
    ])
    expect(plainBlocks(clauseOf(agreed(), 'languages')?.blocks ?? [])[0]).toBe('10. Воєнні дії припиняються не пізніше ніж за 30 днів.')
  })

  test('[export-3] says how many clauses are agreed, which are missing, and that nothing is agreed until everything is', () => {
    expect(lines(agreed().notices)).toEqual([
      'All States and persons are invented.',
      '8 of 12 clauses are agreed. Nothing is agreed until everything is agreed.',
      'Not included, because not agreed: PP2 and clauses 2, 5 and 7.',
    ])
  })

  test('leaves out the headings of sections without an agreed clause', () => {
    const headings = ({ body }: Paper) => body.filter((part) => part.is === 'heading').map(({ line }) => plain(line))
    expect(headings(agreed())).toContain('II. Humanitarian measures')
    const facts = ['remains', 'relief'].map((clause) => ({ kind: 'clause-withdrawn', clause: clause as ClauseId, reason: '' }) as const)
    expect(headings(agreed({ facts }))).not.toContain('II. Humanitarian measures')
  })

  test('[annex-3] annexes of the text come after the signatures, with their letter and numbers', () => {
    const facts = [
      { kind: 'section-added', section: 'X' as SectionId, heading: 'Maps', after: 'I' as SectionId, annex: true },
      { kind: 'clause-moved', clause: 'fire' as ClauseId, section: 'X' as SectionId },
    ] as const
    const all = rolling({ facts })
    const headings = all.body.flatMap((part) => (part.is === 'heading' ? [plain(part.line)] : []))
    expect(headings.filter((heading) => heading.startsWith('Annex '))).toEqual(['Annex B. Maps'])
    const last = clausesOf(all).at(-1)
    expect([last?.clause, plain(last?.title ?? []).slice(0, 4)]).toEqual(['fire', 'B.1.'])
    const open = ['pp2', 'withdrawal', 'monitors', 'commission'].map(
      (clause) => ({ kind: 'clause-withdrawn', clause: clause as ClauseId, reason: '' }) as const,
    )
    const { body } = agreed({ facts: [...facts, ...open] })
    const at = (is: 'signatures' | 'fire') => body.findIndex((part) => part.is === is || (part.is === 'clause' && part.clause === is))
    expect(at('signatures')).toBeGreaterThan(0)
    expect(at('fire')).toBeGreaterThan(at('signatures'))
  })

  test('[export-4] has neither status nor amendment nor comment, whatever is asked for', () => {
    const paper = communique({ ...talks(), kind: 'agreed', include: { statuses: true, comments: true } })
    for (const clause of clausesOf(paper)) expect(clause).toMatchObject({ status: undefined, alternatives: [], discussions: [] })
  })

  test('[export-5] annexes reservations and confirmations awaited even without declarations', () => {
    const paper = communique({ ...talks(), kind: 'agreed', include: { annexDeclarations: false } })
    expect(annexed(paper, 'Annex: Reservations')).toEqual([
      ['Clause 3', 'Orlavian Federation', 'Reservation', 'Not for events before 1 January 2024.'],
      ['Clause 4', 'Orlavian Federation', 'Acceptance ad referendum', 'To be confirmed by 24 November 2026'],
    ])
    expect(annexed(agreed(), 'Annex: Reservations and declarations')).toContainEqual([
      'Clause 3',
      'Orlavian Federation',
      'Interpretative declaration',
      'Orlava understands “position” widely.',
    ])
    expect(JSON.stringify(agreed())).not.toContain('Kestria recalls the findings.')
  })

  test('[export-5] annexes a confirmation no more once it has come', () => {
    const facts = [{ kind: 'acceptance-confirmed', clause: 'remains' as ClauseId, party: 'ORL' as PartyId }] as const
    expect(annexed(agreed({ facts }), 'Annex: Reservations and declarations')?.map(([clause]) => clause)).toEqual(['Clause 3', 'Clause 3'])
  })

  test('[export-34] the annex says of each milestone what follows if it is verified, and if it is missed', () => {
    const rows = annexed(agreed(), 'Annex: Milestones') ?? []
    expect(rows.slice(-2)).toEqual([
      ['M1', 'Orders transmitted', 'M3 can go on', 'M3 waits'],
      ['M3', 'Fund opened', 'Nothing waits for it', 'Consultation within 2 days'],
    ])
  })

  test('[export-6] annexes the milestones of agreed clauses only, and names the others it depends on with their clause', () => {
    const rows = annexed(agreed(), 'Annex: Milestones') ?? []
    expect(rows.slice(0, -2).map(([number, title]) => [number, title])).toEqual([
      ['M1', 'Orders transmitted'],
      ['M3', 'Fund opened'],
    ])
    expect(rows[1]).toEqual([
      'M3',
      'Fund opened',
      'Clause 8',
      'Kestria, Orlava',
      'Chair',
      '14 days after M1 is verified; Must hold for 60 days on end, counted anew after a grave breach',
      'M2 (clause 2) verified',
      'Fund rules; Account certificate; Reviewed every 7 days by Chair until 28 days after the due date',
      'Consultation within 2 days',
    ])
    expect(annexed(communique({ ...talks(), kind: 'agreed', include: { annexMilestones: false } }), 'Annex: Milestones')).toBeUndefined()
  })

  test('[export-7] has signatures only when the whole text is agreed, as long as nothing is agreed until everything is', () => {
    expect(agreed().body.some(({ is }) => is === 'signatures')).toBe(false)
    const open = ['pp2', 'withdrawal', 'monitors', 'commission'].map(
      (clause) => ({ kind: 'clause-withdrawn', clause: clause as ClauseId, reason: '' }) as const,
    )
    const whole = agreed({ facts: open })
    expect(lines(whole.notices)).toContain('All 8 clauses are agreed. Nothing is agreed until everything is agreed.')
    const signatures = whole.body.find((part) => part.is === 'signatures')
    expect(signatures?.groups.map(({ title, names }) => [plain(title), ...lines(names)])).toEqual([
      ['', 'Republic of Kestria', 'Orlavian Federation'],
      ['Witness', 'Office of the Special Envoy'],
    ])
    expect(
      agreed({ facts: open, cover: { testimonium: undefined, signatories: [], witnesses: [] } }).body.some(({ is }) => is === 'signatures'),
    ).toBe(false)
  })

  test('has no clause when none is agreed', () => {
    const { readings, ...manuscript } = talks()
    const nobody = { ...manuscript.negotiation, positions: new Map() }
    const paper = communique({ ...manuscript, readings, negotiation: nobody, kind: 'agreed' })
    expect(clausesOf(paper)).toEqual([])
    expect(lines(paper.notices)[1]).toBe('None of the 12 clauses is agreed. Nothing is agreed until everything is agreed.')
  })
})

describe('rolling text', () => {
  test('has every standing clause and none that was withdrawn', () => {
    expect(clausesOf(rolling()).map(({ clause }) => clause)).toHaveLength(12)
    expect(JSON.stringify(rolling())).not.toContain('This clause was withdrawn')
  })

  test('[export-8] shows brackets with the names of those behind the words', () => {
    expect(plainBlocks(clauseOf(rolling(), 'withdrawal')?.blocks ?? [])).toEqual([
      'The Parties [ORL: will endeavour to] [KES, CHR: will] withdraw all artillery to not less than [ORL: 15] [KES, CHR: 30] kilometres, [placeholder: under a procedure to be set out].',
    ])
  })

  test.each([
    ['pp1', 'PP1, Suffering: Agreed.'],
    ['pp2', 'PP2, Charter: Contested. No position: KES. Objects: ORL.'],
    ['fire', 'Agreed.'],
    ['withdrawal', 'Contested. Objects: KES. Reserves its position: ORL.'],
    ['prejudice', 'Agreed with reservation. Accepts with reservation: ORL.'],
    ['remains', 'Agreed ad referendum. Accepts ad referendum, to be confirmed by 24 November 2026: ORL.'],
    ['monitors', 'Consent lapsed. Accepts: KES. Consent lapsed: ORL.'],
    ['commission', 'Conditional. Accepts: KES. Accepts if clause 5 is agreed: ORL.'],
    ['fund', 'Agreed in a package. Accepts if clause 9 is agreed: ORL.'],
  ])('[export-9] tells the status of %s in words', (clause, words) => {
    expect(plain(clauseOf(rolling(), clause)?.status ?? [])).toBe(words)
  })

  test.each([
    ['acceptance-confirmed', 'Agreed.'],
    ['confirmation-missed', 'Consent lapsed. Accepts: KES. Not confirmed in time: ORL.'],
  ] as const)('[export-9] tells what became of an acceptance ad referendum: %s', (kind, words) => {
    const facts = [{ kind, clause: 'remains' as ClauseId, party: 'ORL' as PartyId }]
    expect(plain(clauseOf(rolling({ facts }), 'remains')?.status ?? [])).toBe(words)
  })

  test('[export-9] tells no status when none is wanted', () => {
    const paper = communique({ ...talks(), kind: 'rolling', include: { statuses: false } })
    expect(clausesOf(paper).every(({ status }) => status === undefined)).toBe(true)
  })

  test('lists amendments under their clause', () => {
    expect(clauseOf(rolling(), 'withdrawal')?.alternatives.map(({ title, blocks }) => [plain(title), ...plainBlocks(blocks)])).toEqual([
      ['Amendment 2 bis (Office of the Special Envoy)', 'The Parties will withdraw to 15 kilometres and, once verified, to 30 kilometres.'],
    ])
  })

  test('[export-35] prints new clauses that are proposed where they would stand, also where no clause stands', () => {
    const paper = rolling({
      facts: ['fund', 'review', 'languages'].map(
        (clause) => ({ kind: 'clause-withdrawn', clause: clause as ClauseId, reason: '' }) as const,
      ),
    })
    const names = paper.body.flatMap((part) => {
      if (part.is === 'clause') return [part.clause]
      return part.is === 'heading' || part.is === 'proposal' ? [plain(part.is === 'heading' ? part.line : part.title)] : []
    })
    expect(names.slice(names.indexOf('relief'))).toEqual([
      'relief',
      'New clause after clause 6 (Orlavian Federation): Passage',
      'commission',
      'IV. Entry into force',
      'New clause in this section (Republic of Kestria)',
      'Annex',
    ])
  })

  test('[export-10] has comments only if they are wanted, and never the words of a retracted one', () => {
    expect(clausesOf(rolling()).flatMap(({ discussions }) => discussions)).toEqual([])
    const paper = communique({ ...talks(), kind: 'rolling', include: { comments: true } })
    const [discussion] = clauseOf(paper, 'withdrawal')?.discussions ?? []
    expect(plain(discussion?.about ?? [])).toBe('Comments on “all artillery”')
    expect(discussion?.remarks.map(({ by, words }) => [plain(by), ...lines(words)])).toEqual([
      ['Halyna Marenko (Kestria), 16 November 2026, 09:34 UTC', 'Which calibres?', 'We ask for a list.'],
      ['Halyna Marenko (Kestria), 16 November 2026, 09:35 UTC', 'Retracted.'],
    ])
    expect(JSON.stringify(paper)).not.toContain('SECRET SLIP')
  })

  test('explains the brackets and the codes', () => {
    expect(lines(rolling().notices).slice(2)).toEqual([
      'Words in square brackets are not agreed. The codes before the colon name those who propose them.',
      'KES: Republic of Kestria; ORL: Orlavian Federation; CHR: Office of the Special Envoy.',
    ])
  })
})

describe('any paper', () => {
  test('names symbol, place, round and date', () => {
    expect(rolling()).toMatchObject({ symbol: 'HLD/CRP.1/Rev.3', stage: [{ text: 'Rolling text' }] })
    expect(agreed()).toMatchObject({ symbol: 'HLD/2026/1', stage: [{ text: 'Agreed text' }] })
    expect(plain(agreed().occasion)).toBe('Halden · Package round · 22 November 2026, 14:10 UTC')
  })

  test('[export-11] names the record it was made from at the foot of each page, and its whole hash at the end', () => {
    const { head, footer, colophon } = agreed()
    expect(footer).toBe(`Entente record ${head.hash.slice(0, 16)} · entry ${head.seq} · 22 November 2026`)
    expect(lines(colophon)).toContain(head.hash)
  })

  test('labels items as the screen does, by depth', () => {
    expect(plainBlocks(clauseOf(rolling(), 'fire')?.blocks ?? []).filter((words) => words.startsWith('('))).toEqual([
      '(a)',
      '(b)',
      '(i)',
      '(ii)',
    ])
    const bulleted = rolling({ texts: { fire: doc(ul(li(p('one')))) } })
    expect(plainBlocks(clauseOf(bulleted, 'fire')?.blocks ?? [])).toEqual(['•', 'one'])
  })

  test('says so where a clause has no words yet', () => {
    expect(plainBlocks(clauseOf(rolling({ texts: { fire: doc(p('')) } }), 'fire')?.blocks ?? [])).toEqual(['(no words yet)'])
  })

  test('[export-12] is made of nothing but the table', () => {
    const manuscript = talks()
    const privateRoom = {
      room: 'talks/caucus/KES' as RoomId,
      label: 'Kestria',
      parties: [],
      awaits: [],
      opened: undefined,
      after: undefined,
      closed: undefined,
    }
    expect(() => communique({ ...manuscript, negotiation: { ...manuscript.negotiation, privateRoom } })).toThrow(
      'Only the table is printed',
    )
  })

  test('[export-13] is not made when text and readings are of different moments', () => {
    const manuscript = talks()
    const texts = new Map([...manuscript.texts, ['relief' as ClauseId, doc(p('Relief begins on the first day'))]])
    expect(() => communique({ ...manuscript, texts })).toThrow('The words of clause relief are not those of its reading')
  })

  test('is a function of what it is given', () => {
    expect(rolling()).toEqual(rolling())
  })
})
