/**
 * References and footnotes in the live text: where they stand, and the few things that are done to them.
 *
 * Each is one character with a mark. It is put in, changed and taken out like any character, so undo, others' carets and what others type
 * beside it are as always.
 */
import type { ClauseId } from '@entente/agreement'
import { FootnoteValue, INSET, ReferenceValue, type Inset } from '@entente/draft'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { TextSelection, type EditorState } from '@tiptap/pm/state'

export type InsetAt = { readonly pos: number; readonly inset: Inset }

/** All of a document, in order. */
export function insetsIn(doc: Node): readonly InsetAt[] {
  const found: InsetAt[] = []
  doc.descendants((node, pos) => {
    const inset = insetOn(node)
    if (inset === undefined || node.text === undefined) return
    for (let at = node.text.indexOf(INSET); at >= 0; at = node.text.indexOf(INSET, at + 1)) found.push({ pos: pos + at, inset })
  })
  return found
}

function insetOn({ marks }: Node): Inset | undefined {
  const value = (name: string): unknown => marks.find(({ type }) => type.name === name)?.attrs
  const reference = ReferenceValue.safeParse(value('reference'))
  if (reference.success) return { is: 'reference', clause: reference.data.clause }
  const footnote = FootnoteValue.safeParse(value('footnote'))
  return footnote.success ? { is: 'footnote', text: footnote.data.text } : undefined
}

/** The footnote right before the caret, or right after it. */
export function footnoteAtCaret({ doc, selection }: EditorState): { readonly pos: number; readonly text: string } | undefined {
  const near = insetsIn(doc).filter(({ pos }) => pos === selection.from - 1 || pos === selection.from)
  const found = near.find(({ inset }) => inset.is === 'footnote')
  return found?.inset.is === 'footnote' ? { pos: found.pos, text: found.inset.text } : undefined
}

/** Puts a footnote behind the selected words, or at the caret. */
export function addFootnote(editor: Editor, text: string): void {
  const { state, view } = editor
  const at = state.selection.to
  const tr = state.tr.insert(at, state.schema.text(INSET, [...marksAround(state, at), state.schema.mark('footnote', { text })]))
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1)))
}

export function changeFootnote(editor: Editor, pos: number, text: string): void {
  const { state, view } = editor
  if (insetsIn(state.doc).every((one) => one.pos !== pos)) return
  view.dispatch(state.tr.addMark(pos, pos + 1, state.schema.mark('footnote', { text })))
}

export function removeInset(editor: Editor, pos: number): void {
  const { state, view } = editor
  if (insetsIn(state.doc).some((one) => one.pos === pos)) view.dispatch(state.tr.delete(pos, pos + 1))
}

/** Puts a reference in place of a range, with words before it. */
export function addReference(
  editor: Editor,
  range: { readonly from: number; readonly to: number },
  before: string,
  clause: ClauseId,
): void {
  const { state, view } = editor
  const around = marksAround(state, range.from)
  const inset = state.schema.text(INSET, [...around, state.schema.mark('reference', { clause })])
  const tr = state.tr.replaceWith(range.from, range.to, before === '' ? inset : [state.schema.text(before, around), inset])
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, range.from + before.length + 1)))
}

/** The bracket and emphasis that words typed there would have. */
function marksAround(state: EditorState, at: number) {
  return state.doc
    .resolve(at)
    .marks()
    .filter(({ type }) => type.name !== 'reference' && type.name !== 'footnote' && type.name !== 'link')
}
