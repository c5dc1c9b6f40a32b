/**
 * Moving along a timeline by keyboard: up and down go by lane, back goes to what a milestone waits for, forward to what it unlocks.
 * That follows the promise, where going by date would jump between steps that have nothing to do with each other.
 */
import type { Stretch } from './geometry.ts'

/** Where a key leads, or undefined when it leads nowhere. `rtl` swaps left and right. */
export function milestoneAfter<Id extends string>(
  key: string,
  rtl: boolean,
  from: Id,
  stretches: readonly Pick<Stretch<Id>, 'id' | 'waitsFor'>[],
): Id | undefined {
  const at = stretches.findIndex(({ id }) => id === from)
  switch (key) {
    case 'ArrowDown':
      return stretches[at + 1]?.id
    case 'ArrowUp':
      return stretches[at - 1]?.id
    case 'Home':
      return stretches[0]?.id
    case 'End':
      return stretches.at(-1)?.id
    case rtl ? 'ArrowRight' : 'ArrowLeft':
      return stretches.find(({ id }) => stretches[at]?.waitsFor.includes(id))?.id
    case rtl ? 'ArrowLeft' : 'ArrowRight':
      return stretches.find(({ waitsFor }) => waitsFor.includes(from))?.id
    default:
      return undefined
  }
}
