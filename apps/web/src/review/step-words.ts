/** One statement on a milestone's performance, in a sentence: for its history and for the report of a period. */
import type { MilestoneStep, Negotiation } from '@entente/agreement'
import { dayWithYear } from '../design/moment.ts'
import { partyName } from '../table/naming.ts'

export function stepWords(step: MilestoneStep, negotiation: Negotiation): string {
  const by = step.said.by === 'server' ? 'The record' : partyName(negotiation, step.said.by.party)
  const note = step.note === undefined ? '' : ` “${step.note}”`
  switch (step.is) {
    case 'reported': {
      const filed = step.evidence.length
      const evidence = filed === 0 ? '' : filed === 1 ? ' with one piece of evidence' : ` with ${filed} pieces of evidence`
      return `${by} reported it done${evidence}${step.level === undefined ? '' : `, at level ${step.level} of 3 by its own account`}.${note}`
    }
    case 'found':
      return `${by} found it ${step.finding === 'verified' ? 'verified' : 'not verified'}, level ${step.level} of 3.${note}`
    case 'inspected':
      return `${by} inspected a second time and found it ${step.finding === 'verified' ? 'verified' : 'not verified'}, level ${step.level} of 3. That is final.${note}`
    case 'disputed':
      return `${partyName(negotiation, step.party)} disputed the finding.${note}`
    case 'requested':
      return `${partyName(negotiation, step.party)} asked for it.${note}`
    case 'breached':
      return `${by} recorded a breach on ${dayWithYear(step.day)}: ${step.breach}.${note}`
    case 'remedied':
      return `${by} stated that a remedial step was taken: ${step.step}.${note}`
    default:
      return step satisfies never
  }
}
