/**
 * A reference somebody has just typed as words: "paragraph 11". It is offered to make it one; nothing changes by itself.
 */
import { INSET } from '@entente/draft'
import type { ClauseId, Negotiation } from '@entente/agreement'
import type { EditorState } from '@tiptap/pm/state'
import { namingOf } from '../table/naming.ts'

export type TypedReference = {
  /** Where the number stands in the editor. */
  readonly from: number
  readonly to: number
  readonly clause: ClauseId
  /** As typed: "paragraph 11". */
  readonly words: string
}

/** How far back it looks, in characters. */
const REACH = 48

const TYPED =
  /(?<!\p{L})(preambular\s+paragraph|operative\s+paragraph|paragraph|clause)\s+((?:\p{Lu}\.)?\d+(?:\s?(?:ante|bis|ter|quater|quinquies|sexies))?)(?=[\s.,;:)]{0,2}$)/iu

/** The words that announce a reference: before them no further one is put. */
const ANNOUNCED = /(?<!\p{L})(?:(?:paragraph|clause|article|point|subparagraph)s?|and|or|to|through)\s+$|\d,\s*$/iu

/** The reference typed right before the caret, if it names a clause that stands. */
export function typedReference({ selection, doc }: EditorState, negotiation: Negotiation): TypedReference | undefined {
  if (!selection.empty) return undefined
  const line = wordsBefore(doc, selection.from)
  const [words = '', kind = '', number = ''] = TYPED.exec(line) ?? []
  if (words === '') return undefined
  const wanted = `${/^preambular/i.test(kind) ? 'PP' : ''}${number.replace(/\s+/g, ' ')}`.toLowerCase()
  const { numbers } = namingOf(negotiation)
  const clause = [...numbers].find(([, one]) => one.toLowerCase() === wanted || one.toLowerCase() === wanted.replace(' ', ''))?.[0]
  if (clause === undefined) return undefined
  const behind = line.length - (line.lastIndexOf(words) + words.length)
  const to = selection.from - behind
  return { from: to - number.length, to, clause, words }
}

/** What is put before a reference at this place: nothing where the words announce one already. */
export function announcement({ doc }: EditorState, at: number, preambular: boolean): string {
  const line = wordsBefore(doc, at)
  if (ANNOUNCED.test(line)) return ''
  const space = line === '' || /\s$/u.test(line) ? '' : ' '
  return `${space}${preambular ? 'preambular paragraph' : 'paragraph'} `
}

function wordsBefore(doc: EditorState['doc'], at: number): string {
  const $at = doc.resolve(at)
  return $at.parent.isTextblock ? $at.parent.textBetween(Math.max(0, $at.parentOffset - REACH), $at.parentOffset, undefined, INSET) : ''
}
