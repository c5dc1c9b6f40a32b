/** Changes the words of one paragraph where they differ, then their marks. */
import * as Y from 'yjs'
import { smallestHunks } from './hunks.ts'
import { readText } from './read.ts'
import { joinedRuns, sameMarks } from './runs.ts'
import { wordTokens, type WordToken } from './tokens.ts'
import type { Run } from './text.ts'
import { marksOf } from './write.ts'

/** Makes the paragraph say exactly this. To be called in a transaction. */
export function rewriteWords(paragraph: Y.XmlElement, to: readonly Run[]): void {
  const words = openWords(paragraph)
  const [before, after] = [plain(words.runs()), plain(to)]
  const [starts, ends] = [offsetsOf(before), offsetsOf(after)]
  for (const hunk of smallestHunks(before, after).toReversed()) {
    const from = starts[hunk.before.start] ?? 0
    const until = starts[hunk.before.end] ?? 0
    // Inserted behind what goes: what others type there at the same time then stands in front of the new words.
    let at = until
    for (const run of slice(to, ends[hunk.after.start] ?? 0, ends[hunk.after.end] ?? 0)) {
      words.insert(at, run)
      at += run.text.length
    }
    words.delete(from, until)
  }
  remark(words, to)
}

function remark(words: Words, to: readonly Run[]): void {
  const from = words.runs()
  let at = 0
  for (const length of stretches(from, to)) {
    const [was] = slice(from, at, at + length)
    const [is] = slice(to, at, at + length)
    if (was !== undefined && is !== undefined && !sameMarks(was, is)) words.mark(at, length, was, is)
    at += length
  }
}

/** The lengths of the stretches within which neither side changes its marks. */
function stretches(one: readonly Run[], other: readonly Run[]): readonly number[] {
  const borders = new Set<number>()
  for (const runs of [one, other]) {
    let at = 0
    for (const { text } of runs) borders.add((at += text.length))
  }
  let last = 0
  return [...borders]
    .toSorted((a, b) => a - b)
    .map((border) => {
      const length = border - last
      last = border
      return length
    })
}

function plain(runs: readonly Run[]): readonly WordToken[] {
  const text = runs.map((run) => run.text).join('')
  return text === '' ? [] : wordTokens([{ text }])
}

/** Where each token begins, and where the last ends, in UTF-16 units. */
function offsetsOf(tokens: readonly WordToken[]): readonly number[] {
  const offsets = [0]
  for (const { text } of tokens) offsets.push((offsets.at(-1) ?? 0) + text.length)
  return offsets
}

function slice(runs: readonly Run[], from: number, to: number): readonly Run[] {
  let at = 0
  return runs.flatMap((run) => {
    const start = at
    at += run.text.length
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    return text === '' ? [] : [{ ...run, text }]
  })
}

type Words = ReturnType<typeof openWords>

/** The words of a paragraph as one row, though several shared texts may hold them. */
function openWords(paragraph: Y.XmlElement) {
  const texts = paragraph.toArray().map((child) => {
    if (!(child instanceof Y.XmlText)) throw new Error('A paragraph holds more than words')
    return child
  })
  if (texts.length === 0) {
    const text = new Y.XmlText()
    paragraph.insert(0, [text])
    texts.push(text)
  }
  const within = (from: number, to: number) => {
    let at = 0
    return texts.map((text) => {
      const start = at
      at += text.length
      return { text, from: Math.min(Math.max(0, from - start), text.length), to: Math.min(Math.max(0, to - start), text.length) }
    })
  }
  return {
    runs: (): readonly Run[] => joinedRuns(readText(paragraph).flatMap((block) => (block.type === 'paragraph' ? block.runs : []))),
    insert(at: number, run: Run) {
      let start = 0
      const home = texts.find((text) => at <= (start += text.length)) ?? texts.at(-1)
      home?.insert(at - (start - home.length), run.text, { ...marksOf(run) })
    },
    delete(from: number, to: number) {
      for (const part of within(from, to)) if (part.to > part.from) part.text.delete(part.from, part.to - part.from)
    },
    mark(at: number, length: number, was: Run, is: Run) {
      const ended = Object.fromEntries(Object.keys(marksOf(was)).map((mark) => [mark, null]))
      for (const part of within(at, at + length))
        if (part.to > part.from) part.text.format(part.from, part.to - part.from, { ...ended, ...marksOf(is) })
    },
  }
}
