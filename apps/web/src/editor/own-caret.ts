/**
 * Tells the table as much of one's own typing as the person chose to share, at most ten times a second.
 *
 * Nothing is sent by opening a clause. When the editor loses the focus or goes, so does what was sent.
 */
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Awareness } from 'y-protocols/awareness'
import { cameFromElsewhere, placesIn } from './binding.ts'
import { chosenSharing, onSharing } from './caret-choice.ts'
import { caretState, sharingAmong, TYPING_FOR, type Among, type CaretPlace } from './caret-sharing.ts'
import { throttle } from './throttle.ts'
import { browserTiming } from './timing.ts'

/** How often a moving caret is sent, in milliseconds. */
const EVERY = 100

export function ownCaret(awareness: Awareness, root: string, among: Among): Plugin {
  return new Plugin({ view: (view) => send(view, awareness, root, among) })
}

function send(view: EditorView, awareness: Awareness, root: string, among: Among) {
  const { now, later } = browserTiming
  let typedAt: number | undefined
  let sent = '{}'
  let quiet: (() => void) | undefined

  const tell = throttle(
    () => {
      const place = !view.isDestroyed && view.hasFocus() ? placeOf(view, root) : undefined
      const state = caretState(sharingAmong(chosenSharing(), among), place, typedAt, now())
      const json = JSON.stringify(state)
      if (json === sent) return
      sent = json
      awareness.setLocalState(state)
    },
    EVERY,
    browserTiming,
  )
  const stopListening = onSharing(tell.poke)
  view.dom.addEventListener('focus', tell.poke)
  view.dom.addEventListener('blur', tell.poke)

  return {
    update(_: EditorView, before: EditorView['state']) {
      const ownEdit = !before.doc.eq(view.state.doc) && !cameFromElsewhere(view.state)
      if (ownEdit) {
        typedAt = now()
        quiet?.()
        quiet = later(tell.poke, TYPING_FOR + EVERY)
      }
      if (ownEdit || !before.selection.eq(view.state.selection)) tell.poke()
    },
    destroy() {
      quiet?.()
      tell.stop()
      stopListening()
      view.dom.removeEventListener('focus', tell.poke)
      view.dom.removeEventListener('blur', tell.poke)
      if (sent !== '{}') awareness.setLocalState({})
    },
  }
}

function placeOf({ state }: EditorView, root: string): CaretPlace | undefined {
  const places = placesIn(state)
  return places && { root, anchor: places.toShared(state.selection.anchor), head: places.toShared(state.selection.head) }
}
