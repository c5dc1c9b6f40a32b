/** What stands in the way of a clause, one obstacle at a time: "Orlava objects", "Kestria waits for 2". */
import type { Blocker, Negotiation } from '@entente/agreement'
import { list, wordOfCondition } from '../design/status-words.ts'
import { namingOf, partyName } from '../table/naming.ts'

export function blockerWords(blocker: Blocker, negotiation: Negotiation): string {
  const name = 'party' in blocker ? partyName(negotiation, blocker.party) : ''
  switch (blocker.why) {
    case 'silent':
      return `${name} has no position`
    case 'lapsed':
      return blocker.because === 'words' ? `consent of ${name} has lapsed` : `${name} did not confirm its acceptance in time`
    case 'reserves':
      return `${name} reserves`
    case 'objects':
      return `${name} objects`
    case 'awaits':
      return `${name} waits for ${list(blocker.conditions.map((condition) => wordOfCondition(condition, namingOf(negotiation))))}`
    case 'brackets':
      return `${blocker.open} ${blocker.open === 1 ? 'bracket is' : 'brackets are'} open`
    case 'nobody-accepts':
      return 'nobody accepts'
    default:
      return blocker satisfies never
  }
}
