/** What stands beside a clause in the rolling text: readings tabled against it, and what was said of it. */
import {
  amendmentNames,
  amendmentsOf,
  type AmendmentId,
  type ClauseId,
  type Comment,
  type Deletion,
  type Negotiation,
  type Rewording,
} from '@entente/agreement'
import { INSET, type Text } from '@entente/draft'
import type { Naming } from './naming.ts'
import type { Alternative, Discussion, Remark } from './paper.ts'
import { passage } from './passage.ts'
import { linesOf, momentInWords, phrase } from './phrase.ts'
import { printable } from './printable.ts'

/** What was retracted stays on record, but is not handed out. */
const RETRACTED = phrase('Retracted.', { italic: true })

type Texts = ReadonlyMap<AmendmentId, Text>

const DELETE: Text = [{ type: 'paragraph', runs: [{ text: 'Delete the paragraph.', italic: true }] }]

/** The amendments to a clause that are before the table, oldest first, without those shown elsewhere. Throws if the words of one are missing. */
export function amendmentsTo(
  negotiation: Negotiation,
  naming: Naming,
  texts: Texts,
  clause: ClauseId,
  elsewhere: ReadonlySet<AmendmentId> = new Set(),
): readonly Alternative[] {
  const names = amendmentNames(negotiation, clause, naming.number(clause) ?? '')
  const printed = amendmentsOf(negotiation, clause).filter(({ amendment }) => !elsewhere.has(amendment))
  return printed.map((amendment) => alternative(negotiation, naming, texts, amendment, names.get(amendment.amendment) ?? ''))
}

function alternative(negotiation: Negotiation, naming: Naming, texts: Texts, of: Rewording | Deletion, name: string): Alternative {
  const title = phrase(`Amendment ${name} (${naming.fullName(of.party)})`)
  if (of.does === 'delete') return { title, blocks: passage(DELETE, negotiation, naming) }
  const text = texts.get(of.amendment)
  if (text === undefined) throw new Error(`The words of amendment ${of.amendment} are missing`)
  return { title, blocks: passage(text, negotiation, naming) }
}

/** The discussions of a clause, oldest first. */
export function discussionsOf(negotiation: Negotiation, naming: Naming, clause: ClauseId): readonly Discussion[] {
  return [...negotiation.threads.values()]
    .filter((thread) => thread.clause === clause)
    .map(({ quote, state, comments }) => {
      const resolved = state.is === 'resolved'
      const on = quote === undefined ? '' : ` on “${quote.exact.replaceAll(INSET, '')}”`
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
