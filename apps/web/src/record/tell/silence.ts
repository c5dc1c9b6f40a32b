import { momentInFull } from '../../design/moment.ts'
import { outcomeWords } from '../tell-words.ts'
import { quoted } from './phrases.ts'
import type { Tells } from './telling.ts'

export const silence: Tells<'silence-opened' | 'silence-ended' | 'silence-time-proposed' | 'silence-time-accepted'> = {
  'silence-opened': (fact, { told, clauses }) =>
    told(`opened a silence procedure on ${clauses(fact.clauses)}`, 'positions', {
      more: `Ends ${momentInFull(fact.closesAt)}`,
      shape: 'silence',
    }),
  'silence-ended': (fact, { told }) =>
    told(outcomeWords(fact.outcome), 'positions', {
      ...(fact.party !== undefined && { by: [fact.party] }),
      more: fact.reason === undefined ? fact.effect : quoted(fact.reason),
      shape: 'silence',
    }),
  'silence-time-proposed': (fact, { told }) => told(`proposed ${hours(fact.hours)} as the least time for silence procedures`, 'procedure'),
  'silence-time-accepted': (fact, { told }) =>
    told(`agreed to ${hours(fact.hours)} as the least time for silence procedures`, 'procedure', { by: [fact.party] }),
}

function hours(count: number): string {
  return count === 1 ? 'one hour' : `${count} hours`
}
