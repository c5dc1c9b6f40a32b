/**
 * A communiqué as a paper: what is printed, in which order and in which words.
 *
 * It is a pure function of the table's record and the text at one moment. It is given nothing of a caucus, so nothing private can be in
 * it. "Agreed" is asked of `assess`, never decided here.
 */
import { assess, directionOfLanguage, type Assessment, type Cover, type Negotiation, type SectionId } from '@entente/agreement'
import { clausePart, sectionHeading } from './clause.ts'
import { colophon, footer } from './colophon.ts'
import { coverOf, INCLUDE, type Manuscript } from './manuscript.ts'
import { notices, occasion, symbolOf } from './masthead.ts'
import { matrix } from './matrix.ts'
import { naming as namingOf } from './naming.ts'
import type { Annex, Paper, Part } from './paper.ts'
import { phrase, words } from './phrase.ts'
import { positions } from './positions.ts'
import { printable } from './printable.ts'
import { proposals } from './proposal.ts'
import { qualifications } from './qualifications.ts'
import { schedule } from './schedule.ts'
import { signatures } from './signatures.ts'

/** The paper that follows from the record and the text. */
export function communique(manuscript: Manuscript): Paper {
  const { negotiation, readings, kind, head, at } = manuscript
  const cover = coverOf(negotiation)
  const include = { ...INCLUDE, ...manuscript.include }
  const naming = namingOf(negotiation)
  const assessment = assess(negotiation, readings)
  const printed = negotiation.clauses.filter(
    ({ clause }) => assessment.clauses.has(clause) && (kind === 'rolling' || assessment.agreed.has(clause)),
  )
  let changes = 0
  const counter = () => (changes += 1)
  const ids = new Set(printed.map(({ clause }) => clause))
  const annexes = [
    qualifications(negotiation, naming, assessment, ids, include.annexDeclarations),
    include.annexMilestones ? schedule(negotiation, naming, ids) : undefined,
    include.annexPositions && kind === 'rolling' ? positions(matrix(manuscript)) : undefined,
  ]
  const isAnnex = new Set(negotiation.sections.filter(({ annex }) => annex).map(({ section }) => section))
  const sections = [...new Set([...negotiation.sections, ...printed].map(({ section }) => section))]
  const proposed = proposals(manuscript, naming)
  const partsOf = (section: SectionId): readonly Part[] => {
    const clauses = printed.filter((clause) => clause.section === section)
    const parts = [
      ...proposed.first(section, clauses),
      ...clauses.flatMap((clause) => [
        clausePart(manuscript, include, naming, assessment, clause, counter),
        ...proposed.behind(clause.clause),
      ]),
    ]
    return parts.length === 0 ? [] : [...sectionHeading(negotiation, section), ...parts]
  }
  return {
    kind,
    language: cover.referenceLanguage,
    direction: directionOfLanguage(cover.referenceLanguage),
    title: printable(cover.title),
    shortTitle: printable(cover.shortTitle),
    symbol: symbolOf(negotiation, kind),
    stage: phrase(kind === 'agreed' ? 'Agreed text' : 'Rolling text', { bold: true }),
    occasion: occasion(negotiation, at),
    notices: notices(negotiation, naming, assessment, kind),
    body: [
      ...sections.filter((section) => !isAnnex.has(section)).flatMap(partsOf),
      ...(kind === 'agreed' && signable(negotiation, assessment) ? signatures(negotiation, naming) : []),
      ...sections.filter((section) => isAnnex.has(section)).flatMap(partsOf),
      ...annexList(cover),
    ],
    annexes: annexes.filter((annex): annex is Annex => annex !== undefined),
    // Taken in while the body was made.
    footnotes: naming.footnotes,
    colophon: colophon(cover, head, at),
    footer: footer(head, at),
    head,
    at,
  }
}

/** A text is signed whole: under a single undertaking an incomplete one has no place for signatures. */
function signable({ opened }: Negotiation, { agreed, clauses }: Assessment): boolean {
  return agreed.size > 0 && (opened?.singleUndertaking === false || agreed.size === clauses.size)
}

/** The annexes the text speaks of. They are papers of their own; here they are named. */
function annexList({ annexes }: Cover): readonly Part[] {
  if (annexes.length === 0) return []
  const named = annexes.map(({ annex, title }) => ({ is: 'paragraph', line: [...phrase(`Annex ${annex}. `), ...words(title)] }) as const)
  return [{ is: 'heading', level: 1, line: phrase(annexes.length === 1 ? 'Annex' : 'Annexes') }, ...named]
}
