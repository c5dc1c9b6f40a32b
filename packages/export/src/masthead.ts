/** What stands above the text: symbol, occasion, and what the reader must know before reading. */
import type { Assessment, Negotiation, PartyKind, Timestamp } from '@entente/agreement'
import type { Naming } from './naming.ts'
import type { Line, PaperKind } from './paper.ts'
import { momentInWords, phrase, words } from './phrase.ts'
import { printable } from './printable.ts'

/** The document symbol. A rolling text carries that of its round, an agreed text that of the document. */
export function symbolOf({ opened, rounds }: Negotiation, kind: PaperKind): string | undefined {
  const ofDocument = opened?.cover.symbol
  const ofRound = rounds.findLast(({ symbol }) => symbol !== undefined)?.symbol
  const symbol = kind === 'rolling' ? (ofRound ?? ofDocument) : (ofDocument ?? ofRound)
  return symbol === undefined || symbol === '' ? undefined : printable(symbol)
}

/** "Halden, Package round, 22 November 2026, 14:10 UTC". */
export function occasion({ opened, rounds }: Negotiation, at: Timestamp): Line {
  const parts = [words(opened?.cover.place ?? ''), words(rounds.at(-1)?.label ?? ''), phrase(momentInWords(at))]
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : [...words(' · '), ...part]))
}

export function notices(negotiation: Negotiation, naming: Naming, assessment: Assessment, kind: PaperKind): readonly Line[] {
  const { opened } = negotiation
  const understanding = opened?.singleUndertaking === true ? ' Nothing is agreed until everything is agreed.' : ''
  return [
    ...invented(negotiation),
    phrase(`${howMany(assessment)}${understanding}`, { bold: true }),
    ...(kind === 'agreed' ? notIncluded(naming, assessment) : howToRead(negotiation)),
  ]
}

/** The notice that a negotiation is made up, if it is. */
export function invented({ opened }: Negotiation): readonly Line[] {
  const notice = words(opened?.cover.notice ?? '')
  if (notice.length > 0) return [notice]
  return opened?.cover.fictional === true ? [phrase('A demonstration: every State, place and person is invented.')] : []
}

function howMany({ agreed, clauses }: Assessment): string {
  if (clauses.size > 0 && agreed.size === clauses.size)
    return clauses.size === 1 ? 'The only clause is agreed.' : `All ${clauses.size} clauses are agreed.`
  if (agreed.size === 0) return `None of the ${clauses.size} clauses is agreed.`
  return `${agreed.size} of ${clauses.size} clauses ${agreed.size === 1 ? 'is' : 'are'} agreed.`
}

function notIncluded(naming: Naming, { agreed, clauses }: Assessment): readonly Line[] {
  const pending = [...clauses.keys()].filter((clause) => !agreed.has(clause))
  return pending.length === 0 ? [] : [phrase(`Not included, because not agreed: ${naming.clauses(pending)}.`)]
}

const BEHIND_WORDS: ReadonlySet<PartyKind> = new Set(['delegation', 'chair', 'guarantor', 'monitor'])

function howToRead({ parties }: Negotiation): readonly Line[] {
  const key = [...parties.values()].filter(({ kind }) => BEHIND_WORDS.has(kind)).map(({ party, name }) => `${party}: ${name}`)
  return [
    phrase('Words in square brackets are not agreed. The codes before the colon name those who propose them.'),
    ...(key.length > 0 ? [phrase(`${key.join('; ')}.`)] : []),
  ]
}
