/** Where a party stands, in words: "Accepts if clause 9 is agreed", "Consent lapsed". The same in the text, its annexes and the sheets. */
import { accepting, type Condition, type Fingerprint, type Negotiation, type Position, type Standing } from '@entente/agreement'
import type { Naming } from './naming.ts'
import { dateInWords, enumerate } from './phrase.ts'

/** Digits of a fingerprint that are printed: enough to tell the wordings of one negotiation apart, few enough to compare by eye. */
const FINGERPRINT_DIGITS = 12

export function standingInWords(negotiation: Negotiation, naming: Naming, standing: Standing): string {
  switch (standing.is) {
    case 'none':
      return 'No position'
    case 'lapsed':
      if (standing.because === 'unconfirmed') return 'Not confirmed in time'
      return accepting(standing.position.position) ? 'Consent lapsed' : 'Position on an earlier wording'
    case 'current':
      return positionInWords(negotiation, naming, standing.position)
    default:
      return standing satisfies never
  }
}

export function positionInWords(negotiation: Negotiation, naming: Naming, { position, confirmed }: Position): string {
  switch (position.stance) {
    case 'accepts':
      return 'Accepts'
    case 'accepts-ad-referendum':
      if (confirmed !== undefined) return `Accepts ad referendum, confirmed on ${dateInWords(confirmed.at)}`
      return position.confirmBy === undefined
        ? 'Accepts ad referendum'
        : `Accepts ad referendum, to be confirmed by ${dateInWords(position.confirmBy)}`
    case 'accepts-with-reservation':
      return 'Accepts with reservation'
    case 'accepts-if':
      return `Accepts if ${enumerate(position.conditions.map((condition) => conditionInWords(negotiation, naming, condition)))}`
    case 'reserves':
      return 'Reserves its position'
    case 'objects':
      return 'Objects'
    case 'stands-aside':
      return 'Stands aside'
    default:
      return position satisfies never
  }
}

/** Whether nothing qualifies the acceptance any more: it was given without more, or its confirmation has come. */
export function unqualified({ position, confirmed }: Position): boolean {
  return position.stance === 'accepts' || (position.stance === 'accepts-ad-referendum' && confirmed !== undefined)
}

/** "1a2b3c4d5e6f…". The dots also keep a spreadsheet from taking digits for a number. */
export function shortFingerprint(fingerprint: Fingerprint): string {
  return `${fingerprint.slice(0, FINGERPRINT_DIGITS)}…`
}

function conditionInWords({ packages }: Negotiation, naming: Naming, condition: Condition): string {
  switch (condition.on) {
    case 'clause':
      return `${naming.clause(condition.clause)} is agreed`
    case 'package':
      return `the package “${packages.get(condition.package)?.title ?? condition.package}” is agreed`
    case 'wording':
      return `${naming.clause(condition.clause)} keeps the wording ${shortFingerprint(condition.fingerprint)}`
    case 'milestone':
      return `milestone ${naming.milestone(condition.milestone)} keeps its terms`
    default:
      return condition satisfies never
  }
}
