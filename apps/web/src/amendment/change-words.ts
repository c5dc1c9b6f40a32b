/** Changes that are not plain words, in words: "split the paragraph", "make it an item". */
import type { Change } from '@entente/draft'

/** What an alternative would do, where its words do not say it; undefined where they do. */
export function changeWords(change: Change): string | undefined {
  switch (change.is) {
    case 'deleted':
    case 'paragraphs-deleted':
      return 'delete'
    case 'split':
      return 'new paragraph here'
    case 'joined':
      return 'join with the paragraph before'
    case 'marked':
      return 'other emphasis, links or brackets'
    case 'moved-in-list': {
      const { length } = change.as.path
      if (length === 0) return 'out of the list'
      return length === 1 ? 'as an item of a list' : `as an item of level ${length}`
    }
    case 'added':
    case 'replaced':
    case 'paragraphs-added':
      return undefined
    default:
      return change satisfies never
  }
}
