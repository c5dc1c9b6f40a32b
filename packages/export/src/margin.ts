/** What stands beside a clause in the rolling text: readings tabled against it, and what was said of it. */
import type { Amendment, AmendmentId, ClauseId, Comment, Negotiation } from '@entente/agreement'
import type { Text } from '@entente/draft'
import type { Naming } from './naming.ts'
import type { Alternative, Discussion, Remark } from './paper.ts'
import { passage } from './passage.ts'
import { linesOf, momentInWords, phrase } from './phrase.ts'
import { printable } from './printable.ts'

/** What was retracted stays on record, but is not handed out. */
const RETRACTED = phrase('Retracted.', { italic: true })

type Texts = ReadonlyMap<AmendmentId, Text>

/** The amendments tabled to a clause, oldest first. Throws if the words of one are missing. */
export function amendmentsTo(negotiation: Negotiation, naming: Naming, texts: Texts, clause: ClauseId): readonly Alternative[] {
  return [...negotiation.amendments.values()]
    .filter((amendment) => amendment.clause === clause)
    .map((amendment) => alternative(negotiation, naming, texts, amendment))
}

function alternative(negotiation: Negotiation, naming: Naming, texts: Texts, { amendment, party, label }: Amendment): Alternative {
  const text = texts.get(amendment)
  if (text === undefined) throw new Error(`The words of amendment ${amendment} are missing`)
  return { title: phrase(`Amendment ${label} (${naming.fullName(party)})`), blocks: passage(text, negotiation) }
}

/** The discussions of a clause, oldest first. */
export function discussionsOf(negotiation: Negotiation, naming: Naming, clause: ClauseId): readonly Discussion[] {
  return [...negotiation.threads.values()]
    .filter((thread) => thread.clause === clause)
    .map(({ quote, state, comments }) => {
      const resolved = state.is === 'resolved'
      const on = quote === undefined ? '' : ` on “${quote.exact}”`
      return {
        about: phrase(`Comments${on}${resolved ? ' (resolved)' : ''}`),
        resolved,
        remarks: comments.map((comment) => remark(negotiation, naming, comment)),
      }
    })
}

function remark({ seats }: Negotiation, naming: Naming, { said: { by, at }, text, retracted }: Comment): Remark {
  const author = printable(by === 'server' ? 'Entente' : `${seats.get(by.seat)?.name ?? by.seat} (${naming.shortName(by.party)})`)
  return { by: phrase(`${author}, ${momentInWords(at)}`), author, at, words: retracted === undefined ? linesOf(text) : [RETRACTED] }
}
