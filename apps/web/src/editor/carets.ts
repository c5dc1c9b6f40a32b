/**
 * Carets and selections of others in the clause being edited, in the colour of their party with its code.
 *
 * Who a client is comes from the server's lease table and never from what the client sends. Only carets of the same root are drawn, and the
 * editor is not touched by awareness that concerns other clauses.
 */
import type { Negotiation } from '@entente/agreement'
import type { Presence } from '@entente/sync/client'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Awareness } from 'y-protocols/awareness'
import { classes } from '../design/classes.ts'
import { partyColour } from '../design/PartyColours.tsx'
import { partyOrder } from '../table/naming.ts'
import { placesIn } from './binding.ts'
import { caretPlace } from './caret-place.ts'
import { readCaretState, type Among } from './caret-sharing.ts'
import styles from './carets.module.css'

export type Others = {
  readonly root: string
  readonly among: Among
  readonly awareness: Awareness
  /** Who holds which client now. */
  readonly present: () => readonly Presence[]
  readonly negotiation: () => Pick<Negotiation, 'parties' | 'seats'>
}

const key = new PluginKey<DecorationSet>('carets')

export function carets(others: Others): Plugin {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, shown, _, state) {
        const moved = transaction.getMeta(key) === true
        if (!moved && !transaction.docChanged) return shown
        return draw(state, others) ?? shown.map(transaction.mapping, transaction.doc)
      },
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => ({ destroy: follow(view, others) }),
  })
}

/** Draws anew when the awareness of somebody in this root changes, or of somebody who was in it. */
function follow(view: EditorView, { awareness, root }: Others): () => void {
  let here = new Set<number>()
  const note = ({ added, updated, removed }: { added: number[]; updated: number[]; removed: number[] }) => {
    const states = awareness.getStates()
    const now = new Set(
      [...states]
        .filter(([client, state]) => client !== awareness.clientID && readCaretState(state).root === root)
        .map(([client]) => client),
    )
    const concerns = [...added, ...updated, ...removed].some((client) => here.has(client) || now.has(client))
    here = now
    if (concerns && !view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, true).setMeta('addToHistory', false))
  }
  awareness.on('change', note)
  // What is there already. The binding has to be ready first, so not while the view is being made.
  queueMicrotask(() => note({ added: [...awareness.getStates().keys()], updated: [], removed: [] }))
  return () => awareness.off('change', note)
}

/** The decorations as of now; undefined while the binding cannot tell positions yet. */
function draw(state: EditorState, { root, among, awareness, present, negotiation }: Others): DecorationSet | undefined {
  const places = placesIn(state)
  if (places === undefined) return undefined
  const people = new Map(present().map((one) => [one.client, one]))
  const last = state.doc.content.size
  const placed = (json: unknown): number | undefined => {
    const place = caretPlace(json, root)
    const pos = place && places.fromShared(place)
    return pos === undefined ? undefined : Math.min(pos, last)
  }
  const decorations = [...awareness.getStates()].flatMap(([client, awake]) => {
    const person = people.get(client)
    const at = readCaretState(awake)
    if (client === awareness.clientID || person === undefined || at.root !== root) return []
    const { party, seat } = person
    // Across parties a caret says whose delegation it is; among colleagues, whose it is.
    const label = among === 'everybody' ? party : (negotiation().seats.get(seat)?.name ?? party)
    const anchor = placed(at.anchor)
    const head = placed(at.head)
    if (anchor === undefined || head === undefined) return []
    const colour = Object.fromEntries(
      Object.entries(partyColour(partyOrder(negotiation(), party))).map(([name, value]) => [name, String(value)]),
    )
    return [
      Decoration.widget(head, () => caretElement(label, colour), { side: 10, key: `${client} ${label}`, ignoreSelection: true }),
      ...(anchor === head
        ? []
        : [Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), { class: classes(styles.selection), ...colour })]),
    ]
  })
  return DecorationSet.create(state.doc, decorations)
}

function caretElement(label: string, colour: Readonly<Record<string, string>>): HTMLElement {
  const caret = document.createElement('span')
  caret.className = classes(styles.caret)
  caret.contentEditable = 'false'
  caret.dataset['caretOf'] = label
  for (const [name, value] of Object.entries(colour)) caret.setAttribute(name, value)
  const code = document.createElement('i')
  code.textContent = label
  caret.append(code)
  return caret
}
