/** Threads and their comments. */
import type { commentsFacts } from '../fact/comments.ts'
import type { Negotiation, Thread } from '../negotiation.ts'
import type { Folds } from './folds.ts'
import { put } from './put.ts'

export const comments: Folds<typeof commentsFacts> = {
  'thread-opened': (was, fact, said) => {
    const thread: Thread = { thread: fact.thread, clause: fact.clause, quote: fact.quote, said, comments: [], state: { is: 'open' } }
    return { threads: put(was.threads, fact.thread, thread) }
  },
  'comment-made': (was, fact, said) => {
    const comment = { comment: fact.comment, said, text: fact.text, retracted: undefined }
    return inThread(was, fact.thread, (thread) => ({ ...thread, comments: [...thread.comments, comment] }))
  },
  'comment-retracted': (was, fact, said) => {
    const holder = [...was.threads.values()].find(({ comments }) => comments.some(({ comment }) => comment === fact.comment))
    if (holder === undefined) return {}
    const comments = holder.comments.map((comment) => (comment.comment === fact.comment ? { ...comment, retracted: said } : comment))
    return inThread(was, holder.thread, (thread) => ({ ...thread, comments }))
  },
  'thread-resolved': (was, fact, said) => inThread(was, fact.thread, (thread) => ({ ...thread, state: { is: 'resolved', said } })),
  'thread-reopened': (was, fact) => inThread(was, fact.thread, (thread) => ({ ...thread, state: { is: 'open' } })),
}

function inThread(was: Negotiation, id: Thread['thread'], how: (thread: Thread) => Thread): Partial<Negotiation> {
  const thread = was.threads.get(id)
  return thread ? { threads: put(was.threads, id, how(thread)) } : {}
}
