/** The words that changed, short enough for a notice: "added “and its sensors”". The sentence around them is the interface's. */
import type { Difference } from './compare.ts'

export type WordsChanged =
  | { readonly kind: 'inserted'; readonly text: string }
  | { readonly kind: 'deleted'; readonly text: string }
  | { readonly kind: 'replaced'; readonly text: string; readonly by: string }

export type Summary = {
  readonly changes: readonly WordsChanged[]
  /** How many further changes there are. */
  readonly more: number
}

/** How many changes a summary names, and how many characters it shows of each. */
const MAX_NAMED = 3
const MAX_SHOWN = 61

/** The first changes of a comparison, each shortened in the middle. A change of nothing but white space or paragraph ends is left out. */
export function summary(differences: readonly Difference[]): Summary {
  const all = changesIn(differences)
  return { changes: all.slice(0, MAX_NAMED), more: Math.max(0, all.length - MAX_NAMED) }
}

function changesIn(differences: readonly Difference[]): readonly WordsChanged[] {
  const changes: WordsChanged[] = []
  let deleted = ''
  let inserted = ''
  const close = () => {
    const [from, to] = [shown(deleted), shown(inserted)]
    if (from !== '' && to !== '') changes.push({ kind: 'replaced', text: from, by: to })
    else if (from !== '') changes.push({ kind: 'deleted', text: from })
    else if (to !== '') changes.push({ kind: 'inserted', text: to })
    deleted = ''
    inserted = ''
  }
  for (const { kind, text } of differences) {
    if (kind === 'same') close()
    else if (kind === 'deleted') deleted += text
    else inserted += text
  }
  close()
  return changes
}

function shown(text: string): string {
  const line = text.replace(/\p{White_Space}+/gu, ' ').trim()
  const characters = Array.from(line)
  if (characters.length <= MAX_SHOWN) return line
  const half = (MAX_SHOWN - 3) / 2
  const head = characters.slice(0, half + 1).join('')
  const tail = characters.slice(-half - 1).join('')
  return `${wholeWords(head, / [^ ]*$/, characters.slice(0, half))} … ${wholeWords(tail, /^[^ ]* /, characters.slice(-half))}`
}

/** Without the word that was cut off, unless that leaves too little: some scripts have no spaces. */
function wholeWords(part: string, cutWord: RegExp, characters: readonly string[]): string {
  const words = part.replace(cutWord, '')
  return words.length < part.length && words.length * 2 > part.length ? words : characters.join('').trim()
}
