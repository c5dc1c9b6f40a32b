/** Where proposed clauses are shown is where they come to stand when they are taken in. */
import { expect, test } from 'vitest'
import { proposedClauses } from './proposed-clauses.ts'
import { negotiation, type Table } from './testing.ts'

const talks = () => negotiation('KES ORL', { a: 'A.', b: 'B.', c: 'C.' })
const proposes = (table: Table, heading: string, section: string, after?: string) =>
  expect(
    table.as('KES').gives('amendment.table-clause', { section, clauseKind: 'operative', heading, ...(after !== undefined && { after }) }),
  ).toBeUndefined()
const chair = (table: Table, command: Parameters<ReturnType<Table['as']>['gives']>[0], input: object) =>
  expect(table.as('CHR').gives(command, input)).toBeUndefined()
const places = ({ negotiation: now }: Table) => {
  const { behind, first } = proposedClauses(now)
  return Object.fromEntries([...first, ...behind].map(([place, proposals]) => [place, proposals.map(({ heading }) => heading)]))
}
const standing = ({ negotiation: now }: Table) =>
  now.clauses.flatMap(({ section, heading, standing: { is } }) => (is === 'standing' ? [`${section} ${heading}`] : []))

/** What is shown, read as a text: each proposal behind its clause or at the beginning of its section. */
function asShown({ negotiation: now }: Table): readonly string[] {
  const { behind, first } = proposedClauses(now)
  return now.sections.flatMap(({ section }) => {
    const clauses = now.clauses.filter((one) => one.section === section && one.standing.is === 'standing')
    const headings = [...(first.get(section) ?? []), ...clauses.flatMap((one) => [one, ...(behind.get(one.clause) ?? [])])].map(
      ({ heading }) => heading,
    )
    return headings.map((heading) => `${section} ${heading}`)
  })
}

function takesAllIn(table: Table): void {
  for (const amendment of table.negotiation.amendments.keys())
    chair(table, 'amendment.incorporate', { amendment, of: table.reads(amendment)?.fingerprint })
}

test('[amendment-16] a new clause is shown behind the standing clause before it, or where its section begins', () => {
  const table = talks()
  proposes(table, 'after b', 'I', 'b')
  proposes(table, 'first', 'I')
  proposes(table, 'after c', 'I', 'c')
  expect(places(table)).toEqual({ I: ['first'], b: ['after b'], c: ['after c'] })
  chair(table, 'clause.withdraw', { clause: 'b' })
  expect(places(table)).toEqual({ I: ['first'], a: ['after b'], c: ['after c'] })
  chair(table, 'clause.withdraw', { clause: 'a' })
  expect(places(table)).toEqual({ I: ['first', 'after b'], c: ['after c'] })
})

test('[amendment-16] none is out of sight in a section in which no clause stands: a new one, one whose clauses were withdrawn or moved away', () => {
  const table = talks()
  chair(table, 'section.add', { heading: 'New', after: 'I' })
  const added = table.negotiation.sections.at(-1)?.section ?? ''
  proposes(table, 'in the new one', added)
  expect(places(table)).toEqual({ [added]: ['in the new one'] })
  proposes(table, 'after b', 'I', 'b')
  chair(table, 'clause.withdraw', { clause: 'b' })
  chair(table, 'clause.move', { clause: 'a', section: added })
  chair(table, 'clause.move', { clause: 'c', section: added })
  expect(places(table)).toEqual({ [added]: ['in the new one'], I: ['after b'] })
  expect(table.as('KES').gives('amendment.withdraw', { amendment: table.negotiation.amendments.keys().next().value })).toBeUndefined()
  expect(places(table)).toEqual({ I: ['after b'] })
})

test('[amendment-16] it is shown where it comes to stand when it is taken in', () => {
  const table = talks()
  chair(table, 'section.add', { heading: 'Other', after: 'I' })
  const other = table.negotiation.sections.at(-1)?.section ?? ''
  proposes(table, 'first', 'I')
  proposes(table, 'after c', 'I', 'c')
  proposes(table, 'after b', 'I', 'b')
  proposes(table, 'after a', 'I', 'a')
  proposes(table, 'of the other', other)
  // The clause that one should follow stands elsewhere now, that of another is out of the text.
  chair(table, 'clause.move', { clause: 'b', section: other })
  chair(table, 'clause.withdraw', { clause: 'a' })
  const shown = asShown(table)
  expect(shown).toEqual(['I first', 'I after a', 'I c', 'I after c', 'I after b', `${other} of the other`, `${other} b`])
  takesAllIn(table)
  expect(standing(table)).toEqual(shown)
})
