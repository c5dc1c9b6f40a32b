/** The comments, footnotes and endnotes of a document, by their ids. Replies are part of the comment they answer. */
import type { FlowRun, Remark } from '../flow.ts'
import { footnoteRun } from '../footnote.ts'
import { descendants, elementsOf, wordsIn, type XmlElement } from '../xml.ts'
import { attribute } from './attribute.ts'
import type { DocxPackage } from './package.ts'

export type RemarkBook = {
  readonly remarks: readonly Remark[]
  /** The number of a remark in `remarks`, by kind and id. */
  readonly number: (kind: Remark['kind'], id: string | undefined) => number | undefined
  /** What a footnote or endnote says that can be one of the text; all others are remarks. */
  readonly note: (kind: 'footnote' | 'endnote', id: string | undefined) => FlowRun | undefined
}

export function readRemarks({ comments, commentThreads, footnotes, endnotes }: DocxPackage): RemarkBook {
  const remarks: Remark[] = []
  const numbers = new Map<string, number>()
  const runs = new Map<string, FlowRun>()
  const keep = (kind: Remark['kind'], id: string, remark: Remark) => {
    if (remark.text === '') return
    numbers.set(`${kind} ${id}`, remarks.length)
    remarks.push(remark)
  }
  const parents = parentsOf(commentThreads)
  const all = elementsOf(comments, 'comment')
  const byParagraph = new Map(all.map((comment) => [lastParagraph(comment), comment]))
  const rootOf = (comment: XmlElement): XmlElement => {
    const parent = byParagraph.get(parents.get(lastParagraph(comment)) ?? '')
    return parent === undefined || parent === comment ? comment : parent
  }
  for (const comment of all) {
    if (rootOf(comment) !== comment) continue
    const replies = all.filter((other) => other !== comment && rootOf(other) === comment)
    const text = [textOf(comment), ...replies.map((reply) => `${attribute(reply, 'author') ?? ''}: ${textOf(reply)}`)].join('\n')
    const remark: Remark = { kind: 'comment', author: attribute(comment, 'author'), at: attribute(comment, 'date'), text }
    for (const one of [comment, ...replies]) {
      const number = numbers.get(`comment ${attribute(comment, 'id') ?? ''}`)
      if (number !== undefined) numbers.set(`comment ${attribute(one, 'id') ?? ''}`, number)
      else keep('comment', attribute(one, 'id') ?? '', remark)
    }
  }
  for (const [kind, notes] of [
    ['footnote', footnotes],
    ['endnote', endnotes],
  ] as const) {
    for (const note of elementsOf(notes, kind)) {
      // Separators between text and notes are stored as notes too.
      if (attribute(note, 'type') !== undefined && attribute(note, 'type') !== 'normal') continue
      const id = attribute(note, 'id') ?? ''
      const run = footnoteRun(textOf(note))
      if (run !== undefined) {
        runs.set(`${kind} ${id}`, run)
        continue
      }
      keep(kind, id, { kind, author: undefined, at: undefined, text: textOf(note) })
    }
  }
  return {
    remarks,
    number: (kind, id) => numbers.get(`${kind} ${id ?? ''}`),
    note: (kind, id) => runs.get(`${kind} ${id ?? ''}`),
  }
}

function textOf(remark: XmlElement): string {
  return elementsOf(remark, 'p')
    .map((paragraph) =>
      [...descendants(paragraph)]
        .filter(({ name }) => name === 't' || name === 'tab')
        .map((one) => (one.name === 'tab' ? ' ' : wordsIn(one)))
        .join(''),
    )
    .join('\n')
    .trim()
}

/** Threads of comments are told by the ids of their last paragraphs (MS-DOCX, 2.5.4.1). */
function parentsOf(threads: XmlElement | undefined): ReadonlyMap<string, string> {
  return new Map(
    elementsOf(threads, 'commentEx').flatMap((one) => {
      const child = attribute(one, 'paraId')
      const parent = attribute(one, 'paraIdParent')
      return child === undefined || parent === undefined ? [] : [[child, parent] as const]
    }),
  )
}

function lastParagraph(comment: XmlElement): string {
  const last = elementsOf(comment, 'p').at(-1)
  for (const [name, value] of last?.attributes ?? []) if (name.endsWith('}paraId')) return value
  return ''
}
