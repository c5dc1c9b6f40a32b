/** What a person is told when the server was restored from a backup, and the record of theirs that they can keep. */
import type { Entry, Negotiation } from '@entente/agreement'
import type { EarlierLife } from '@entente/sync/client'
import { momentInFull } from '../design/moment.ts'
import { tell } from '../record/tell.ts'

export function sentence({ backup }: Pick<EarlierLife, 'backup'>): string {
  return backup === undefined
    ? 'This server was restored from a backup.'
    : `This server was restored from a backup of ${momentInFull(backup)}.`
}

/** `drafts` is how many texts that read otherwise are kept on the page. */
export function remainder({ missing }: Pick<EarlierLife, 'missing'>, drafts: number): string {
  const entries =
    missing.length === 0
      ? 'Every entry you had seen is still in the record.'
      : missing.length === 1
        ? 'One entry you had seen is not in it.'
        : `${missing.length} entries you had seen are not in it.`
  return drafts === 0 ? entries : `${entries} Words that read otherwise now are kept below.`
}

/** The entries that are gone, as sentences, and where the record ended: enough for others to compare theirs with. */
export function asText({ missing, head }: EarlierLife, negotiation: Negotiation): string {
  return [...missing.map((entry) => line(entry, negotiation)), `The record ended at entry ${head.seq}, hash ${head.hash}.`].join('\n')
}

function line(entry: Entry, negotiation: Negotiation): string {
  const { by, deed, more } = tell(entry, negotiation)
  const who = by.length === 0 ? 'The server' : by.join(', ')
  return `${entry.seq}. ${entry.at} ${who} ${deed}${more === undefined ? '' : `: ${more}`} (${entry.hash})`
}
