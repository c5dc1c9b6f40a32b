/** Reporting that a step was done, with evidence; and asking for a step that is due on request. */
import { z } from 'zod'
import { command, record, refuse } from '../command.ts'
import { MilestoneId, type PartyId } from '../ids.ts'
import { MAX_EVIDENCE, MAX_STATEMENT } from '../limits.ts'
import type { Refusal } from '../refusal.ts'
import type { MilestoneTerms } from '../terms.ts'
import { unfitAnswer } from './asked.ts'
import { Evidence } from './evidence.ts'
import { isFinal } from './life.ts'
import { onOwedMilestone, time } from './subject.ts'

const note = z.string().trim().max(MAX_STATEMENT).default('')

export const reportMilestone = command({
  name: 'milestone.report',
  says: 'Report, as one of its performers, that a milestone was done, with the evidence for it. Files are named by the SHA-256 of what was uploaded.',
  input: z.strictObject({
    milestone: MilestoneId,
    note,
    level: z.int().min(0).max(3).optional(),
    evidence: z.array(Evidence).max(MAX_EVIDENCE).default([]),
  }),
  rule(situation, { milestone, note: words, level, evidence }) {
    return onOwedMilestone(situation, milestone, ({ terms }, scheduled) => {
      if (!terms.performers.includes(situation.speaker.party.party)) return refuse({ code: 'not-a-performer' })
      if (scheduled.occurrence === 0) return refuse({ code: 'not-requested' })
      const { life } = scheduled
      if (isFinal(life)) return refuse({ code: 'milestone-final' })
      if (life.is === 'disputed') return refuse({ code: 'milestone-disputed' })
      if (words === '' && evidence.length === 0) return refuse({ code: 'malformed', detail: 'evidence: say or file something' })
      const { party } = situation.speaker.party
      const wrong = evidence
        .map((item) => unfit(item, situation.filed) ?? astray(terms, item, party))
        .find((refusal) => refusal !== undefined)
      if (wrong) return refuse(wrong)
      return record({
        kind: 'milestone-reported',
        milestone,
        ...(words !== '' && { note: words }),
        ...(level !== undefined && { level }),
        ...(evidence.length > 0 && { evidence }),
        ...time(scheduled),
      })
    })
  },
})

/** A file must have come to the server, byte for byte; and what not everybody may open has no name in a record that everybody reads. */
function unfit(item: Evidence, filed: ((sha256: string, bytes: number) => boolean) | undefined): Refusal | undefined {
  if (item.is !== 'file') return undefined
  if (item.visibility !== 'table' && item.name !== undefined)
    return { code: 'malformed', detail: 'evidence.name: only of a file that the whole table may open' }
  return filed?.(item.sha256, item.bytes) === false ? { code: 'unknown', what: 'file', id: item.sha256 } : undefined
}

/** Evidence answers what the terms ask for, and a performer answers for no part that another one owes. */
function astray(terms: MilestoneTerms, { answers = [] }: Evidence, by: PartyId): Refusal | undefined {
  for (const answer of answers) {
    const what = unfitAnswer(terms, answer, by)
    if (what === 'of-another') return { code: 'not-a-performer' }
    if (what !== undefined) return { code: 'unknown', what, id: (what === 'part' ? answer.part : answer.item) ?? '' }
  }
  return undefined
}

export const requestMilestone = command({
  name: 'milestone.request',
  says: 'Ask for a milestone that is due on request. Its time begins now.',
  input: z.strictObject({ milestone: MilestoneId, note }),
  rule(situation, { milestone, note: words }) {
    return onOwedMilestone(situation, milestone, ({ terms }, { occurrence, life }) => {
      if (terms.due.on !== 'request') return refuse({ code: 'not-on-request' })
      if (occurrence > 0 && life.is !== 'settled') return refuse({ code: 'nothing-new' })
      const { party } = situation.speaker.party
      return record({ kind: 'milestone-requested', milestone, party, ...(words !== '' && { note: words }) })
    })
  },
})
