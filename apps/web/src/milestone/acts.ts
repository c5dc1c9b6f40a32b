/**
 * What somebody can do about a milestone: whatever the rules would take from this seat now, or would take but for something that can still
 * change. What is another party's to do is not offered at all.
 */
import type { CommandName, Decision, MilestoneStanding, RefusalCode } from '@entente/agreement'

export type Act = 'report' | 'find' | 'inspect' | 'dispute' | 'breach' | 'request' | 'waive' | 'dates' | 'revise' | 'withdraw'

export type Offer = { readonly act: Act; readonly decision: Decision }

/** Refusals that say: this is not yours to do, or not of this milestone, or there is nothing to do it to. */
const notOffered: readonly RefusalCode[] = [
  'not-permitted',
  'not-the-verifier',
  'performer-verifies',
  'not-a-performer',
  'not-required',
  'not-named',
  'not-on-request',
  'not-disputed',
  'not-agreed',
  'no-finding',
  'not-a-breach',
  'deadline-passed',
  'milestone-final',
  'milestone-ended',
  'milestone-disputed',
]

/** The acts to offer, in the order in which a milestone lives. `ask` asks the rule. */
export function offersOn(
  { milestone, of: { terms } }: MilestoneStanding,
  ask: (name: CommandName, input: unknown) => Decision | undefined,
): readonly Offer[] {
  const words = 'Asked only, to know whether it would be taken.'
  const breach = terms.streak?.resetBy[0] ?? words
  const asked: readonly (readonly [Act, CommandName, object])[] = [
    ['report', 'milestone.report', { note: words }],
    ['find', 'milestone.find', { finding: 'verified', level: 3 }],
    ['inspect', 'milestone.inspect', { finding: 'verified', level: 3 }],
    ['dispute', 'milestone.dispute', { reasons: words }],
    ['breach', 'milestone.breach', { day: '1970-01-01', breach }],
    ['request', 'milestone.request', {}],
    ['dates', 'milestone.withdraw', {}],
    ['revise', 'milestone.withdraw', {}],
    ['withdraw', 'milestone.withdraw', {}],
    ['waive', 'milestone.waive', {}],
  ]
  return asked.flatMap(([act, name, input]) => {
    const decision = ask(name, { milestone, ...input })
    if (decision === undefined || (!decision.ok && notOffered.includes(decision.refusal.code))) return []
    return [{ act, decision }]
  })
}
