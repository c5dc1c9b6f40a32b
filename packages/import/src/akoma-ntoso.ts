/**
 * Reads Akoma Ntoso (OASIS LegalDocML 1.0, 2018): the structure is in the elements, so nothing has to be guessed.
 *
 * Containers of containers become headings; the innermost container becomes a numbered paragraph, and the lists in it its items.
 */
import { footnoteRun } from './footnote.ts'
import { isLink } from '@entente/draft'
import { ledger, type Change, type Flow, type FlowParagraph, type FlowRun, type Loss } from './flow.ts'
import { NotImported } from './refusal.ts'
import { child, descendants, elementsOf, parseXml, wordsIn, type XmlElement } from './xml.ts'

const NAMESPACE = /^http:\/\/docs\.oasis-open\.org\/legaldocml\/ns\/akn\//
const CONTAINERS = new Set(
  'book part title chapter section subpart subchapter subdivision article paragraph subparagraph clause subclause alinea hcontainer rule point indent list division tome transitional'.split(
    ' ',
  ),
)
const OUTSIDE = new Set(['meta', 'coverPage', 'conclusions', 'attachments', 'components', 'authorialNote'])

type Marks = Pick<FlowRun, 'bold' | 'italic' | 'underline' | 'link' | 'changes'>

/** Throws `NotImported`. */
export function readAkomaNtoso(source: string): Flow {
  const root = parseXml(source)
  if (root.name !== 'akomaNtoso' || !NAMESPACE.test(root.space)) throw new NotImported('unreadable', 'not Akoma Ntoso')
  const { count, losses } = ledger()
  const paragraphs: FlowParagraph[] = []
  const document = elementsOf(root)[0]
  if (document === undefined) throw new NotImported('empty')
  const notes: string[] = []
  blocks(document, 1, { paragraphs, count, notes })
  const title = [...descendants(document)].find(({ name }) => name === 'docTitle' || name === 'shortTitle')
  return {
    title: title && folded(wordsIn(title)),
    paragraphs,
    remarks: notes.map((text) => ({ kind: 'footnote' as const, author: undefined, at: undefined, text })),
    losses,
  }
}

type Into = { readonly paragraphs: FlowParagraph[]; readonly count: (loss: Loss) => void; readonly notes: string[] }

function blocks(holder: XmlElement, depth: number, into: Into): void {
  for (const element of elementsOf(holder)) {
    if (OUTSIDE.has(element.name)) {
      if (element.name === 'attachments' || element.name === 'conclusions') into.count('unknown-elements')
    } else if (CONTAINERS.has(element.name)) container(element, depth, into)
    else if (element.name === 'recital' || element.name === 'citation') container(element, depth, into)
    else if (element.name === 'blockList' || element.name === 'ul' || element.name === 'ol') list(element, 1, into)
    else if (element.name === 'table') table(element, into)
    else if (element.name === 'p' || element.name === 'block' || element.name === 'longTitle' || element.name === 'formula') {
      if (element.name !== 'longTitle' && element.name !== 'formula') into.paragraphs.push(paragraph(element, undefined, into))
    } else if (element.name !== 'num' && element.name !== 'heading') blocks(element, depth, into)
  }
}

function container(element: XmlElement, depth: number, into: Into): void {
  const label = textOf(child(element, 'num'))
  const heading = textOf(child(element, 'heading'))
  const inner = elementsOf(element).some(({ name }) => CONTAINERS.has(name))
  const isItem = ['point', 'indent', 'subparagraph', 'subclause', 'alinea'].includes(element.name)
  if (inner && !isItem) {
    into.paragraphs.push({
      role: { is: 'heading', level: depth },
      runs: [{ text: headingOf(label, heading) || element.name }],
    })
    return blocks(element, depth + 1, into)
  }
  const from = into.paragraphs.length
  const content = elementsOf(element).filter(({ name }) => name !== 'num' && name !== 'heading')
  for (const part of content) blocks({ ...part, children: [part] }, depth + 1, into)
  const first = into.paragraphs[from]
  const level = isItem ? 1 : 0
  const numbering = { level, ordered: true, label: label === '' ? undefined : label }
  if (first === undefined) return
  const runs = heading === '' ? first.runs : [{ text: heading, bold: true as const }, { text: ' ' }, ...first.runs]
  const recital = element.name === 'recital' || element.name === 'citation'
  into.paragraphs[from] = {
    ...first,
    role: { is: 'paragraph', numbering: recital && label === '' ? undefined : numbering, indent: 0 },
    runs,
  }
}

/** As it would be typed, so that the outline finds the number again. */
function headingOf(label: string, heading: string): string {
  return label === '' || heading === '' ? label || heading : `${label.replace(/[.):]+$/, '')}. ${heading}`
}

function list(element: XmlElement, level: number, into: Into): void {
  const ordered = element.name !== 'ul'
  for (const item of elementsOf(element)) {
    if (item.name === 'listIntroduction' || item.name === 'listWrapUp') into.paragraphs.push(paragraph(item, undefined, into))
    if (item.name !== 'item' && item.name !== 'li') continue
    const numbering = { level, ordered, label: textOf(child(item, 'num')) || undefined }
    const lists = elementsOf(item).filter(({ name }) => name === 'blockList' || name === 'ul' || name === 'ol')
    const words = item.children.filter((one) => typeof one === 'string' || !['num', 'blockList', 'ul', 'ol'].includes(one.name))
    into.paragraphs.push(paragraph({ ...item, children: words }, numbering, into))
    for (const one of lists) list(one, level + 1, into)
  }
}

function table(element: XmlElement, into: Into): void {
  into.count('tables')
  for (const row of descendants(element)) {
    if (row.name !== 'tr') continue
    const cells = elementsOf(row).map((cell) => runsOf(cell, {}, into))
    into.paragraphs.push({
      role: { is: 'paragraph', numbering: undefined, indent: 0 },
      runs: cells.flatMap((runs, index) => (index === 0 ? runs : [{ text: ' | ' }, ...runs])),
    })
  }
}

function paragraph(
  element: XmlElement,
  numbering: Extract<FlowParagraph['role'], { is: 'paragraph' }>['numbering'],
  into: Into,
): FlowParagraph {
  const titled = [...descendants(element)].some(({ name }) => name === 'docTitle')
  return { role: titled ? { is: 'title' } : { is: 'paragraph', numbering, indent: 0 }, runs: runsOf(element, {}, into) }
}

function runsOf(element: XmlElement, marks: Marks, into: Into): readonly FlowRun[] {
  const runs: FlowRun[] = []
  for (const one of element.children) {
    if (typeof one === 'string') {
      if (one !== '') runs.push({ text: one.replace(/\s+/g, ' '), ...marks })
      continue
    }
    const within = (more: Marks = {}) => runs.push(...runsOf(one, { ...marks, ...more }, into))
    switch (one.name) {
      case 'b':
        within({ bold: true })
        break
      case 'i':
        within({ italic: true })
        break
      case 'u':
        within({ underline: true })
        break
      case 'ins':
      case 'del':
        within({ changes: [...(marks.changes ?? []), changeOf(one)] })
        break
      case 'a':
      case 'ref': {
        const href = one.attributes.get('href') ?? ''
        if (isLink(href)) within({ link: href })
        else {
          into.count('cross-references')
          within()
        }
        break
      }
      case 'sub':
      case 'sup':
        into.count('scripts')
        within()
        break
      case 'img':
        into.count('pictures')
        break
      case 'authorialNote': {
        const note = footnoteRun(wordsIn(one))
        if (note !== undefined) {
          runs.push(note)
          break
        }
        into.notes.push(folded(wordsIn(one)))
        const last = runs.at(-1)
        if (last !== undefined) runs[runs.length - 1] = { ...last, remarks: [...(last.remarks ?? []), into.notes.length - 1] }
        break
      }
      case 'eol':
      case 'br':
        runs.push({ text: ' ', ...marks })
        break
      default:
        within()
    }
  }
  return runs
}

function changeOf(element: XmlElement): Change {
  const author = (element.attributes.get('source') ?? '').replace(/^#/, '')
  return { kind: element.name === 'ins' ? 'inserted' : 'deleted', author: author.slice(0, 200) || 'unnamed' }
}

function textOf(element: XmlElement | undefined): string {
  return element === undefined ? '' : folded(wordsIn(element))
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
