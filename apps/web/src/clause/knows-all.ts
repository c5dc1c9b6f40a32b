import { knows } from '@entente/draft'
import type * as Y from 'yjs'
import { boundFragment } from './useText.ts'

/** Whether this version knows everything in a root. Where nobody has written yet there is nothing to know. */
export function knowsAll(doc: Y.Doc, root: string): boolean {
  const fragment = boundFragment(doc, root)
  return fragment === undefined || knows(fragment)
}
