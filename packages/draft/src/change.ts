/** What kind of change one stretch of words is, so that it can be said in words: nobody sees at a glance that a paragraph was split. */
import { tokensInWords } from './plain.ts'
import type { Place, Token } from './tokens.ts'

export type Change =
  | { readonly is: 'added' }
  | { readonly is: 'deleted' }
  | { readonly is: 'replaced' }
  /** The same words in the same paragraphs, with other emphasis, links or square brackets. */
  | { readonly is: 'marked' }
  /** The same words in more paragraphs, or in fewer. */
  | { readonly is: 'split' }
  | { readonly is: 'joined' }
  /** The same paragraphs, standing elsewhere in lists. `as` is where the first of them is to stand. */
  | { readonly is: 'moved-in-list'; readonly as: Place }
  /** Whole paragraphs come, or go. */
  | { readonly is: 'paragraphs-added' }
  | { readonly is: 'paragraphs-deleted' }

export function changeOf(before: readonly Token[], after: readonly Token[]): Change {
  const [was, is] = [shapeOf(before), shapeOf(after)]
  const first = is.places[0]
  if (was.words === is.words && before.length > 0 && after.length > 0) {
    if (is.lines > was.lines) return { is: 'split' }
    if (is.lines < was.lines) return { is: 'joined' }
    return first !== undefined && was.keys !== is.keys ? { is: 'moved-in-list', as: first } : { is: 'marked' }
  }
  if (after.length === 0) {
    if (was.lines > 0) return { is: was.words === '' ? 'joined' : 'paragraphs-deleted' }
    return { is: 'deleted' }
  }
  if (before.length === 0) {
    if (is.words === '') return { is: 'split' }
    return { is: is.lines > 0 ? 'paragraphs-added' : 'added' }
  }
  return { is: 'replaced' }
}

function shapeOf(tokens: readonly Token[]) {
  const places = tokens.flatMap((token) => (token.kind === 'line' ? [token.place] : []))
  return {
    places,
    lines: places.length,
    keys: tokens.flatMap((token) => (token.kind === 'line' ? [token.key] : [])).join(),
    /** White space at the ends is what a split or a join leaves behind. */
    words: tokensInWords(
      tokens.filter(({ kind }) => kind === 'word'),
      String,
    ).trim(),
  }
}
