/** Where a milestone stands, in the words of a paper. */
import type { Deadline, Expected, MilestoneState } from '@entente/agreement'

export const MILESTONE_STATE: { readonly [state in MilestoneState]: string } = {
  proposed: 'Proposed',
  agreed: 'Agreed, not yet running',
  pending: 'To be done',
  blocked: 'Held up',
  overdue: 'Overdue',
  reported: 'Reported, under verification',
  verified: 'Verified',
  'not-verified': 'Not verified',
  disputed: 'Disputed',
  suspended: 'Suspended',
  'snapped-back': 'Snapped back',
  waived: 'Waived',
  superseded: 'Superseded',
}

/** `2026-12-22`, or `2026-12-22 (presumed)`; empty while it cannot be known. */
export function dayOfDeadline(deadline: Deadline): string {
  return deadline.is === 'known' ? marked(deadline.day, deadline.presumed) : ''
}

export function dayExpected(expected: Expected | undefined): string {
  return expected === undefined ? '' : marked(expected.day, expected.presumed)
}

function marked(day: string, presumed: boolean): string {
  return presumed ? `${day} (presumed)` : day
}
