import type { Negotiation } from '@entente/agreement'
import { clauseName } from '../../table/naming.ts'
import { quoted } from './phrases.ts'
import type { Tells } from './telling.ts'

export const comments: Tells<'thread-opened' | 'comment-made' | 'comment-retracted' | 'thread-resolved' | 'thread-reopened'> = {
  'thread-opened': (fact, { told, clause }) =>
    told(`began a discussion on ${clause(fact.clause)}`, 'comments', { more: fact.quote && `About “${fact.quote.exact}”` }),
  'comment-made': (fact, { told, clause, negotiation }) => {
    const about = negotiation.threads.get(fact.thread)
    const retracted = about?.comments.find(({ comment }) => comment === fact.comment)?.retracted !== undefined
    return told(`commented on ${about ? clause(about.clause) : 'a clause'}`, 'comments', {
      more: retracted ? `Retracted: ${quoted(fact.text)}` : quoted(fact.text),
    })
  },
  'comment-retracted': (_fact, { told }) => told('retracted a comment', 'comments'),
  'thread-resolved': (fact, { told, negotiation }) =>
    told(`resolved a discussion on ${threadClause(fact.thread, negotiation)}`, 'comments'),
  'thread-reopened': (fact, { told, negotiation }) =>
    told(`reopened a discussion on ${threadClause(fact.thread, negotiation)}`, 'comments'),
}

function threadClause(thread: string, negotiation: Negotiation): string {
  const found = [...negotiation.threads.values()].find((each) => each.thread === thread)
  return found === undefined ? 'a clause' : clauseName(negotiation, found.clause)
}
