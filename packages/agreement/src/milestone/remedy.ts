/** Stating that a remedial step was taken, and that a party waives a milestone. */
import { z } from 'zod'
import { command, record, refuse } from '../command.ts'
import { assess } from '../consent.ts'
import { MilestoneId } from '../ids.ts'
import { MAX_STATEMENT } from '../limits.ts'
import { may } from '../powers.ts'
import { requiredParties } from '../required.ts'
import { milestoneStandings } from './state.ts'
import { onOwedMilestone, time } from './subject.ts'

export const takeRemedy = command({
  name: 'milestone.remedy',
  says: 'State that a remedial step which has fallen due was taken: by the party the terms name, else by the verifier or the chair.',
  input: z.strictObject({
    milestone: MilestoneId,
    /** Its words, as in the terms. */
    step: z.string().trim().min(1).max(MAX_STATEMENT),
    note: z.string().trim().max(MAX_STATEMENT).default(''),
  }),
  rule(situation, { milestone, step, note }) {
    return onOwedMilestone(situation, milestone, ({ terms }, scheduled) => {
      const { negotiation, readings, now, speaker } = situation
      const { agreed } = assess(negotiation, readings)
      const found = milestoneStandings(negotiation, agreed, now)
        .get(milestone)
        ?.remedies.find(({ remedy }) => remedy.step === step)
      if (found === undefined) return refuse({ code: 'unknown', what: 'remedy', id: step.slice(0, 64) })
      const { party } = speaker.party
      const mayTake = found.remedy.by === undefined ? party === terms.verifier || may(speaker, 'preside') : party === found.remedy.by
      if (!mayTake) return refuse({ code: 'not-named' })
      if (found.is === 'taken') return refuse({ code: 'nothing-new' })
      if (found.is !== 'due') return refuse({ code: 'remedy-not-due' })
      return record({ kind: 'remedy-taken', milestone, step, ...(note !== '' && { note }), ...time(scheduled) })
    })
  },
})

export const waiveMilestone = command({
  name: 'milestone.waive',
  says: 'Waive a milestone for one’s party. It is no longer owed once every required party has waived it.',
  input: z.strictObject({ milestone: MilestoneId }),
  rule(situation, { milestone }) {
    return onOwedMilestone(situation, milestone, ({ waivedBy }) => {
      const { party } = situation.speaker.party
      if (!requiredParties(situation.negotiation).includes(party)) return refuse({ code: 'not-required' })
      return waivedBy.has(party) ? refuse({ code: 'nothing-new' }) : record({ kind: 'milestone-waived', milestone, party })
    })
  },
})
