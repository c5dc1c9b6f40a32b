/** What a power lets one do, and who has it. */
import type { Power } from '@entente/agreement'

/** What a power is for, to follow “may”. */
export function deed(power: Power): string {
  switch (power) {
    case 'preside':
      return 'conduct the proceedings'
    case 'admit':
      return 'give or take away seats'
    case 'structure':
      return 'change the sections and clauses of the text'
    case 'draft':
      return 'draft'
    case 'hold-the-pen':
      return 'type in the text while the pen is held'
    case 'bind':
      return 'take a position for a party'
    case 'offer':
      return 'offer packages'
    case 'comment':
      return 'comment'
    case 'commit':
      return 'propose or change milestones'
    case 'report':
      return 'report for a party'
    case 'attest':
      return 'state for a party what it found or did'
    case 'translate':
      return 'translate'
    default:
      return power satisfies never
  }
}

/** Who has a power, to come before “can”. */
export function who(power: Power): string {
  switch (power) {
    case 'preside':
    case 'hold-the-pen':
      return 'The chair'
    case 'admit':
      return 'The head of your party'
    case 'structure':
      return 'The chair, or a head of delegation or negotiator,'
    case 'draft':
    case 'commit':
      return 'The chair and the delegations'
    case 'bind':
      return 'Your head of delegation, or whoever the head has empowered,'
    case 'offer':
      return 'The chair and the heads of delegation'
    case 'comment':
      return 'Everybody but observers'
    case 'report':
      return 'A head of delegation, a negotiator, the chair or the monitor'
    case 'attest':
      return 'A head of delegation, the chair or the monitor'
    case 'translate':
      return 'A reviser'
    default:
      return power satisfies never
  }
}
