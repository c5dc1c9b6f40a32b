/**
 * What a restore took away, as far as this browser can tell: it had the journal of the life that ended, and has that of the one that began.
 */
import type { Entry, Head, Timestamp } from '@entente/agreement'

export type EarlierLife = {
  /** Where the record ended that this browser had: kept, because a longer record than the server's is evidence. */
  readonly head: Head
  /** When the backup was made, as the restored record says; undefined when it does not say. */
  readonly backup: Timestamp | undefined
  /** The entries that this browser had and the restored record does not have, oldest first. */
  readonly missing: readonly Entry[]
}

/** Compares the record of the life that ended with the one that began; nothing when this browser had no record yet. */
export function earlierLife(before: readonly Entry[], now: readonly Entry[]): EarlierLife | undefined {
  const last = before.at(-1)
  if (last === undefined) return undefined
  let common = 0
  while (common < before.length && before[common]?.hash === now[common]?.hash) common += 1
  const said = now.slice(common).find(({ fact }) => fact.kind === 'restored')?.fact
  return {
    head: { seq: last.seq, hash: last.hash },
    backup: said?.kind === 'restored' ? said.backup : undefined,
    missing: before.slice(common),
  }
}
