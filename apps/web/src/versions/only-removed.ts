import { compare, wordingOf, type Text } from '@entente/draft'

/** Whether a text has no words that were not in the one before. */
export function onlyRemoved(before: Text, now: Text): boolean {
  return compare(asWording(before), asWording(now)).every(({ kind, text }) => kind !== 'inserted' || text.trim() === '')
}

function asWording(text: Text) {
  return wordingOf({ kind: 'operative', heading: '', text, milestones: [] })
}
