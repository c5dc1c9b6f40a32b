/** Commands on comments. To resolve is not to delete, and what is retracted stays in the record as retracted. */
import { z } from 'zod'
import { standingClause } from './clauses.ts'
import { command, record, refuse } from './command.ts'
import { Quote } from './fact.ts'
import { ClauseId, CommentId, ThreadId } from './ids.ts'
import { MAX_STATEMENT } from './limits.ts'

const Text = z.string().trim().min(1).max(MAX_STATEMENT)

export const openThread = command({
  name: 'thread.open',
  says: 'Comment on a clause, or on words of it.',
  input: z.strictObject({ clause: ClauseId, quote: Quote.optional(), text: Text }),
  rule({ negotiation, fresh }, { clause, quote, text }) {
    const wrong = standingClause(negotiation, clause)
    if (wrong) return refuse(wrong)
    const thread = ThreadId.parse(`t-${fresh}`)
    return record(
      { kind: 'thread-opened', thread, clause, ...(quote && { quote }) },
      { kind: 'comment-made', thread, comment: CommentId.parse(`r-${fresh}`), text },
    )
  },
})

export const makeComment = command({
  name: 'comment.make',
  says: 'Reply in an open thread.',
  input: z.strictObject({ thread: ThreadId, text: Text }),
  rule({ negotiation, fresh }, { thread, text }) {
    const found = negotiation.threads.get(thread)
    if (found === undefined) return refuse({ code: 'unknown', what: 'thread', id: thread })
    if (found.state.is === 'resolved') return refuse({ code: 'thread-resolved' })
    return record({ kind: 'comment-made', thread, comment: CommentId.parse(`r-${fresh}`), text })
  },
})

export const retractComment = command({
  name: 'comment.retract',
  says: 'Retract one’s own comment. It stays in the record, marked as retracted.',
  input: z.strictObject({ comment: CommentId }),
  rule({ negotiation, speaker }, { comment }) {
    const found = [...negotiation.threads.values()].flatMap(({ comments }) => comments).find((made) => made.comment === comment)
    if (found === undefined) return refuse({ code: 'unknown', what: 'comment', id: comment })
    if (found.said.by === 'server' || found.said.by.seat !== speaker.seat.seat) return refuse({ code: 'not-the-author' })
    return found.retracted ? refuse({ code: 'comment-retracted' }) : record({ kind: 'comment-retracted', comment })
  },
})

export const resolveThread = command({
  name: 'thread.resolve',
  says: 'Mark a thread as resolved. Nothing in it is lost.',
  input: z.strictObject({ thread: ThreadId }),
  rule({ negotiation }, { thread }) {
    const found = negotiation.threads.get(thread)
    if (found === undefined) return refuse({ code: 'unknown', what: 'thread', id: thread })
    return found.state.is === 'resolved' ? refuse({ code: 'thread-resolved' }) : record({ kind: 'thread-resolved', thread })
  },
})

export const reopenThread = command({
  name: 'thread.reopen',
  says: 'Reopen a resolved thread.',
  input: z.strictObject({ thread: ThreadId }),
  rule({ negotiation }, { thread }) {
    const found = negotiation.threads.get(thread)
    if (found === undefined) return refuse({ code: 'unknown', what: 'thread', id: thread })
    return found.state.is === 'open' ? refuse({ code: 'thread-not-resolved' }) : record({ kind: 'thread-reopened', thread })
  },
})
