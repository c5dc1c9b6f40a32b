import { momentInFull } from '../design/moment.ts'
import type { FaultSentence } from '../refusal/explain-fault.ts'
import type { ToldTexts } from './shapes.ts'

/** Why the words of a moment are not told: they are older than what this server keeps. */
export function notKept({ since }: Pick<ToldTexts, 'since'>): FaultSentence {
  return {
    what: 'The words of then are not kept here.',
    next:
      since === undefined
        ? 'Nobody has written anything yet.'
        : `This server has kept the words of this table since ${momentInFull(since)}.`,
  }
}
