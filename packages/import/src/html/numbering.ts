/** Where a paragraph of an HTML document stands in a list, and by which number: of HTML itself, or as Word writes it. */
import type { Numbering } from '../flow.ts'
import { attribute, type Element } from './nodes.ts'

/** What Word draws before an item of a list: kept apart by conditional comments, which no parser keeps. */
const DRAWN_LABEL = /<!(?:--)?\[if !supportLists\](?:--)?>([\s\S]*?)<!(?:--)?\[endif\](?:--)?>/gi
const WORD_LEVEL = /mso-list\s*:\s*l\d+\s+level(\d)/i
/** Lists whose labels are letters or Roman numerals. */
const LETTERED = /list-style-type\s*:\s*["']?(?:lower|upper)-(?:alpha|latin|roman)/i

/** A list that is being read, with the items read so far. Level 0 is the outermost. */
export type ListPlace = {
  readonly level: number
  readonly ordered: boolean
  readonly lettered: boolean
  readonly start: number
  count: number
}

const MARK = 'data-drawn-label'

/** The source with the labels that Word draws in elements of their own. */
export function withDrawnLabels(source: string): string {
  return source.replace(DRAWN_LABEL, `<span ${MARK}>$1</span>`)
}

export function isDrawnLabel(node: Element): boolean {
  return attribute(node, MARK) !== undefined
}

/** Where the items of a list stand that is within another one, or within none. */
export function listPlace(node: Element, around: ListPlace | undefined): ListPlace {
  const start = Number.parseInt(attribute(node, 'start') ?? '1', 10)
  return {
    level: around === undefined ? 0 : around.level + 1,
    ordered: node.tagName === 'ol',
    lettered: isLettered(node),
    start: Number.isNaN(start) ? 1 : start,
    count: 0,
  }
}

/** The number of an item, which it counts. */
export function numberingOf(item: Element, list: ListPlace | undefined): Numbering {
  if (list === undefined) return { level: 0, ordered: false, label: undefined }
  list.count += 1
  const value = Number.parseInt(attribute(item, 'value') ?? '', 10)
  const number = Number.isNaN(value) ? list.start + list.count - 1 : value
  const counted = list.ordered && list.level === 0 && !list.lettered && !isLettered(item)
  return { level: list.level, ordered: list.ordered, label: counted ? `${number}.` : undefined }
}

/** The place in a list that Word writes into the style of a paragraph, with the label it draws. */
export function wordNumbering(node: Element): Numbering | undefined {
  const level = WORD_LEVEL.exec(attribute(node, 'style') ?? '')?.[1]
  if (level === undefined) return undefined
  const label = drawnLabel(node).replace(/\s+/g, '')
  // Bullets are drawn as signs of a symbol font, of which "o" is one.
  const ordered = /[\p{L}\p{N}]/u.test(label) && label !== 'o'
  return { level: Number(level) - 1, ordered, label: ordered ? label : undefined }
}

/** Deeper than this Word draws nothing. */
const LABEL_DEPTH = 6

/** The words of the drawn label inside an element. */
function drawnLabel(node: Element, drawn = false, depth = 0): string {
  if (depth > LABEL_DEPTH) return ''
  return node.childNodes
    .map((child) => {
      if ('value' in child) return drawn ? child.value : ''
      return 'tagName' in child ? drawnLabel(child, drawn || isDrawnLabel(child), depth + 1) : ''
    })
    .join('')
}

/** Whether its labels are letters or Roman numerals. */
function isLettered(node: Element): boolean {
  return /^[ai]$/i.test(attribute(node, 'type') ?? '') || LETTERED.test(attribute(node, 'style') ?? '')
}
