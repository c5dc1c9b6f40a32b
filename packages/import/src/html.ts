/** Reads HTML as the HTML standard parses it: headings, paragraphs, lists, emphasis, links, and `ins` and `del` as tracked changes. */
import { isLink } from '@entente/draft'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { ledger, type Change, type Flow, type FlowParagraph, type FlowRun, type Loss, type Numbering } from './flow.ts'
import { footnoteRun } from './footnote.ts'
import { importLimits } from './limits.ts'
import { NotImported } from './refusal.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** What Word draws before an item of a list: kept apart by conditional comments, which no parser keeps. */
const DRAWN_LABEL = /<!(?:--)?\[if !supportLists\](?:--)?>([\s\S]*?)<!(?:--)?\[endif\](?:--)?>/gi
const WORD_LEVEL = /mso-list\s*:\s*l\d+\s+level(\d)/i
/** Lists whose labels are letters or Roman numerals. */
const LETTERED = /list-style-type\s*:\s*["']?(?:lower|upper)-(?:alpha|latin|roman)/i

type Marks = Pick<FlowRun, 'bold' | 'italic' | 'underline' | 'link' | 'changes'>
type ListPlace = { readonly level: number; readonly ordered: boolean; readonly lettered: boolean; readonly start: number; count: number }

/** Elements whose content is never words. */
const SILENT = new Set([
  'head',
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'select',
  'button',
  'input',
  'nav',
])
const BREAKING = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'blockquote',
  'header',
  'footer',
  'figure',
  'figcaption',
  'address',
  'dl',
  'dt',
  'dd',
  'pre',
])
/** Deeper nesting is not a text somebody wrote. */
const MAX_DEPTH = 256

/** Throws `NotImported`. */
export function readHtml(source: string): Flow {
  const document = parse(source.replace(DRAWN_LABEL, '<span data-drawn-label>$1</span>'))
  const notes = notesIn(document.childNodes)
  const { count, losses } = ledger()
  const flow = writer()
  walk(document.childNodes, {}, undefined, 0, flow, count, notes)
  flow.end()
  return { title: titleOf(document.childNodes), paragraphs: flow.paragraphs, remarks: [], losses }
}

type Writer = {
  readonly paragraphs: FlowParagraph[]
  readonly say: (run: FlowRun) => void
  /** Ends the paragraph that is being written. */
  readonly end: () => void
  /** Says what the next paragraph is. */
  readonly as: (role: FlowParagraph['role']) => void
  /** Words so far in this paragraph. */
  readonly empty: () => boolean
}

function writer(): Writer {
  const paragraphs: FlowParagraph[] = []
  const plain: FlowParagraph['role'] = { is: 'paragraph', numbering: undefined, indent: 0 }
  let runs: FlowRun[] = []
  let role: FlowParagraph['role'] = plain
  let characters = 0
  return {
    paragraphs,
    say(run) {
      characters += run.text.length
      if (characters > importLimits.characters) throw new NotImported('too-large', 'characters')
      runs.push(run)
    },
    end() {
      if (runs.some(({ text }) => text.trim() !== '')) paragraphs.push({ role, runs })
      if (runs.length > 0) role = plain
      runs = []
    },
    as: (next) => void (role = next),
    empty: () => runs.every(({ text }) => text.trim() === ''),
  }
}

function walk(
  nodes: readonly Node[],
  marks: Marks,
  list: ListPlace | undefined,
  depth: number,
  flow: Writer,
  count: (loss: Loss) => void,
  notes: Notes,
): void {
  if (depth > MAX_DEPTH) throw new NotImported('too-large', 'depth')
  for (const node of nodes) {
    if (node.nodeName === '#text' && 'value' in node) {
      const text = node.value.replace(/\s+/g, ' ')
      if (text !== '' && !(text === ' ' && flow.empty())) flow.say({ text, ...marks })
    } else if ('tagName' in node) element(node, marks, list, depth, flow, count, notes)
  }
}

function element(
  node: Element,
  marks: Marks,
  list: ListPlace | undefined,
  depth: number,
  flow: Writer,
  count: (loss: Loss) => void,
  notes: Notes,
): void {
  const within = (more: Marks = {}, place = list) => walk(node.childNodes, { ...marks, ...more }, place, depth + 1, flow, count, notes)
  const name = node.tagName
  if (roleOf(node) === 'doc-endnotes' || roleOf(node) === 'doc-footnote') return
  const note = noteOf(node, notes)
  if (note !== undefined) return flow.say({ ...note, ...(marks.changes !== undefined && { changes: marks.changes }) })
  if (SILENT.has(name)) return name === 'svg' || name === 'object' ? count('pictures') : name === 'math' ? count('equations') : undefined
  if (/(^|;)\s*display\s*:\s*none/i.test(attribute(node, 'style') ?? '') || attribute(node, 'hidden') !== undefined)
    return count('hidden-text')
  if (/^h[1-6]$/.test(name)) {
    flow.end()
    flow.as({ is: 'heading', level: Number(name[1]) })
    within()
    return flow.end()
  }
  if (attribute(node, 'data-drawn-label') !== undefined) return undefined
  if (BREAKING.has(name)) {
    flow.end()
    const numbering = wordNumbering(node)
    if (numbering !== undefined) flow.as({ is: 'paragraph', numbering, indent: 0 })
    within()
    return flow.end()
  }
  switch (name) {
    case 'ul':
    case 'ol': {
      flow.end()
      const start = Number.parseInt(attribute(node, 'start') ?? '1', 10)
      within(
        {},
        {
          level: list === undefined ? 0 : list.level + 1,
          ordered: name === 'ol',
          lettered: isLettered(node),
          start: Number.isNaN(start) ? 1 : start,
          count: 0,
        },
      )
      return flow.end()
    }
    case 'li':
      flow.end()
      flow.as({ is: 'paragraph', numbering: numberingOf(node, list), indent: 0 })
      within()
      return flow.end()
    case 'table':
      count('tables')
      flow.end()
      within()
      return flow.end()
    case 'tr':
      flow.end()
      within()
      return flow.end()
    case 'td':
    case 'th':
      if (!flow.empty()) flow.say({ text: ' | ' })
      return within()
    case 'br':
      return flow.say({ text: ' ', ...marks })
    case 'img':
    case 'video':
    case 'canvas':
      return count('pictures')
    case 'strong':
    case 'b':
      // Google Docs wraps everything it copies in a `b` that is not bold.
      return within(/font-weight\s*:\s*normal/i.test(attribute(node, 'style') ?? '') ? {} : { bold: true })
    case 'em':
    case 'i':
      return within({ italic: true })
    case 'u':
      return within({ underline: true })
    case 's':
    case 'strike':
      count('strikethrough')
      return within()
    case 'sub':
    case 'sup':
      count('scripts')
      return within()
    case 'ins':
    case 'del':
      return within({ changes: [...(marks.changes ?? []), changeOf(node, name === 'ins' ? 'inserted' : 'deleted')] })
    case 'a': {
      const href = attribute(node, 'href')
      if (href === undefined || href.startsWith('#')) return within()
      if (isLink(href)) return within({ link: href })
      count('links')
      return within()
    }
    default:
      return within()
  }
}

/** What the elements with an id say, without the way back to where they are referred to: the notes of the document are among them. */
type Notes = ReadonlyMap<string, string>

function notesIn(nodes: readonly Node[], within = false, found = new Map<string, string>(), depth = 0): Notes {
  for (const node of nodes) {
    if (!('tagName' in node) || depth > MAX_DEPTH) continue
    const role = roleOf(node)
    const noted = within || role === 'doc-endnotes' || role === 'doc-footnote'
    const id = attribute(node, 'id')
    if (noted && id !== undefined) found.set(id, wordsIn(node))
    notesIn(node.childNodes, noted, found, depth + 1)
  }
  return found
}

function wordsIn(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  return 'tagName' in node && roleOf(node) !== 'doc-backlink' ? node.childNodes.map(wordsIn).join('') : ''
}

/** The note that an element refers to (DPUB-ARIA), also through what only raises it. */
function noteOf(node: Element, notes: Notes): FlowRun | undefined {
  const [only, ...others] = node.childNodes
  if (node.tagName === 'sup' && only !== undefined && 'tagName' in only && others.length === 0) return noteOf(only, notes)
  if (roleOf(node) !== 'doc-noteref') return undefined
  const said = notes.get((attribute(node, 'href') ?? '').replace(/^#/, ''))
  return said === undefined ? undefined : footnoteRun(said)
}

function roleOf(node: Element): string | undefined {
  return attribute(node, 'role')
}

function numberingOf(item: Element, list: ListPlace | undefined): Numbering {
  if (list === undefined) return { level: 0, ordered: false, label: undefined }
  list.count += 1
  const value = Number.parseInt(attribute(item, 'value') ?? '', 10)
  const number = Number.isNaN(value) ? list.start + list.count - 1 : value
  const counted = list.ordered && list.level === 0 && !list.lettered && !isLettered(item)
  return { level: list.level, ordered: list.ordered, label: counted ? `${number}.` : undefined }
}

/** The place in a list that Word writes into the style of a paragraph, with the label it draws. */
function wordNumbering(node: Element): Numbering | undefined {
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
      return 'tagName' in child ? drawnLabel(child, drawn || attribute(child, 'data-drawn-label') !== undefined, depth + 1) : ''
    })
    .join('')
}

function isLettered(node: Element): boolean {
  return /^[ai]$/i.test(attribute(node, 'type') ?? '') || LETTERED.test(attribute(node, 'style') ?? '')
}

function changeOf(node: Element, kind: Change['kind']): Change {
  const author = attribute(node, 'data-author') ?? attribute(node, 'data-username') ?? attribute(node, 'title') ?? ''
  return { kind, author: author.trim().slice(0, 200) || 'unnamed', at: attribute(node, 'datetime') }
}

function attribute(node: Element, name: string): string | undefined {
  return node.attrs.find((one) => one.name === name)?.value
}

function titleOf(nodes: readonly Node[]): string | undefined {
  for (const node of nodes) {
    if (!('tagName' in node)) continue
    if (node.tagName === 'title') {
      const text = node.childNodes
        .map((one) => ('value' in one ? one.value : ''))
        .join('')
        .trim()
      return text === '' ? undefined : text
    }
    const below = node.tagName === 'html' || node.tagName === 'head' ? titleOf(node.childNodes) : undefined
    if (below !== undefined) return below
  }
  return undefined
}
