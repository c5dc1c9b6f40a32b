/** One clause on paper: number and heading as on the screen, its words, and in the rolling text what is said of it. */
import {
  fingerprint,
  milestonesOf,
  type Assessment,
  type Clause as StandingClause,
  type Negotiation,
  type SectionId,
} from '@entente/agreement'
import { wordingOf, type Run, type Text } from '@entente/draft'
import type { Include, Manuscript } from './manuscript.ts'
import { amendmentsTo, discussionsOf } from './margin.ts'
import type { Naming } from './naming.ts'
import type { Block, Clause, Heading, Line } from './paper.ts'
import { passage, wordsOf } from './passage.ts'
import { phrase, words } from './phrase.ts'
import { statusLine } from './status.ts'
import { trackedAmendments } from './tracked.ts'

export const NO_WORDS: readonly Block[] = [{ is: 'paragraph', line: phrase('(no words yet)', { italic: true }) }]

/** The heading of a section; nothing if it has neither number nor words. */
export function sectionHeading({ sections }: Negotiation, section: SectionId): readonly Heading[] {
  const { number, heading = '', annex = false } = sections.find((other) => other.section === section) ?? {}
  const line = numbered(annex && number !== undefined ? `Annex ${number}` : number, words(heading))
  return line.length > 0 ? [{ is: 'heading', level: 1, line }] : []
}

export function clausePart(
  manuscript: Manuscript,
  include: Include,
  naming: Naming,
  { clauses }: Assessment,
  clause: StandingClause,
  /** Numbers the tracked changes of the paper. */
  counter: () => number,
): Clause {
  const { negotiation, amendments = new Map(), kind } = manuscript
  const rolling = kind === 'rolling'
  // A tracked change can be turned down, and its footnote with it; so there it stands in the words.
  const print = (runs: readonly Run[], changed: boolean) => wordsOf(runs, negotiation, changed ? { reference: naming.reference } : naming)
  // In an annex every paragraph carries its number.
  const preambular = clause.kind === 'preambular' && naming.number(clause.clause)?.startsWith('PP') === true
  const heading = words(clause.heading)
  const number = preambular ? undefined : naming.number(clause.clause)
  const assessed = clauses.get(clause.clause)
  const text = textOf(manuscript, clause)
  const tracked = rolling && include.tracked ? trackedAmendments(negotiation, naming, clause, text, amendments, counter, print) : undefined
  const blocks = passage(text, negotiation, naming, tracked?.lines)
  const shown = blocks.length > 0 ? blocks : NO_WORDS
  const titled = !preambular && heading.length > 0
  return {
    is: 'clause',
    clause: clause.clause,
    title: titled ? numbered(number, heading) : [],
    level: sectionHeading(negotiation, clause.section).length > 0 ? 2 : 1,
    blocks: withNumber(titled ? undefined : number, shown),
    status:
      rolling && include.statuses && assessed !== undefined
        ? [...(preambular ? phrase(nameOfPreambular(naming, clause)) : []), ...statusLine(negotiation, naming, assessed)]
        : undefined,
    alternatives: rolling ? amendmentsTo(negotiation, naming, amendments, clause.clause, tracked?.shown) : [],
    discussions: rolling && include.comments ? discussionsOf(negotiation, naming, clause.clause) : [],
  }
}

/** The words of a clause, once it is certain that they are the words its positions were held against. */
function textOf({ negotiation, texts, readings }: Manuscript, clause: StandingClause): Text {
  const text = texts.get(clause.clause)
  if (text === undefined) throw new Error(`The words of clause ${clause.clause} are missing`)
  const wording = wordingOf({ kind: clause.kind, heading: clause.heading, text, milestones: milestonesOf(negotiation, clause.clause) })
  if (fingerprint(wording) !== readings.get(clause.clause)?.fingerprint)
    throw new Error(`The words of clause ${clause.clause} are not those of its reading: text and readings are of different moments`)
  return text
}

function numbered(number: string | undefined, line: Line): Line {
  if (number === undefined || number === '') return line
  return [...words(line.length > 0 ? `${number}. ` : `${number}.`), ...line]
}

/** The blocks, with the number before the first words. */
function withNumber(number: string | undefined, blocks: readonly Block[]): readonly Block[] {
  if (number === undefined) return blocks
  const [first, ...rest] = blocks
  if (first?.is === 'paragraph') return [{ is: 'paragraph', line: numbered(number, first.line) }, ...rest]
  return [{ is: 'paragraph', line: numbered(number, []) }, ...blocks]
}

/** A preambular paragraph is printed without its heading, so its state names it: "PP2, Charter principles: ". */
function nameOfPreambular(naming: Naming, { clause, heading }: StandingClause): string {
  return `${naming.clause(clause)}${heading === '' ? '' : `, ${heading}`}: `
}
