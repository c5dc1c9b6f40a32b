/** What remedial steps do, in a word. */
import type { RemedyDoes } from '@entente/agreement'

export const remedyDoes: readonly RemedyDoes[] = ['other', 'consultation', 'second-inspection', 'suspension', 'snapback', 'reinstatement']

export function remedyKind(does: RemedyDoes): string {
  switch (does) {
    case 'other':
      return 'In words only'
    case 'consultation':
      return 'Consultation'
    case 'second-inspection':
      return 'Second inspection'
    case 'suspension':
      return 'Suspension'
    case 'snapback':
      return 'Snapback'
    case 'reinstatement':
      return 'Reinstatement'
    default:
      return does satisfies never
  }
}

/** What stating that the step was taken does to another milestone; nothing where it only happens at the table. */
export function remedyEffect(does: RemedyDoes): string | undefined {
  switch (does) {
    case 'suspension':
      return 'The other milestone is not owed until this one is verified.'
    case 'snapback':
      return 'What was done under the other milestone is undone, and counts as not done.'
    case 'reinstatement':
      return 'A suspension or snapback of the other milestone ends.'
    case 'other':
    case 'consultation':
    case 'second-inspection':
      return undefined
    default:
      return does satisfies never
  }
}

/** Whether a step acts on another milestone. */
export function actsOnMilestone(does: RemedyDoes): boolean {
  return does === 'suspension' || does === 'snapback' || does === 'reinstatement'
}
