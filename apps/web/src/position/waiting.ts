/** "Waiting for Kestria and Orlava": what an open clause still needs, in plain words. */
import type { Blocker, PartyId } from '@entente/agreement'
import { list } from '../design/status-words.ts'

/**
 * Who has to speak, or speak again, before the clause can be agreed, and whether brackets are open. A party that objects or reserves has
 * spoken; its chip says so. Undefined when nothing is to be added to the chips.
 */
export function waitingWords(blockers: readonly Blocker[], nameOf: (party: PartyId) => string): string | undefined {
  const awaited = blockers.flatMap((blocker) =>
    blocker.why === 'silent' || blocker.why === 'lapsed' || blocker.why === 'awaits' ? [nameOf(blocker.party)] : [],
  )
  const brackets = blockers.find(({ why }) => why === 'brackets')
  const open = brackets?.why === 'brackets' ? brackets.open : 0
  const parts = [
    ...(awaited.length > 0 ? [`Waiting for ${list(awaited)}`] : []),
    ...(open > 0 ? [`${open} ${open === 1 ? 'bracket' : 'brackets'} open`] : []),
    ...(blockers.some(({ why }) => why === 'nobody-accepts') ? ['Nobody accepts yet'] : []),
  ]
  return parts.length > 0 ? parts.join(' · ') : undefined
}
