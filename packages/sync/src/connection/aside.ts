/**
 * What is kept aside for the person: words that were not taken, and what a restore took away. It outlives the documents it comes from, and
 * nothing in it is ever merged by itself.
 */
import type { Entry } from '@entente/agreement'
import { plainText, readText } from '@entente/draft'
import { uuidv4 } from 'lib0/random'
import type * as Y from 'yjs'
import { earlierLife, type EarlierLife } from './earlier-life.ts'
import type { Passage } from './overtaken.ts'
import type { OvertakenDraft, RefusedDraft } from './view.ts'

export type Draft = (RefusedDraft & { readonly is: 'refused' }) | (OvertakenDraft & { readonly is: 'overtaken' })

export type Aside = {
  readonly refused: () => readonly RefusedDraft[]
  readonly restored: () => EarlierLife | undefined
  /** Keeps texts, by their roots, with the code that says why. */
  readonly keep: (texts: Iterable<readonly [root: string, text: string]>, code: string) => void
  /** The room was restored: the texts and the record of the life that ended. `doc` is undefined when none had arrived yet. */
  readonly lifeEnded: (doc: Y.Doc | undefined, entries: readonly Entry[]) => void
  /** The texts and the record of a life are here: keeps what the life before had otherwise. */
  readonly lifeBegan: (doc: Y.Doc, entries: readonly Entry[]) => void
  /** No life begins any more: keeps all of the one that ended. */
  readonly noMore: () => void
  /** Keeps passages whose words went unseen with what others removed. */
  readonly overtook: (passages: readonly Passage[]) => void
  readonly overtaken: () => readonly OvertakenDraft[]
  /** All that is kept, in the order it came: the same list until that changes. */
  readonly drafts: () => readonly Draft[]
  /** Drafts of an earlier page, which the device kept. */
  readonly found: (drafts: readonly Draft[]) => void
  readonly dismiss: (draft: string) => void
  readonly dismissRestored: () => void
}

export function openAside(): Aside {
  let drafts: readonly Draft[] = []
  let refused: readonly RefusedDraft[] = []
  let overtaken: readonly OvertakenDraft[] = []
  let restored: EarlierLife | undefined
  /** Of the life that ended, until the next is here. */
  let former: { readonly texts: ReadonlyMap<string, string>; readonly entries: readonly Entry[] } | undefined

  const put = (next: readonly Draft[]) => {
    drafts = next
    refused = next.filter((draft) => draft.is === 'refused')
    overtaken = next.filter((draft) => draft.is === 'overtaken')
  }

  const keep: Aside['keep'] = (texts, code) => {
    const at = Date.now()
    put([...drafts, ...Array.from(texts, ([root, text]) => ({ is: 'refused', id: uuidv4(), root, text, code, at }) as const)])
  }

  return {
    refused: () => refused,
    overtaken: () => overtaken,
    restored: () => restored,
    keep,
    lifeEnded(doc, entries) {
      // Restored once more before the restored life was seen: it is the one this browser had that counts.
      former ??= { texts: new Map(doc && textsOf(doc, doc.share.keys())), entries }
    },
    lifeBegan(doc, entries) {
      if (former === undefined) return
      keep(
        [...former.texts].filter(([root, text]) => textOf(doc, root) !== text),
        'other-epoch',
      )
      restored = earlierLife(former.entries, entries) ?? restored
      former = undefined
    },
    noMore() {
      keep(former?.texts ?? [], 'other-epoch')
      former = undefined
    },
    overtook(passages) {
      const at = Date.now()
      put([...drafts, ...passages.map((passage) => ({ is: 'overtaken', id: uuidv4(), ...passage, at }) as const)])
    },
    drafts: () => drafts,
    found(earlier) {
      put([...earlier, ...drafts])
    },
    dismiss(id) {
      put(drafts.filter((draft) => draft.id !== id))
    },
    dismissRestored() {
      restored = undefined
    },
  }
}

/** How texts read as plain text, by their roots. */
export function textsOf(doc: Y.Doc, roots: Iterable<string>): readonly (readonly [root: string, text: string])[] {
  return Array.from(roots, (root) => [root, textOf(doc, root)] as const)
}

function textOf(doc: Y.Doc, root: string): string {
  return plainText(readText(doc.getXmlFragment(root)))
}

/** Which of these texts holds the words, by its root; the first when none does. */
export function rootWith(texts: ReadonlyMap<string, string>): (words: string) => string {
  return (words) => ([...texts].find(([, text]) => text.includes(words)) ?? [...texts][0])?.[0] ?? ''
}
