/** For each milestone what follows if it is verified and what follows if it is missed: both sides of the promise, beside each other. */
import { remedyOf, type Negotiation, type Remedy } from '@entente/agreement'
import { namesOf } from '../milestones/state-words.ts'
import { byId, type Step } from '../milestones/steps.ts'
import { partyName } from '../table/naming.ts'

export type Scenario = { readonly step: Step; readonly ifVerified: readonly string[]; readonly ifMissed: readonly string[] }

export function scenariosOf(negotiation: Negotiation, steps: readonly Step[]): readonly Scenario[] {
  const known = byId(steps)
  return steps.map((step) => ({
    step,
    ifVerified: step.unlocks.flatMap((id) => {
      const after = known.get(id)
      return after === undefined ? [] : [released(negotiation, step, after)]
    }),
    ifMissed: [...step.of.terms.remedialSteps.map((given) => remedyWords(negotiation, remedyOf(given))), ...heldBack(negotiation, step)],
  }))
}

/** "M5 Easing, stage 1 is released; it is due 10 days later." */
function released(negotiation: Negotiation, { milestone }: Step, after: Step): string {
  const others = after.prerequisites.filter((one) => one.milestone !== milestone).map((one) => one.milestone)
  const { due } = after.of.terms
  const when =
    due.on === 'milestone' && due.milestone === milestone && due.offsetDays !== 0
      ? `, due ${Math.abs(due.offsetDays) === 1 ? 'one day' : `${Math.abs(due.offsetDays)} days`} ${due.offsetDays > 0 ? 'later' : 'before'}`
      : ''
  const rest = others.length === 0 ? '' : `, once ${namesOf(negotiation, others)} ${new Set(others).size === 1 ? 'is' : 'are'} there too`
  return `${after.name} ${after.of.terms.title} is released${rest}${when}.`
}

function remedyWords(negotiation: Negotiation, { step, by, withinDays, does, milestone }: Remedy): string {
  const whose = by === undefined ? '' : ` by ${partyName(negotiation, by)}`
  const within = withinDays === undefined ? '' : ` within ${withinDays === 1 ? 'one day' : `${withinDays} days`}`
  const effect =
    milestone === undefined
      ? ''
      : ` (${does === 'reinstatement' ? 'reinstates' : does === 'snapback' ? 'undoes' : 'suspends'} ${namesOf(negotiation, [milestone])})`
  return `${step}${whose}${within}${effect}.`
}

function heldBack(negotiation: Negotiation, { unlocks }: Step): readonly string[] {
  return unlocks.length === 0 ? [] : [`${namesOf(negotiation, unlocks)} ${unlocks.length === 1 ? 'is' : 'are'} held back.`]
}
