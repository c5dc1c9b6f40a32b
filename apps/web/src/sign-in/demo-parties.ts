/** The seats of a demonstration, gathered by party in order of invitation, the head of each first. */
import type { DemoNegotiation } from '../api/shapes.ts'

type DemoSeat = DemoNegotiation['seats'][number]

export type DemoParty = { readonly order: number; readonly seats: readonly [DemoSeat, ...DemoSeat[]] }

export function partiesInOrder({ seats }: Pick<DemoNegotiation, 'seats'>): readonly DemoParty[] {
  const byParty = Map.groupBy(seats, ({ party }) => party.party)
  return [...byParty.values()].flatMap((of, order) => {
    const [first, ...rest] = of.toSorted((a, b) => Number(b.role === 'head') - Number(a.role === 'head'))
    return first === undefined ? [] : [{ order, seats: [first, ...rest] }]
  })
}
