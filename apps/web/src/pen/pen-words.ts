/** Who may type where, in words. */
import type { Negotiation, Pen } from '@entente/agreement'
import { partyName } from '../table/naming.ts'

export function penWords(pen: Pen, negotiation: Negotiation): string {
  if (pen.drafting === 'open') return 'Open drafting'
  return pen.holder === undefined ? 'The chair holds the pen' : `${partyName(negotiation, pen.holder)} holds the pen`
}

/** What follows for whoever wants to type. */
export function penMeaning(pen: Pen, negotiation: Negotiation): string {
  if (pen.drafting === 'open') return 'Every drafting seat may type in the text'
  return pen.holder === undefined
    ? 'Only the chair’s secretariat types in the text'
    : `Only the drafting seats of ${partyName(negotiation, pen.holder)} type in the text`
}
