/** From which record a paper was made: the hash of its last entry binds the paper to everything said before it. */
import type { Cover, Head, Timestamp } from '@entente/agreement'
import type { Line } from './paper.ts'
import { dateInWords, momentInWords, phrase, words } from './phrase.ts'

const SHORT_HASH = 16

/** "Entente record 7f3a91c40be2d510 · entry 412 · 22 November 2026", at the foot of every page. */
export function footer({ seq, hash }: Head, at: Timestamp): string {
  return `Entente record ${hash.slice(0, SHORT_HASH)} · entry ${seq} · ${dateInWords(at)}`
}

export function colophon({ shortTitle }: Cover, { seq, hash }: Head, at: Timestamp): readonly Line[] {
  return [
    [
      ...phrase('Made from the record of '),
      ...words(shortTitle),
      ...phrase(` after entry ${seq}, ${momentInWords(at)}. The record ends in the hash`),
    ],
    phrase(hash),
    phrase('Whoever holds a copy of the record can check that it ends so: a changed, missing or added statement would give another hash.'),
  ]
}
