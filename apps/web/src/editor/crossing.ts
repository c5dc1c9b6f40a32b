/**
 * Arrow keys that lead out of a clause: from its last line to the first of the next clause, from its first line to the last of the one before,
 * as in one text. The caret keeps its place on the line.
 */
import { TextSelection, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

export type Crossing = {
  readonly to: 'next' | 'previous'
  /** Where on the line the caret was, in client coordinates; undefined for its very start or end. */
  readonly x: number | undefined
}

type Stroke = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing'>

type Lines = Pick<EditorView, 'state' | 'endOfTextblock' | 'coordsAtPos'>

/** Undefined when the key means something else, or there is more of this clause in its direction. `fromTheRight` as the caret's words are read. */
export function crossingAt(view: Lines, stroke: Stroke, fromTheRight: () => boolean): Crossing | undefined {
  const { key, shiftKey, ctrlKey, altKey, metaKey, isComposing } = stroke
  const { state } = view
  if (shiftKey || ctrlKey || altKey || metaKey || isComposing || !state.selection.empty) return undefined
  switch (key) {
    case 'ArrowDown':
      return inLast(state) && view.endOfTextblock('down') ? { to: 'next', x: xOf(view) } : undefined
    case 'ArrowUp':
      return inFirst(state) && view.endOfTextblock('up') ? { to: 'previous', x: xOf(view) } : undefined
    case 'ArrowRight':
    case 'ArrowLeft': {
      const forward = (key === 'ArrowRight') !== fromTheRight()
      if (forward) return atEnd(state) ? { to: 'next', x: undefined } : undefined
      return atStart(state) ? { to: 'previous', x: undefined } : undefined
    }
    default:
      return undefined
  }
}

function atStart({ doc, selection }: EditorState): boolean {
  return selection.from === TextSelection.atStart(doc).from
}

function atEnd({ doc, selection }: EditorState): boolean {
  return selection.to === TextSelection.atEnd(doc).to
}

function inFirst({ doc, selection }: EditorState): boolean {
  return selection.$head.start() === TextSelection.atStart(doc).$head.start()
}

function inLast({ doc, selection }: EditorState): boolean {
  return selection.$head.start() === TextSelection.atEnd(doc).$head.start()
}

function xOf(view: Lines): number {
  return view.coordsAtPos(view.state.selection.head).left
}

/** Whether the words around the caret run from right to left. */
export function readsFromTheRight(view: EditorView): boolean {
  const { node } = view.domAtPos(view.state.selection.head)
  const element = node instanceof Element ? node : node.parentElement
  return element !== null && getComputedStyle(element).direction === 'rtl'
}
