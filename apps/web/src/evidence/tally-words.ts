/** How much of the evidence asked for is on file, in the words of a bar, of a heading and of a sentence. */
import type { Negotiation, PartyId, Tally } from '@entente/agreement'
import { inWords } from '../design/number-words.ts'
import { list } from '../design/status-words.ts'
import { capital, partyName } from '../table/naming.ts'

/** So many are named one by one; more are counted. */
const NAMED = 3

/** "3 of 5 sites", "1 of 2 items". */
export function tallyWords({ total, lacking }: Tally, called: string): string {
  return `${total - lacking.length} of ${total} ${called}`
}

/** "Two of five sites still lack evidence: Site D and Site E, both Orlava."; undefined where nothing is lacking. */
export function lackSentence(negotiation: Negotiation, tally: Tally, called: string): string | undefined {
  const { total, lacking } = tally
  if (lacking.length === 0) return undefined
  const count = `${capital(inWords(lacking.length))} of ${inWords(total)} ${called} still ${lacking.length === 1 ? 'lacks' : 'lack'} evidence`
  const names = lacking.length <= NAMED ? list(lacking.map(({ name }) => name)) : undefined
  const whose = tally.of === 'parts' ? owed(negotiation, tally) : undefined
  return `${count}${names === undefined ? '' : `: ${names}`}${whose === undefined ? '' : `, ${whose}`}.`
}

/** "both Orlava", "two Orlava and one Kestria"; undefined where no part is owed by one party alone. */
function owed(negotiation: Negotiation, { lacking }: Tally): string | undefined {
  const counts = new Map<PartyId, number>()
  for (const { from } of lacking) {
    const [only, ...others] = from
    if (only === undefined || others.length > 0) return undefined
    counts.set(only, (counts.get(only) ?? 0) + 1)
  }
  const [first, ...rest] = [...counts].map(([party, count]) => ({ name: partyName(negotiation, party), count }))
  if (first === undefined) return undefined
  if (rest.length > 0) return list([first, ...rest].map(({ name, count }) => `${inWords(count)} ${name}`))
  return first.count === 1 ? first.name : `${first.count === 2 ? 'both' : 'all'} ${first.name}`
}
