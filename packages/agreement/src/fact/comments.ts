/** What is said about a clause without being a position. */
import { ClauseId, CommentId, ThreadId } from '../ids.ts'
import { Quote } from './quote.ts'
import { Statement, told } from './told.ts'

export const commentsFacts = [
  told('thread-opened', { thread: ThreadId, clause: ClauseId, quote: Quote.optional() }),
  told('comment-made', { thread: ThreadId, comment: CommentId, text: Statement }),
  told('comment-retracted', { comment: CommentId }),
  told('thread-resolved', { thread: ThreadId }),
  told('thread-reopened', { thread: ThreadId }),
] as const
