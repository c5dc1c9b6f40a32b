/** The automatic numbers of paragraphs: counted as a word processor counts them, so that the outline can go by what a reader sees. */
import type { Numbering } from '../flow.ts'
import { child, elementsOf, type XmlElement } from '../xml.ts'
import { attribute } from './attribute.ts'

type Level = { readonly format: string; readonly text: string; readonly start: number }

/** Counts on with every paragraph it is told of, in document order. */
export type Counter = (id: string, level: number) => Numbering | undefined

const LEVELS = 9

export function readNumbering(numbering: XmlElement | undefined): Counter {
  const abstract = new Map(elementsOf(numbering, 'abstractNum').map((one) => [attribute(one, 'abstractNumId') ?? '', levelsOf(one)]))
  const lists = new Map(
    elementsOf(numbering, 'num').map((one) => {
      const of = attribute(child(one, 'abstractNumId'), 'val') ?? ''
      return [attribute(one, 'numId') ?? '', { of, levels: abstract.get(of) ?? [] }]
    }),
  )
  const counts = new Map<string, number[]>()
  return (id, level) => {
    const list = lists.get(id)
    const at = list?.levels[level]
    if (list === undefined || at === undefined || level >= LEVELS) return undefined
    const count = counts.get(list.of) ?? []
    counts.set(list.of, [
      ...Array.from({ length: level }, (_, index) => count[index] ?? list.levels[index]?.start ?? 1),
      (count[level] ?? at.start - 1) + 1,
    ])
    if (at.format === 'none') return undefined
    const now = counts.get(list.of) ?? []
    const label = at.text.replace(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1
      return numeral(now[index] ?? 1, list.levels[index]?.format ?? 'decimal')
    })
    return at.format === 'bullet' ? { level, ordered: false, label: undefined } : { level, ordered: true, label }
  }
}

function levelsOf(abstract: XmlElement): readonly Level[] {
  const levels: Level[] = []
  for (const level of elementsOf(abstract, 'lvl')) {
    const index = Number(attribute(level, 'ilvl') ?? 0)
    if (!(index >= 0 && index < LEVELS)) continue
    levels[index] = {
      format: attribute(child(level, 'numFmt'), 'val') ?? 'decimal',
      text: attribute(child(level, 'lvlText'), 'val') ?? `%${index + 1}.`,
      start: Number(attribute(child(level, 'start'), 'val') ?? 1),
    }
  }
  return levels
}

function numeral(value: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(value)
    case 'upperLetter':
      return letters(value).toUpperCase()
    case 'lowerRoman':
      return roman(value)
    case 'upperRoman':
      return roman(value).toUpperCase()
    case 'decimalZero':
      return String(value).padStart(2, '0')
    default:
      return String(value)
  }
}

function letters(value: number): string {
  const index = Math.max(0, value - 1)
  return String.fromCodePoint(97 + (index % 26)).repeat(Math.min(10, Math.floor(index / 26) + 1))
}

function roman(value: number): string {
  const tens = ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx', 'xc']
  const ones = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix']
  return value > 0 && value < 100 ? `${tens[Math.floor(value / 10)] ?? ''}${ones[value % 10] ?? ''}` : String(value)
}
