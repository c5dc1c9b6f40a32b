/** What stands before a paragraph: "3.", "(a)", "PP2", "Article 7", a bullet. Typed numbers are not words of the clause. */
import type { FlowRun, Numbering } from './flow.ts'
import type { ReadParagraph } from './reading.ts'

export type Label =
  /** Begins a unit of the text. `level` counts from the outermost. */
  | { readonly is: 'number'; readonly level: number; readonly label: string; readonly kind: 'preambular' | 'operative' | undefined }
  /** Begins an item of a list inside a unit: 1 is the outermost level, or 0 where a word processor counts from the item itself. */
  | { readonly is: 'item'; readonly level: number; readonly ordered: boolean }
  | { readonly is: 'none' }

type Labelled = { readonly label: Label; readonly runs: readonly FlowRun[] }

const NAMED = /^\s*(PP|OP)\s?(\d{1,3}(?:\s?bis|\s?ter)?)[.):]?\s+/i
const ARTICLE = /^\s*((?:article|clause|paragraph|статья|стаття|пункт|المادة)\s+\d{1,3})[.):]?\s+/iu
const NUMBER = /^\s*(\d{1,3}(?:\.\d{1,3}){0,3})(?:[.)]\s+|\s{2,}|\t)/
const NUMBER_IN_BRACKETS = /^\s*\((\d{1,3})\)\s+/
const ROMAN = /^\s*\(?([ivxl]{1,6})[.)]\s+/
const LETTER = /^\s*\(?(\p{Ll}{1,2})[.)]\s+/u
const BULLET = /^\s*[•▪◦‣·*]\s+/

/** Tells the label of a paragraph and its runs without it. A number that the word processor made is not in the runs to begin with. */
export function labelOf({ role, runs }: ReadParagraph): Labelled {
  const numbering = role.is === 'paragraph' ? role.numbering : undefined
  if (numbering !== undefined) return { label: automatic(numbering), runs }
  const text = runs.map((run) => run.text).join('')
  const typed = typedLabel(text)
  return typed === undefined ? { label: { is: 'none' }, runs } : { label: typed.label, runs: withoutStart(runs, typed.length) }
}

function automatic({ level, ordered, label }: Numbering): Label {
  if (!ordered) return { is: 'item', level, ordered: false }
  const shown = label ?? ''
  if (/\d/.test(shown)) {
    const named = /^(PP|OP)/i.exec(shown)?.[1]?.toUpperCase()
    return { is: 'number', level, label: shown.trim(), kind: named === 'PP' ? 'preambular' : named === 'OP' ? 'operative' : undefined }
  }
  return { is: 'item', level, ordered: true }
}

function typedLabel(text: string): { readonly label: Label; readonly length: number } | undefined {
  const number = (found: RegExpExecArray, kind: 'preambular' | 'operative' | undefined, level = 0) => ({
    label: { is: 'number', level, label: found[0].trim(), kind } as const,
    length: found[0].length,
  })
  const item = (found: RegExpExecArray, level: number, ordered: boolean) => ({
    label: { is: 'item', level, ordered } as const,
    length: found[0].length,
  })
  const named = NAMED.exec(text)
  if (named !== null) return number(named, named[1]?.toUpperCase() === 'PP' ? 'preambular' : 'operative')
  const article = ARTICLE.exec(text)
  if (article !== null) return number(article, undefined)
  const plain = NUMBER.exec(text)
  if (plain !== null) return number(plain, undefined, (plain[1]?.split('.').length ?? 1) - 1)
  const bracketed = NUMBER_IN_BRACKETS.exec(text)
  if (bracketed !== null) return number(bracketed, undefined)
  // (i) is taken for a Roman numeral: lists that reach the ninth letter are rarer than lists inside lists.
  const roman = ROMAN.exec(text)
  if (roman !== null && !['l', 'x', 'v'].includes(roman[1] ?? '')) return item(roman, 2, true)
  const letter = LETTER.exec(text)
  if (letter !== null) return item(letter, 1, true)
  const bullet = BULLET.exec(text)
  return bullet === null ? undefined : item(bullet, 1, false)
}

/** The runs without their first characters. */
export function withoutStart(runs: readonly FlowRun[], length: number): readonly FlowRun[] {
  const rest: FlowRun[] = []
  let left = length
  for (const run of runs) {
    if (left >= run.text.length) {
      left -= run.text.length
      continue
    }
    rest.push(left === 0 ? run : { ...run, text: run.text.slice(left) })
    left = 0
  }
  return rest
}
