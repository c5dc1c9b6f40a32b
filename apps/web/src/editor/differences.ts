/**
 * In an amendment: what it changes in the text, shown where it stands. New words are marked as insertions, words of the text that are gone
 * stand struck out in their place, and what else would change is said. All of it is decoration and none of it gets into the shared text.
 */
import { changeOf, hunksBetween, tokensInWords, tokensOf, within, type Hunk, type Named, type Text, type Token } from '@entente/draft'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { changeWords } from '../amendment/change-words.ts'
import styles from './differences.module.css'
import { textOfNode } from './text-of-node.ts'

type Compared = { readonly base: readonly Token[]; readonly shown: DecorationSet }

const key = new PluginKey<Compared>('differences')

const telling = new WeakMap<Transaction, Text>()

/** `base` is the text that the amendment is compared with; `compareWith` changes it. `named` says what clauses are called now. */
export function differences(base: Text, named: Named): Plugin {
  return new Plugin({
    key,
    state: {
      init: (_, { doc }) => compared(doc, tokensOf(base), named),
      apply(transaction, before, _, { doc }) {
        const told = telling.get(transaction)
        if (told === undefined && !transaction.docChanged) return before
        return compared(doc, told === undefined ? before.base : tokensOf(told), named)
      },
    },
    props: { decorations: (state) => key.getState(state)?.shown },
  })
}

/** The transaction after which the differences to another text are shown. It changes no word. */
export function compareWith(state: EditorState, base: Text): Transaction {
  const transaction = state.tr.setMeta('addToHistory', false)
  telling.set(transaction, base)
  return transaction
}

function compared(doc: Node, base: readonly Token[], named: Named): Compared {
  return { base, shown: draw(doc, base, named) }
}

function draw(doc: Node, before: readonly Token[], named: Named): DecorationSet {
  const after = tokensOf(textOfNode(doc))
  const places = placesOf(doc, after)
  return DecorationSet.create(
    doc,
    hunksBetween(before, after).flatMap((hunk) => decorations(hunk, before, after, places, named)),
  )
}

type Spot = { readonly from: number; readonly to: number }

function decorations(
  { before: was, after: is }: Hunk,
  before: readonly Token[],
  after: readonly Token[],
  places: readonly Spot[],
  named: Named,
): Decoration[] {
  const [gone, come] = [within(before, was), within(after, is)]
  const at = places[is.start]?.from ?? places.at(-1)?.to ?? 1
  const said = changeWords(changeOf(gone, come))
  const same = said !== undefined && come.length > 0
  const shown: Decoration[] = come.flatMap((token, index) => {
    const spot = places[is.start + index]
    if (spot === undefined) return []
    if (token.kind === 'line') return same ? [] : [widget(spot.from, 'ins', '¶', `line ${spot.from}`)]
    return same ? [] : [Decoration.inline(spot.from, spot.to, { nodeName: 'ins', class: styles.inserted ?? '' })]
  })
  if (same) shown.push(widget(at, 'span', said, `said ${said} ${at}`))
  else if (gone.length > 0) {
    const words = tokensInWords(gone, named)
    shown.push(widget(at, 'del', words, `gone ${was.start} ${words}`))
  }
  return shown
}

function widget(at: number, name: 'ins' | 'del' | 'span', words: string, id: string): Decoration {
  return Decoration.widget(
    at,
    () => {
      const made = document.createElement(name)
      made.className = (name === 'del' ? styles.deleted : name === 'ins' ? styles.pilcrow : styles.said) ?? ''
      made.contentEditable = 'false'
      made.textContent = words
      return made
    },
    { side: -1, ignoreSelection: true, key: id },
  )
}

/** Where each token stands in the editor. A paragraph's beginning is the place of its first word. */
function placesOf(doc: Node, tokens: readonly Token[]): readonly Spot[] {
  const starts: number[] = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    starts.push(pos + 1)
    return false
  })
  let at = 1
  let line = 0
  return tokens.map((token) => {
    if (token.kind === 'line') {
      if (token.place.hollow === undefined) {
        at = starts[line] ?? at
        line += 1
      }
      return { from: at, to: at }
    }
    const from = at
    at += token.text.length
    return { from, to: at }
  })
}
