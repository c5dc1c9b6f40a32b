/** What stands inside a paragraph: words with their emphasis, links, tracked changes and remarks. */
import { isLink } from '@entente/draft'
import type { Change, FlowRun, Loss } from '../flow.ts'
import { child, descendants, wordsIn, type XmlElement } from '../xml.ts'
import { attribute, isOn } from './attribute.ts'
import type { RemarkBook } from './remarks.ts'
import type { Style } from './styles.ts'

export type RunContext = {
  readonly styleOf: (id: string | undefined) => Style
  readonly links: ReadonlyMap<string, string>
  readonly book: RemarkBook
  readonly count: (loss: Loss) => void
}

/** Comments and fields begin in one paragraph and may end in another, so what is open is kept from paragraph to paragraph. */
export type Openings = {
  readonly remarks: Set<number>
  /** Fields that have begun, outermost first: an instruction is not part of the text, a result is. */
  readonly fields: { part: 'instruction' | 'result'; instruction: string }[]
}

type Around = { readonly changes: readonly Change[]; readonly link: string | undefined }

/** The runs of a paragraph, or of anything that holds runs. */
export function readRuns(holder: XmlElement, context: RunContext, open: Openings): readonly FlowRun[] {
  const runs: FlowRun[] = []
  read(holder, { changes: [], link: undefined }, context, open, runs)
  return runs
}

function read(holder: XmlElement, around: Around, context: RunContext, open: Openings, runs: FlowRun[]): void {
  for (const element of holder.children) {
    if (typeof element === 'string') continue
    const within = (more: Partial<Around> = {}) => read(element, { ...around, ...more }, context, open, runs)
    switch (element.name) {
      case 'r':
        readRun(element, around, context, open, runs)
        break
      case 'ins':
        within({ changes: [...around.changes, changeOf(element, 'inserted')] })
        break
      case 'del':
        within({ changes: [...around.changes, changeOf(element, 'deleted')] })
        break
      case 'moveTo':
        within({ changes: [...around.changes, changeOf(element, 'inserted')] })
        break
      case 'moveFrom':
        context.count('moves')
        within({ changes: [...around.changes, changeOf(element, 'deleted')] })
        break
      case 'hyperlink':
        within(linkOf(context.links.get(attributeOfAny(element, 'id') ?? ''), context))
        break
      case 'fldSimple':
        fieldCounted(attribute(element, 'instr') ?? '', context)
        within()
        break
      case 'commentRangeStart':
        begin(context.book.number('comment', attribute(element, 'id')), open)
        break
      case 'commentRangeEnd':
        open.remarks.delete(context.book.number('comment', attribute(element, 'id')) ?? -1)
        break
      case 'oMath':
      case 'oMathPara':
        context.count('equations')
        break
      case 'sdt':
      case 'sdtContent':
      case 'smartTag':
      case 'customXml':
      case 'dir':
      case 'bdo':
        within()
        break
      case 'pPr':
      case 'sdtPr':
      case 'sdtEndPr':
      case 'bookmarkStart':
      case 'bookmarkEnd':
      case 'proofErr':
      case 'permStart':
      case 'permEnd':
      case 'moveFromRangeStart':
      case 'moveFromRangeEnd':
      case 'moveToRangeStart':
      case 'moveToRangeEnd':
        break
      default:
        context.count('unknown-elements')
    }
  }
}

function readRun(run: XmlElement, around: Around, context: RunContext, open: Openings, runs: FlowRun[]): void {
  const properties = child(run, 'rPr')
  const style = context.styleOf(attribute(child(properties, 'rStyle'), 'val'))
  const has = (name: string, was: boolean) => (child(properties, name) === undefined ? was : isOn(child(properties, name)))
  const hidden = has('vanish', style.hidden)
  if (child(properties, 'rPrChange') !== undefined) context.count('formatting-changes')
  const say = (text: string) => {
    if (text === '' || open.fields.some(({ part }) => part === 'instruction')) return
    if (hidden) return context.count('hidden-text')
    if (has('strike', false) || has('dstrike', false)) context.count('strikethrough')
    if (child(properties, 'vertAlign') !== undefined) context.count('scripts')
    const link = around.link ?? fieldLink(open)
    runs.push({
      text,
      ...(has('b', style.bold) && { bold: true }),
      ...(has('i', style.italic) && { italic: true }),
      // The underline of a link is its looks, not emphasis.
      ...(has('u', style.underline) && link === undefined && { underline: true }),
      ...(link !== undefined && { link }),
      ...(around.changes.length > 0 && { changes: around.changes }),
      ...(open.remarks.size > 0 && { remarks: [...open.remarks] }),
    })
  }
  const note = (found: FlowRun | number | undefined) => {
    if (typeof found !== 'object') return attach(found, runs)
    if (open.fields.some(({ part }) => part === 'instruction')) return
    runs.push({
      ...found,
      ...(around.changes.length > 0 && { changes: around.changes }),
      ...(open.remarks.size > 0 && { remarks: [...open.remarks] }),
    })
  }
  for (const element of run.children) {
    if (typeof element === 'string') continue
    readPiece(element, say, note, context, open, runs)
  }
}

function readPiece(
  element: XmlElement,
  say: (text: string) => void,
  note: (note: FlowRun | number | undefined) => void,
  context: RunContext,
  open: Openings,
  runs: FlowRun[],
): void {
  switch (element.name) {
    case 't':
    case 'delText':
      return say(wordsIn(element))
    case 'tab':
    case 'ptab':
    case 'cr':
      return say(' ')
    case 'br':
      return say(attribute(element, 'type') === 'page' ? '' : ' ')
    case 'noBreakHyphen':
      return say('\u2011')
    case 'sym':
      context.count('symbols')
      return say(symbol(attribute(element, 'char')))
    case 'fldChar':
      return field(element, context, open)
    case 'instrText':
    case 'delInstrText': {
      const inner = open.fields.at(-1)
      if (inner !== undefined) inner.instruction += wordsIn(element)
      return
    }
    case 'commentReference':
      return attach(context.book.number('comment', attribute(element, 'id')), runs)
    case 'footnoteReference':
      return note(context.book.note('footnote', attribute(element, 'id')) ?? context.book.number('footnote', attribute(element, 'id')))
    case 'endnoteReference':
      return note(context.book.note('endnote', attribute(element, 'id')) ?? context.book.number('endnote', attribute(element, 'id')))
    case 'drawing':
    case 'pict':
    case 'object':
    case 'AlternateContent':
      return context.count([...descendants(element)].some(({ name }) => name === 'txbxContent') ? 'text-boxes' : 'pictures')
    case 'rPr':
    case 'softHyphen':
    case 'lastRenderedPageBreak':
    case 'annotationRef':
    case 'footnoteRef':
    case 'endnoteRef':
    case 'separator':
    case 'continuationSeparator':
      return
    case 'ruby': {
      for (const one of descendants(element)) if (one.name === 't') say(wordsIn(one))
      return
    }
    default:
      return context.count('unknown-elements')
  }
}

export function changeOf(element: XmlElement, kind: Change['kind']): Change {
  return { kind, author: (attribute(element, 'author') ?? '').trim().slice(0, 200) || 'unnamed', at: attribute(element, 'date') }
}

function field(element: XmlElement, context: RunContext, open: Openings): void {
  switch (attribute(element, 'fldCharType')) {
    case 'begin':
      open.fields.push({ part: 'instruction', instruction: '' })
      break
    case 'separate': {
      const inner = open.fields.at(-1)
      if (inner !== undefined) inner.part = 'result'
      break
    }
    case 'end': {
      const ended = open.fields.pop()
      if (ended !== undefined) fieldCounted(ended.instruction, context)
      break
    }
    default:
      context.count('fields')
  }
}

function fieldCounted(instruction: string, context: RunContext): void {
  const name = instruction.trim().split(/\s+/)[0]?.toUpperCase() ?? ''
  if (name === 'HYPERLINK') return
  context.count(['REF', 'PAGEREF', 'NOTEREF'].includes(name) ? 'cross-references' : 'fields')
}

/** The address of the innermost HYPERLINK field whose result is being read. */
function fieldLink(open: Openings): string | undefined {
  for (const { part, instruction } of open.fields.toReversed()) {
    const address = part === 'result' ? /^\s*HYPERLINK\s+"([^"]+)"/i.exec(instruction)?.[1] : undefined
    if (address !== undefined && isLink(address)) return address
  }
  return undefined
}

function linkOf(address: string | undefined, context: RunContext): Partial<Around> {
  if (address === undefined) return {}
  if (isLink(address)) return { link: address }
  context.count('links')
  return {}
}

/** Relationship ids stand in another namespace than everything around them. */
function attributeOfAny(element: XmlElement, name: string): string | undefined {
  for (const [key, value] of element.attributes) if (key.endsWith(`}${name}`)) return value
  return undefined
}

function begin(remark: number | undefined, open: Openings): void {
  if (remark !== undefined) open.remarks.add(remark)
}

/** A note stands at the end of the words it is about. */
function attach(remark: number | undefined, runs: FlowRun[]): void {
  const last = runs.at(-1)
  if (remark === undefined || last === undefined || last.remarks?.includes(remark)) return
  runs[runs.length - 1] = { ...last, remarks: [...(last.remarks ?? []), remark] }
}

/** Symbol fonts keep their signs in the private use area, where nobody else can read them. */
function symbol(code: string | undefined): string {
  const value = Number.parseInt(code ?? '', 16)
  return Number.isNaN(value) || (value >= 0xe000 && value <= 0xf8ff) ? '\u25a1' : String.fromCodePoint(value)
}
