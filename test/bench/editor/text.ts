/** The text both targets are measured on: clauses of equal length, the same words in the same places. */
import type { Text } from '@entente/draft'

export type Size = { readonly clauses: number; readonly words: number; readonly others: number }

/** The texts of the goals, many clauses and long ones, and a small one to try the bench with. */
export const sizes = {
  full: { clauses: 300, words: 200, others: 20 },
  long: { clauses: 12, words: 5_000, others: 20 },
  quick: { clauses: 60, words: 200, others: 20 },
} as const satisfies Readonly<Record<string, Size>>

const VOCABULARY =
  'the parties will withdraw all forces to a line not less than thirty kilometres from the line of contact and permit the monitor to verify each step within ten days of the report'.split(
    ' ',
  )

export function clauseWords(index: number, { words }: Pick<Size, 'words'>): string {
  return Array.from({ length: words }, (_, at) => VOCABULARY[(index * 7 + at) % VOCABULARY.length]).join(' ')
}

export function clauseText(index: number, size: Pick<Size, 'words'>): Text {
  return [{ type: 'paragraph', runs: [{ text: `${clauseWords(index, size)}.` }] }]
}
