/**
 * Deletions that everybody should hear about.
 *
 * Whoever may write a text may empty it; the gate does not judge. But a text of others that vanishes at once is announced, with its
 * author, so that it can be put back.
 */
import * as Y from 'yjs'
import type { Inspection, Touch } from './inspection.ts'
import type { AnyType } from './location.ts'

/** Characters of others from which one update counts as a mass deletion, in a text of any length. */
export const MASS_CHARACTERS = 2_000
/** The same as a share of the whole text, for texts in which more than a few words go. */
export const MASS_SHARE = 0.3
/** Below this number of characters nothing is a mass deletion. */
const FEW_CHARACTERS = 40

export type MassDeletion = {
  readonly root: string
  /** Characters that would go and were written by others. */
  readonly foreign: number
  /** Characters of the text before. */
  readonly length: number
}

/** The texts in which an update would delete much of what others wrote. Asked before applying. */
export function massDeletions(doc: Y.Doc, inspection: Inspection, owns: (client: number) => boolean): readonly MassDeletion[] {
  const found: MassDeletion[] = []
  for (const [root, touch] of inspection.touches) {
    const foreign = foreignDeletions(touch, owns)
    if (foreign < FEW_CHARACTERS) continue
    const length = charactersIn(doc.share.get(root))
    if (foreign >= MASS_CHARACTERS || foreign > length * MASS_SHARE) found.push({ root, foreign, length })
  }
  return found
}

/** Characters that would go and were written under somebody else's clientIDs. */
export function foreignDeletions(touch: Touch, owns: (client: number) => boolean): number {
  let foreign = 0
  for (const [client, characters] of touch.deletedOf) if (!owns(client)) foreign += characters
  return foreign
}

function charactersIn(type: AnyType | undefined): number {
  let characters = 0
  for (let item = type?._start ?? null; item !== null; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentString) characters += item.length
    else if (item.content instanceof Y.ContentType) characters += charactersIn(item.content.type)
  }
  return characters
}
