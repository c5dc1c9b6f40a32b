import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { CaretAt } from '../table/attention.ts'
import { placesIn } from './binding.ts'
import { bareOf, placeAfter, positionOf } from './places.ts'

/** Puts the caret where somebody means to type, and gives the words the focus. A step of its own, which undo passes over. */
export function putCaret({ view }: Editor, at: CaretAt): void {
  const { doc } = view.state
  const end = doc.content.size
  const first = at === 'start' || (typeof at === 'object' && 'line' in at && at.line === 'first')
  const pos = positionAt(view, at) ?? (first ? 0 : end)
  const tr = view.state.tr.setSelection(TextSelection.near(doc.resolve(Math.min(pos, end)), first ? 1 : -1)).setMeta('addToHistory', false)
  // Where somebody clicked is in sight.
  view.dispatch(typeof at === 'object' && 'y' in at ? tr : tr.scrollIntoView())
  view.focus()
}

function positionAt(view: Editor['view'], at: CaretAt): number | undefined {
  if (typeof at === 'string') return undefined
  const { doc } = view.state
  if ('place' in at) return placesIn(view.state)?.fromShared(at.place)
  if ('after' in at) return positionOf(doc, placeAfter(bareOf(doc), at.after))
  return view.posAtCoords({ left: at.x, top: topOf(view, at) })?.pos
}

/** How far down the caret goes, in client coordinates. */
function topOf(view: Editor['view'], at: Extract<CaretAt, { readonly x: number }>): number {
  if ('y' in at) return at.y
  const { doc } = view.state
  const { top, bottom } = view.coordsAtPos((at.line === 'first' ? TextSelection.atStart(doc) : TextSelection.atEnd(doc)).head)
  return (top + bottom) / 2
}
