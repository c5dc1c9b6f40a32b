/**
 * The letters that state a position on the cell in hand: the same ones as at the table, and nothing while a modifier is held or an input
 * method composes.
 */
import type { Stance } from '@entente/agreement'

type Pressed = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly isComposing?: boolean
}

export type CellStance = Extract<Stance['stance'], 'accepts' | 'accepts-if' | 'reserves' | 'objects'>

const letters: ReadonlyMap<string, CellStance> = new Map([
  ['a', 'accepts'],
  ['i', 'accepts-if'],
  ['r', 'reserves'],
  ['o', 'objects'],
])

export function stanceOfKey({ key, ctrlKey, altKey, metaKey, isComposing }: Pressed): CellStance | undefined {
  return ctrlKey || altKey || metaKey || isComposing === true ? undefined : letters.get(key.toLowerCase())
}
