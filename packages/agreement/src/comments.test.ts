import { expect, test } from 'vitest'
import { negotiation } from './testing.ts'

const opened = () => {
  const talks = negotiation('KES ORL', { a: 'Fire ceases.' })
  talks.as('KES').gives('thread.open', { clause: 'a', text: 'When?', quote: { exact: 'ceases', prefix: 'Fire ', suffix: '.', offset: 5 } })
  const thread = [...talks.negotiation.threads.values()][0]
  if (thread === undefined) throw new Error('no thread')
  return { talks, thread: thread.thread, comment: thread.comments[0]?.comment }
}

test('[comment-1] a thread is opened on a clause or its words, answered, resolved and reopened', () => {
  const { talks, thread } = opened()
  expect(talks.as('ORL').gives('comment.make', { thread, text: 'At noon.' })).toBeUndefined()
  expect(talks.as('ORL').gives('thread.resolve', { thread })).toBeUndefined()
  expect(talks.as('ORL').gives('comment.make', { thread, text: 'Or later.' })).toEqual({ code: 'thread-resolved' })
  expect(talks.as('KES').gives('thread.reopen', { thread })).toBeUndefined()
  expect(talks.as('KES').gives('thread.reopen', { thread })).toEqual({ code: 'thread-not-resolved' })
  expect(talks.negotiation.threads.get(thread)).toMatchObject({
    quote: { exact: 'ceases' },
    comments: [{ text: 'When?' }, { text: 'At noon.' }],
    state: { is: 'open' },
  })
})

test('[comment-2] only its author retracts a comment, and it stays in the record as retracted', () => {
  const { talks, thread, comment } = opened()
  expect(talks.as('ORL').gives('comment.retract', { comment })).toEqual({ code: 'not-the-author' })
  expect(talks.as('KES').gives('comment.retract', { comment })).toBeUndefined()
  expect(talks.as('KES').gives('comment.retract', { comment })).toEqual({ code: 'comment-retracted' })
  expect(talks.negotiation.threads.get(thread)?.comments[0]).toMatchObject({ text: 'When?', retracted: { by: { seat: 'KES-head' } } })
})

test('[comment-3] observers read; empty and endless comments are refused', () => {
  const { talks } = opened()
  expect(talks.as('OBS').gives('thread.open', { clause: 'a', text: 'Hm.' })).toEqual({ code: 'not-permitted', power: 'comment' })
  expect(talks.as('KES').gives('thread.open', { clause: 'a', text: '   ' })).toMatchObject({ code: 'malformed' })
  expect(talks.as('KES').gives('thread.open', { clause: 'a', text: 'x'.repeat(8_001) })).toMatchObject({ code: 'malformed' })
  expect(talks.as('KES').gives('comment.make', { thread: 'none', text: 'x' })).toEqual({ code: 'unknown', what: 'thread', id: 'none' })
})
