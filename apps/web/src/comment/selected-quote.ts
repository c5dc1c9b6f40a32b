/** The words selected in a still clause, as a quote. Counted by the places the words carry, so that brackets and labels beside them do not count. */
import type { Quote } from '@entente/agreement'
import { bareText, quoteOf, type Text } from '@entente/draft'

/** The selection inside `clause`, or undefined when nothing of its words is selected. */
export function selectedQuote(clause: Element, text: Text): Quote | undefined {
  const selection = getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const pieces = [...clause.querySelectorAll<HTMLElement>('[data-at]')].filter(
    (piece) => piece.closest('[data-apart]') === null && range.intersectsNode(piece),
  )
  const [first] = pieces
  const last = pieces.at(-1)
  if (first === undefined || last === undefined) return undefined
  const from = placeOf(first, range.startContainer, range.startOffset, 'start')
  const to = placeOf(last, range.endContainer, range.endOffset, 'end')
  return quoteOf(bareText(text), from, to)
}

/** The place in the bare text where a selection meets a piece: inside it, or at its edge when the selection begins or ends elsewhere. */
function placeOf(piece: HTMLElement, node: Node, offset: number, edge: 'start' | 'end'): number {
  const at = Number(piece.dataset['at'])
  if (piece.contains(node) && node.nodeType === Node.TEXT_NODE) return at + offset
  return edge === 'start' ? at : at + piece.textContent.length
}
