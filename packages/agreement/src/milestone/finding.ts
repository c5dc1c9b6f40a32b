/**
 * What the verifier finds, and how a party disputes it.
 *
 * Nothing is verified but by the verifier's statement: the check in `asVerifier` is the only way to a finding. A dispute is open to the
 * parties for the days that the terms set, and is answered by a second inspection, which is final.
 */
import { z } from 'zod'
import { command, record, refuse, type Decision, type Situation } from '../command.ts'
import { dayOf } from '../calendar.ts'
import { Day, MilestoneId } from '../ids.ts'
import { MAX_STATEMENT, MAX_TITLE } from '../limits.ts'
import type { Milestone } from './milestone.ts'
import { requiredParties } from '../required.ts'
import { isFinal } from './life.ts'
import type { Scheduled } from './schedule.ts'
import { onOwedMilestone, time } from './subject.ts'

const finding = z.strictObject({
  milestone: MilestoneId,
  finding: z.enum(['verified', 'not-verified']),
  level: z.int().min(0).max(3),
  reasons: z.string().trim().max(MAX_STATEMENT).default(''),
})
type FindingInput = z.infer<typeof finding>

export const findMilestone = command({
  name: 'milestone.find',
  says: 'Find, as its verifier, that a milestone was done, at a level from 0 to 3, or was not, with reasons.',
  input: finding,
  rule(situation, input) {
    return asVerifier(situation, input.milestone, (scheduled) => {
      if (scheduled.life.is === 'disputed') return refuse({ code: 'milestone-disputed' })
      if (unexplained(input)) return refuse({ code: 'malformed', detail: 'reasons: whoever is told that a step was not done is told why' })
      return record({ kind: 'milestone-found', ...found(input), ...time(scheduled) })
    })
  },
})

export const inspectMilestone = command({
  name: 'milestone.inspect',
  says: 'State, as its verifier, what the second inspection after a dispute found. It is final.',
  input: finding,
  rule(situation, input) {
    return asVerifier(situation, input.milestone, (scheduled) => {
      if (scheduled.life.is !== 'disputed') return refuse({ code: 'not-disputed' })
      if (unexplained(input)) return refuse({ code: 'malformed', detail: 'reasons: whoever is told that a step was not done is told why' })
      return record({ kind: 'milestone-inspected', ...found(input), ...time(scheduled) })
    })
  },
})

export const disputeMilestone = command({
  name: 'milestone.dispute',
  says: 'Dispute a finding, within the days that the terms set. A second inspection decides.',
  input: z.strictObject({ milestone: MilestoneId, reasons: z.string().trim().min(1).max(MAX_STATEMENT) }),
  rule(situation, { milestone, reasons }) {
    return onOwedMilestone(situation, milestone, ({ terms }, scheduled) => {
      const { party } = situation.speaker.party
      if (!requiredParties(situation.negotiation).includes(party) && !terms.performers.includes(party))
        return refuse({ code: 'not-required' })
      const { life } = scheduled
      if (life.is === 'disputed') return refuse({ code: 'nothing-new' })
      if (life.is === 'settled') return refuse({ code: 'deadline-passed' })
      if (life.is !== 'found') return refuse({ code: 'no-finding' })
      return record({ kind: 'milestone-disputed', milestone, party, note: reasons, ...time(scheduled) })
    })
  },
})

export const recordBreach = command({
  name: 'milestone.breach',
  says: 'Record, as its verifier, a breach that starts the days of a milestone anew: of those that its terms name.',
  input: z.strictObject({
    milestone: MilestoneId,
    day: Day,
    breach: z.string().trim().min(1).max(MAX_TITLE),
    note: z.string().trim().max(MAX_STATEMENT).default(''),
  }),
  rule(situation, { milestone, day, breach, note }) {
    return asVerifier(situation, milestone, (_, { terms }) => {
      const named = terms.streak?.resetBy ?? []
      if (terms.streak === undefined || (named.length > 0 && !named.includes(breach))) return refuse({ code: 'not-a-breach' })
      if (day > dayOf(situation.now)) return refuse({ code: 'malformed', detail: 'day: a breach lies in the past' })
      return record({ kind: 'milestone-breached', milestone, day, breach, ...(note !== '' && { note }) })
    })
  },
})

function asVerifier(situation: Situation, id: MilestoneId, then: (scheduled: Scheduled, milestone: Milestone) => Decision): Decision {
  return onOwedMilestone(situation, id, (milestone, scheduled) => {
    if (milestone.terms.verifier !== situation.speaker.party.party) return refuse({ code: 'not-the-verifier' })
    // Imported texts can name one party as both: it may not speak to its own cause here either.
    if (milestone.terms.performers.includes(milestone.terms.verifier)) return refuse({ code: 'performer-verifies' })
    if (scheduled.occurrence === 0) return refuse({ code: 'not-requested' })
    return isFinal(scheduled.life) ? refuse({ code: 'milestone-final' }) : then(scheduled, milestone)
  })
}

function unexplained({ finding: verdict, reasons }: FindingInput): boolean {
  return verdict === 'not-verified' && reasons === ''
}

function found({ milestone, finding: verdict, level, reasons }: FindingInput) {
  return { milestone, finding: verdict, level, ...(reasons !== '' && { note: reasons }) }
}
