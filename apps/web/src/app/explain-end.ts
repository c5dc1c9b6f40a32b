/** A title and a sentence for every way a connection ends for good. */
import type { Connection } from '@entente/sync/client'

export type EndReason = (Connection & { readonly is: 'ended' })['reason']

export type EndSentence = {
  readonly title: string
  readonly what: string
  /** Whether loading the page again can help. */
  readonly reload: boolean
}

export function explainEnd(reason: EndReason): EndSentence {
  switch (reason) {
    case 'not-signed-in':
      return {
        title: 'You are signed out',
        what: 'The session of this browser has ended: it was signed out here or from another device, or its time was over.',
        reload: false,
      }
    case 'not-allowed':
      return {
        title: 'Your seat at this table was withdrawn',
        what: 'Your seat was taken away, you left it, or somebody took it with a newer link. The record says which. What you said stays on record.',
        reload: false,
      }
    case 'seat-moved':
      return {
        title: 'You sit for another party now',
        what: 'Your seat was moved. Open the table again to come in as its new party.',
        reload: true,
      }
    case 'closed-sitting':
      return {
        title: 'The table meets in a closed sitting',
        what: 'Observers and the press are not connected while it lasts. When it is over, this page opens again by itself, and you read what was put on record.',
        reload: true,
      }
    case 'not-admitted':
      return {
        title: 'The chair does not admit you in this round',
        what: 'Observers and the press attend as the chair admits them. This page opens again by itself when you are admitted.',
        reload: true,
      }
    case 'not-found':
      return {
        title: 'There is no such table',
        what: 'The address may be incomplete, or the negotiation is not open to you.',
        reload: false,
      }
    case 'quarantined':
      return {
        title: 'This table is closed for a check',
        what: 'Its record did not pass verification. It is kept exactly as it is until whoever runs the server has looked at it.',
        reload: false,
      }
    case 'client-too-old':
      return { title: 'This page is out of date', what: 'The server was updated while this page was open.', reload: true }
    case 'server-too-old':
      return { title: 'The server is older than this page', what: 'Whoever runs the server has to update it.', reload: true }
    case 'other-epoch':
      return { title: 'The table was restored from a backup', what: 'What this page holds belongs to its state before that.', reload: true }
    case 'update-refused':
      return {
        title: 'Your last changes were not accepted',
        what: 'You may not write there, or the clause was closed meanwhile.',
        reload: true,
      }
    case 'chain-broken':
      return {
        title: 'The record does not verify',
        what: 'An entry received from the server does not link to the one before it. This page stopped rather than show a record that may have been altered. Tell the other delegations and whoever runs the server.',
        reload: true,
      }
    case 'malformed':
    case 'bad-request':
      return { title: 'The server did not understand this page', what: 'Page and server may be of different versions.', reload: true }
    case 'closed':
    case 'superseded':
      return { title: 'This table was closed in this tab', what: 'It can be opened again.', reload: true }
    case 'going-away':
    case 'slow-reader':
    case 'too-large':
    case 'rate-limited':
    case 'storage-unavailable':
    case 'room-busy':
    case 'timed-out':
    case 'room-reloading':
      return { title: 'The connection ended', what: 'The server could not go on with this connection.', reload: true }
    default:
      return reason satisfies never
  }
}
