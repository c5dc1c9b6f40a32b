/** Reads HTML as the HTML standard parses it: headings, paragraphs, lists, emphasis, links, and `ins` and `del` as tracked changes. */
import { isLink } from '@entente/draft'
import { parse } from 'parse5'
import { ledger, type Change, type Flow, type FlowParagraph, type FlowRun, type Loss } from './flow.ts'
import { lookOf } from './html/look.ts'
import { attribute, MAX_DEPTH, type Element, type Node } from './html/nodes.ts'
import { holdsNotes, noteOf, notesIn, type Notes } from './html/notes.ts'
import { isDrawnLabel, listPlace, numberingOf, withDrawnLabels, wordNumbering, type ListPlace } from './html/numbering.ts'
import { writer, type Writer } from './html/writer.ts'
import { NotImported } from './refusal.ts'

type Marks = Pick<FlowRun, 'bold' | 'italic' | 'underline' | 'struck' | 'link' | 'changes'>
/** Where in the document something stands: what it inherits from the elements around it. */
type Place = { readonly marks: Marks; readonly list: ListPlace | undefined; readonly depth: number }
/** What the reading of a whole document comes to, and the notes it refers to. */
type Reading = { readonly flow: Writer; readonly count: (loss: Loss) => void; readonly notes: Notes }

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
/** Elements whose content is in paragraphs of its own. */
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

/** Elements whose name says how their words look. */
const NAMED: ReadonlyMap<string, Pick<Marks, 'bold' | 'italic' | 'underline' | 'struck'>> = new Map([
  ['strong', { bold: true }],
  ['b', { bold: true }],
  ['em', { italic: true }],
  ['i', { italic: true }],
  ['u', { underline: true }],
  ['s', { struck: true }],
  ['strike', { struck: true }],
])

/** Throws `NotImported`. */
export function readHtml(source: string): Flow {
  const { childNodes } = parse(withDrawnLabels(source))
  const { count, losses } = ledger()
  const flow = writer()
  walk(childNodes, { marks: {}, list: undefined, depth: 0 }, { flow, count, notes: notesIn(childNodes) })
  flow.end()
  return { title: titleOf(childNodes), paragraphs: flow.paragraphs, remarks: [], losses }
}

function walk(nodes: readonly Node[], place: Place, reading: Reading): void {
  if (place.depth > MAX_DEPTH) throw new NotImported('too-large', 'depth')
  const { flow } = reading
  for (const node of nodes) {
    if (node.nodeName === '#text' && 'value' in node) {
      const text = node.value.replace(/\s+/g, ' ')
      if (text !== '' && !(text === ' ' && flow.empty())) flow.say({ text, ...place.marks })
    } else if ('tagName' in node) element(node, place, reading)
  }
}

function element(node: Element, { marks: around, list, depth }: Place, reading: Reading): void {
  const { flow, count, notes } = reading
  const marks = marksIn(node, around)
  const within = (more: Marks = {}, place = list) =>
    walk(node.childNodes, { marks: { ...marks, ...more }, list: place, depth: depth + 1 }, reading)
  /** Its words are in no paragraph with those before and after it. */
  const apart = (role?: FlowParagraph['role'], place = list) => {
    flow.end()
    if (role !== undefined) flow.as(role)
    within({}, place)
    flow.end()
  }
  const name = node.tagName
  if (holdsNotes(node)) return
  const note = noteOf(node, notes)
  if (note !== undefined) return flow.say({ ...note, ...(marks.changes !== undefined && { changes: marks.changes }) })
  if (SILENT.has(name)) return name === 'svg' || name === 'object' ? count('pictures') : name === 'math' ? count('equations') : undefined
  if (lookOf(node).hidden || attribute(node, 'hidden') !== undefined) return count('hidden-text')
  if (marks.struck && !around.struck) count('strikethrough')
  if (/^h[1-6]$/.test(name)) return apart({ is: 'heading', level: Number(name[1]) })
  if (isDrawnLabel(node)) return
  if (BREAKING.has(name)) {
    const numbering = wordNumbering(node)
    return apart(numbering && { is: 'paragraph', numbering, indent: 0 })
  }
  switch (name) {
    case 'ul':
    case 'ol':
      return apart(undefined, listPlace(node, list))
    case 'li':
      return apart({ is: 'paragraph', numbering: numberingOf(node, list), indent: 0 })
    case 'table':
      count('tables')
      return apart()
    case 'tr':
      return apart()
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

/** The marks of the words in an element: those around it, what its name says, and over both what its own style says. */
function marksIn(node: Element, around: Marks): Marks {
  const { bold, italic, underline, struck, ...others } = around
  const named = NAMED.get(node.tagName)
  // Google Docs wraps everything it copies in a `b` that is not bold.
  const look = { bold, italic, underline, struck, ...named, ...lookOf(node) }
  // Whoever writes a link underlines it; that is not emphasis.
  const underlined = look.underline && node.tagName !== 'a' && others.link === undefined
  return {
    ...others,
    ...(look.bold && { bold: true }),
    ...(look.italic && { italic: true }),
    ...(underlined && { underline: true }),
    ...(look.struck && { struck: true }),
  }
}

function changeOf(node: Element, kind: Change['kind']): Change {
  const author = attribute(node, 'data-author') ?? attribute(node, 'data-username') ?? attribute(node, 'title') ?? ''
  return { kind, author: author.trim().slice(0, 200) || 'unnamed', at: attribute(node, 'datetime') }
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
