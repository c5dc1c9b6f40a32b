/**
 * Which way words run.
 *
 * HTML and PDF order mixed text by the Unicode bidirectional algorithm (UAX #9) once they know a line's own direction. Word must be told
 * for every run, so the part of the algorithm that matters for one level of embedding is done here.
 */
import type { Direction, Inline, Line } from './paper.ts'

/** Script extensions, because marks, the tatweel and Arabic punctuation are shared by several scripts. */
const RIGHT_TO_LEFT = /[\p{scx=Arab}\p{scx=Hebr}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}\p{scx=Adlm}]/u
const LETTER = /\p{L}/u
const DIGIT = /\p{Nd}/u
const MARK = /\p{M}/u

/** The direction of a line: that of its first letter (UAX #9, P2), names of delegations apart. */
export function directionOf(line: Line, otherwise: Direction): Direction {
  for (const { text, role } of line) {
    if (role !== undefined) continue
    for (const character of text) {
      const strong = strongDirection(character)
      if (strong !== undefined) return strong
    }
  }
  return otherwise
}

export type DirectedInline = { readonly inline: Inline; readonly text: string; readonly direction: Direction }

/**
 * The line cut where its direction turns. Marks go with their letter (W1), digits follow the letters before them (W2, W7), everything
 * between letters that run the same way goes with them (N1), the rest follows the line (N2).
 */
export function directed(line: Line, base: Direction): readonly DirectedInline[] {
  const characters = line.flatMap((inline) => Array.from(inline.text, (character) => ({ inline, character })))
  const directions = resolve(
    characters.map(({ character }) => character),
    base,
  )
  const runs: { inline: Inline; text: string; direction: Direction }[] = []
  for (const [index, { inline, character }] of characters.entries()) {
    const direction = directions[index] ?? base
    const last = runs.at(-1)
    if (last?.inline === inline && last.direction === direction) last.text += character
    else runs.push({ inline, text: character, direction })
  }
  return runs
}

function resolve(characters: readonly string[], base: Direction): readonly Direction[] {
  let letters = base
  const own = characters.map((character) => {
    const strong = strongDirection(character)
    letters = strong ?? letters
    return strong ?? (DIGIT.test(character) || MARK.test(character) ? letters : undefined)
  })
  const following = own.slice()
  let next = base
  for (let index = own.length - 1; index >= 0; index -= 1) {
    next = own[index] ?? next
    following[index] = next
  }
  let before = base
  return own.map((direction, index) => {
    before = direction ?? before
    return direction ?? (before === following[index] ? before : base)
  })
}

function strongDirection(character: string): Direction | undefined {
  if (RIGHT_TO_LEFT.test(character)) return 'rtl'
  return LETTER.test(character) ? 'ltr' : undefined
}
