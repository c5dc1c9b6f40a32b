/** From a flow to sections and clauses with their readings and remarks, and the report of what was not taken. */
import { bareText, footnotesIn, quoteOf, type Text } from '@entente/draft'
import { clauseText } from './clause-text.ts'
import type { Flow, Remark } from './flow.ts'
import type { Imported, ImportedClause } from './imported.ts'
import { importLimits } from './limits.ts'
import { outline, type OutlinedClause } from './outline.ts'
import { authorsOf, readingOf } from './reading.ts'
import { NotImported } from './refusal.ts'
import { report } from './report.ts'

/** The changes of those in `accepted` are taken into the text, everybody else's are kept as readings. Throws `NotImported`. */
export function arrange(flow: Flow, accepted: ReadonlySet<string>): Imported {
  const paragraphs = readingOf(flow.paragraphs, (author) => accepted.has(author))
  const characters = paragraphs.reduce((sum, { runs }) => sum + runs.reduce((all, { text }) => all + text.length, 0), 0)
  if (characters > importLimits.characters) throw new NotImported('too-large', 'characters')
  const { title, sections } = outline(paragraphs, flow.title)
  const clauses = sections.flatMap((section) => section.clauses)
  if (clauses.length === 0) throw new NotImported('empty')
  if (clauses.length > importLimits.clauses) throw new NotImported('too-large', 'clauses')
  const authors = authorsOf(flow.paragraphs)
  const ends = endsOf(flow, clauses)
  const placed = new Set<number>()
  const others = [...authors.keys()].filter((author) => !accepted.has(author))
  const made = new Map(
    clauses.map((clause) => [clause, clauseOf(clause, ends.get(clause) ?? clause.paragraphs.length, flow, others, accepted, placed)]),
  )
  const footnotes = paragraphs.flatMap(({ runs }) => runs).filter(({ footnote }) => footnote !== undefined).length
  const taken = [...made.values()].reduce((sum, { text }) => sum + footnotesIn(text).length, 0)
  const first = clauses[0]?.paragraphs[0]?.from ?? 0
  return {
    title,
    sections: sections.map(({ heading, number, annex, clauses: within }) => ({
      heading,
      number,
      annex,
      clauses: within.flatMap((clause) => made.get(clause) ?? []),
    })),
    authors: [...authors].map(([author, changes]) => ({ author, changes })),
    report: report(flow, {
      footnotes: taken,
      changes: [...authors.values()].reduce((sum, count) => sum + count, 0),
      changesWithoutPlace: [...authorsOf(flow.paragraphs.slice(0, first)).values()].reduce((sum, count) => sum + count, 0),
      // A heading is a single line: a note on it has no place.
      remarksWithoutPlace: flow.remarks.length - placed.size + Math.max(0, footnotes - taken),
    }),
  }
}

/** Where in the flow each clause ends: before the next clause or heading, so that what was inserted after it belongs to it. */
function endsOf(flow: Flow, clauses: readonly OutlinedClause[]): ReadonlyMap<OutlinedClause, number> {
  const headings = flow.paragraphs.flatMap(({ role }, index) => (role.is === 'heading' ? [index] : []))
  return new Map(
    clauses.map((clause, index) => {
      const last = clause.paragraphs.at(-1)?.to ?? 0
      const next = clauses[index + 1]?.paragraphs[0]?.from ?? flow.paragraphs.length
      return [clause, Math.min(next, headings.find((heading) => heading > last) ?? flow.paragraphs.length)]
    }),
  )
}

function clauseOf(
  clause: OutlinedClause,
  end: number,
  flow: Flow,
  authors: readonly string[],
  accepted: ReadonlySet<string>,
  placed: Set<number>,
): ImportedClause {
  const text = clauseText(clause.paragraphs, clause.level)
  const from = clause.paragraphs[0]?.from ?? 0
  const part = flow.paragraphs.slice(from, end)
  const mine = new Set(authorsOf(part).keys())
  const readings = authors
    .filter((author) => mine.has(author))
    .map((author) => ({
      author,
      text: clauseText(
        readingOf(part, (one) => one === author || accepted.has(one)),
        clause.level,
      ),
    }))
    .filter((reading) => JSON.stringify(reading.text) !== JSON.stringify(text))
  return {
    kind: clause.kind,
    label: clause.label,
    heading: clause.heading,
    text,
    readings,
    remarks: remarksOn(clause, text, flow.remarks, placed),
  }
}

function remarksOn(clause: OutlinedClause, text: Text, remarks: readonly Remark[], placed: Set<number>): ImportedClause['remarks'] {
  const words = new Map<number, string>()
  for (const { runs } of [...clause.before, ...clause.paragraphs])
    for (const run of runs) for (const number of run.remarks ?? []) words.set(number, `${words.get(number) ?? ''}${run.text}`)
  const bare = bareText(text)
  return [...words].flatMap(([number, about]) => {
    const remark = remarks[number]
    if (remark === undefined || placed.has(number)) return []
    placed.add(number)
    const exact = about.replace(/\s+/g, ' ').trim()
    const at = exact === '' ? -1 : bare.indexOf(exact)
    return [{ remark, quote: at === -1 ? undefined : quoteOf(bare, at, at + exact.length) }]
  })
}
