/**
 * An agenda as lines of text: one item on each, and after a colon the numbers of the clauses it is about. `Withdrawal: 2, 8` is an item
 * about clauses 2 and 8; `Organisation of work: the calendar` has no numbers after its colon, so the whole line is its title.
 */
import type { AgendaItem, ClauseId } from '@entente/agreement'

/** Numbers as the text shows them, `2` or `PP3`. */
type Numbers = ReadonlyMap<ClauseId, string>

export function agendaOf(lines: string, numbers: Numbers): readonly AgendaItem[] {
  const clauses = new Map([...numbers].map(([clause, number]) => [number.toLowerCase(), clause]))
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): AgendaItem => {
      const at = line.lastIndexOf(':')
      const named =
        at === -1
          ? []
          : line
              .slice(at + 1)
              .split(/[\s,]+/)
              .filter((word) => word !== '')
      const found = named.flatMap((word) => clauses.get(word.toLowerCase()) ?? [])
      const title = line.slice(0, at).trim()
      return found.length > 0 && found.length === named.length && title !== '' ? { title, clauses: found } : { title: line }
    })
}

export function linesOf(items: readonly AgendaItem[], numbers: Numbers): string {
  return items
    .map(({ title, clauses = [] }) => {
      const named = clauses.flatMap((clause) => numbers.get(clause) ?? [])
      return named.length === 0 ? title : `${title}: ${named.join(', ')}`
    })
    .join('\n')
}
