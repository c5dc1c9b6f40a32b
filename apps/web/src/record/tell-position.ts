/** What a party did with a position, as a predicate, and the words it added. */
import type { Negotiation, Stance } from '@entente/agreement'
import { momentInFull } from '../design/moment.ts'
import { conditionWords } from '../position/condition-sentence.ts'
import { namingOf } from '../table/naming.ts'

/** "accepts clause 5 if 15 is agreed". `clause` is the clause as it is called. */
export function positionDeed(position: Stance, clause: string, negotiation: Negotiation): string {
  switch (position.stance) {
    case 'accepts':
      return `accepts ${clause}`
    case 'accepts-ad-referendum':
      return `accepts ${clause} ad referendum`
    case 'accepts-with-reservation':
      return `accepts ${clause} with a reservation`
    case 'accepts-if':
      return `accepts ${clause} if ${conditionWords(position.conditions, namingOf(negotiation))}`
    case 'reserves':
      return `reserves its position on ${clause}`
    case 'objects':
      return `objects to ${clause}`
    case 'stands-aside':
      return `stands aside on ${clause}`
    default:
      return position satisfies never
  }
}

/** What was said with it, or undefined when nothing was. */
export function positionWords(position: Stance): string | undefined {
  const note = position.stance === 'objects' ? position.reason : position.note
  const said = note === undefined || note === '' ? [] : [`“${note}”`]
  switch (position.stance) {
    case 'accepts-with-reservation':
      return [`Reservation: “${position.reservation}”`, ...(note === position.reservation ? [] : said)].join(' ')
    case 'accepts-ad-referendum':
      return (
        [...(position.confirmBy === undefined ? [] : [`To be confirmed by ${momentInFull(position.confirmBy)}.`]), ...said].join(' ') ||
        undefined
      )
    case 'objects':
      return [...said, ...(position.proposedText === undefined ? [] : [`Proposes: “${position.proposedText}”`])].join(' ') || undefined
    case 'accepts':
    case 'accepts-if':
    case 'reserves':
    case 'stands-aside':
      return said[0]
    default:
      return position satisfies never
  }
}
