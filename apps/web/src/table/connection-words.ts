/**
 * The few words that say how this page stands to the server. They claim only what is true: "saved" means on the server's disk.
 */
import type { RoomView } from '@entente/sync/client'
import { clockOf } from '../design/moment.ts'

export type ConnectionWords = {
  readonly words: string
  /** How it is drawn: all is well, on its way, or needs to be known. */
  readonly mood: 'well' | 'busy' | 'away' | 'ended'
  /** What it means, as a sentence. */
  readonly meaning: string
}

/** Said persistently, in small type. Never a modal: reading and drafting go on. */
export function connectionWords({ connection, unsaved, record }: Pick<RoomView, 'connection' | 'unsaved' | 'record'>): ConnectionWords {
  if (record.chain.is === 'broken') {
    return {
      words: 'Record does not verify',
      mood: 'ended',
      meaning: `The record received from the server breaks at entry ${record.chain.seq}. Nothing from there on is shown as certain.`,
    }
  }
  switch (connection.is) {
    case 'connecting':
      return {
        words: 'Connecting',
        mood: 'busy',
        meaning: unsaved === 0 ? 'Connecting to the server.' : 'Connecting to the server. What you typed is kept in this tab until then.',
      }
    case 'live':
      return unsaved === 0
        ? { words: 'Live, saved', mood: 'well', meaning: 'Connected. Everything typed here is on the server’s disk.' }
        : { words: 'Saving', mood: 'busy', meaning: 'Connected. What was typed last is not confirmed yet by the server.' }
    case 'offline':
      return {
        words: unsaved === 0 ? 'Offline' : `Offline, ${unsaved} kept in this tab`,
        mood: 'away',
        meaning: `Offline since ${clockOf(new Date(connection.since).toISOString())}. You can keep drafting: it stays in this tab and is merged when the connection returns. Positions and comments need a connection.`,
      }
    case 'ended':
      return {
        words: unsaved === 0 ? 'Not connected' : 'Not accepted, kept in this tab',
        mood: 'ended',
        meaning: 'The connection has ended and is not tried again by itself.',
      }
    default:
      return connection satisfies never
  }
}

/** Why statements cannot be made now, or undefined when they can. Statements are put on record in order, so they need the server. */
export function whyNoStatements({ connection }: Pick<RoomView, 'connection'>): string | undefined {
  switch (connection.is) {
    case 'live':
      return undefined
    case 'connecting':
      return 'Needs a connection: still connecting'
    case 'offline':
      return 'Needs a connection: you are offline'
    case 'ended':
      return 'Needs a connection: it has ended'
    default:
      return connection satisfies never
  }
}
