/** Milestones in an order in which each comes after what it waits for (Kahn, 1962). */
import type { MilestoneId } from '../ids.ts'
import type { Milestone } from './milestone.ts'
import { waitsFor } from '../terms.ts'

export type WaitingOrder = {
  /** All of them; those in a circle, and those that wait for them, last. */
  readonly order: readonly Milestone[]
  readonly circular: ReadonlySet<MilestoneId>
}

/** `replaced` leads from a milestone to the one that took its place: who waits for the one waits for the other. */
export function inWaitingOrder(milestones: readonly Milestone[], replaced: ReadonlyMap<MilestoneId, MilestoneId>): WaitingOrder {
  const known = new Map(milestones.map((milestone) => [milestone.milestone, milestone]))
  const after = new Map<MilestoneId, Milestone[]>()
  const waiting = new Map<MilestoneId, number>()
  for (const milestone of milestones) {
    const before = new Set(waitsFor(milestone.terms).flatMap((id) => [id, ...(replaced.has(id) ? [replaced.get(id) ?? id] : [])]))
    let count = 0
    for (const id of before) {
      if (!known.has(id)) continue
      count += 1
      const others = after.get(id)
      if (others === undefined) after.set(id, [milestone])
      else others.push(milestone)
    }
    waiting.set(milestone.milestone, count)
  }
  const order = milestones.filter(({ milestone }) => waiting.get(milestone) === 0)
  for (let at = 0; at < order.length; at += 1) {
    const done = order[at]
    for (const next of (done && after.get(done.milestone)) ?? []) {
      const left = (waiting.get(next.milestone) ?? 0) - 1
      waiting.set(next.milestone, left)
      if (left === 0) order.push(next)
    }
  }
  const placed = new Set(order)
  const rest = milestones.filter((milestone) => !placed.has(milestone))
  return { order: [...order, ...rest], circular: new Set(rest.map(({ milestone }) => milestone)) }
}
