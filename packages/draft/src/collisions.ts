/** Which delegations would change the same words differently. Only one of two that collide can get into the text as it is. */
import { aligned } from './alignment.ts'
import { sameTokens } from './merge.ts'
import { tokensOf, type Token } from './tokens.ts'
import type { Text } from './text.ts'

/** By reading, the readings it collides with, in the order given. A reading that collides with none is not in the answer. */
export function collisions<Id>(base: Text, readings: ReadonlyMap<Id, Text>): ReadonlyMap<Id, readonly Id[]> {
  const was = tokensOf(base)
  const all = Array.from(readings, ([id, text]) => ({ id, tokens: tokensOf(text), against: new Set<Id>() }))
  for (const [index, one] of all.entries())
    for (const other of all.slice(index + 1)) {
      if (!collide(was, one.tokens, other.tokens)) continue
      one.against.add(other.id)
      other.against.add(one.id)
    }
  return new Map(
    all
      .filter(({ against }) => against.size > 0)
      .map(({ id, against }) => [id, all.flatMap((one) => (against.has(one.id) ? [one.id] : []))]),
  )
}

function collide(base: readonly Token[], one: readonly Token[], other: readonly Token[]): boolean {
  const pair = new Map([
    [1, one],
    [2, other],
  ])
  return aligned(base, pair, 'loosely').some((stretch) => {
    if (stretch.kind === 'same') return false
    const [first = [], second = []] = stretch.readings.values()
    return !sameTokens(first, stretch.base) && !sameTokens(second, stretch.base) && !sameTokens(first, second)
  })
}
