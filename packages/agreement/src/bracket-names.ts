/**
 * The names of square brackets: ids that the text carries.
 *
 * A name stands in one clause only, because what was said of a bracket is said of that name. Where words come to stand in a second clause,
 * brackets that stay in the first get names of their own in the second.
 */
import { z } from 'zod'
import { BracketId } from './ids.ts'
import { MAX_BELONGINGS } from './limits.ts'
import { paragraphsOf, type Block, type Text } from './text.ts'

/** Brackets, each with its name in another clause. */
export const BracketNames = z.array(z.strictObject({ bracket: BracketId, as: BracketId })).max(MAX_BELONGINGS)
export type BracketNames = z.infer<typeof BracketNames>

/** The ids of the square brackets in a text, each once, in reading order. */
export function bracketsIn(text: Text): readonly BracketId[] {
  return [...new Set(paragraphsOf(text).flatMap(({ runs }) => runs.flatMap(({ bracket }) => (bracket === undefined ? [] : [bracket.id]))))]
}

/** New names for these brackets. `fresh` is the token of the situation. */
export function otherNames(brackets: readonly BracketId[], fresh: string): BracketNames {
  return brackets.map((bracket, index) => ({ bracket, as: BracketId.parse(`b-${fresh}-${index + 1}`) }))
}

/** The way back: each bracket under the name it had before. */
export function formerNames(names: BracketNames): BracketNames {
  return names.map(({ bracket, as }) => ({ bracket: as, as: bracket }))
}

/** The text with the other names for its brackets. */
export function renamed(text: Text, names: BracketNames): Text {
  return underNames(text, new Map(names.map(({ bracket, as }) => [bracket, as])))
}

function underNames(text: Text, names: ReadonlyMap<BracketId, BracketId>): Text {
  return text.map((block): Block => {
    if (block.type === 'list') return { ...block, items: block.items.map((item) => underNames(item, names)) }
    const runs = block.runs.map((run) => {
      const id = run.bracket && names.get(run.bracket.id)
      return run.bracket === undefined || id === undefined ? run : { ...run, bracket: { ...run.bracket, id } }
    })
    return { ...block, runs }
  })
}
