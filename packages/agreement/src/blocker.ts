/** What stands between a clause and agreement, and which state that makes it. */
import type { PartyId } from './ids.ts'
import type { Met } from './condition.ts'
import type { Position, WordingChange } from './negotiation.ts'
import { accepting, type Condition } from './position.ts'
import type { Standings } from './standing.ts'

export type Blocker =
  | { readonly why: 'silent'; readonly party: PartyId }
  /** Spoke of other words, or did not confirm in time. Only a lapsed acceptance is lapsed consent; a lapsed objection has to be made again. */
  | {
      readonly why: 'lapsed'
      readonly party: PartyId
      readonly position: Position
      readonly because: 'words' | 'unconfirmed'
      readonly change: WordingChange | undefined
    }
  | { readonly why: 'reserves'; readonly party: PartyId }
  | { readonly why: 'objects'; readonly party: PartyId }
  /** Accepts, but only if these are met, and they are not. */
  | { readonly why: 'awaits'; readonly party: PartyId; readonly conditions: readonly Condition[] }
  | { readonly why: 'brackets'; readonly open: number }
  /** Nobody whose consent counts has accepted: all stand aside, or no party is required. */
  | { readonly why: 'nobody-accepts' }

export type ClauseStatus =
  | 'agreed'
  | 'agreed-ad-referendum'
  | 'agreed-with-reservation'
  | 'agreed-in-package'
  | 'conditional'
  | 'contested'
  | 'bracketed'
  | 'consent-lapsed'
  | 'open'

export function blockersOf(standings: Standings, required: readonly PartyId[], openBrackets: number, met: Met): readonly Blocker[] {
  const blockers: Blocker[] = openBrackets > 0 ? [{ why: 'brackets', open: openBrackets }] : []
  for (const party of required) {
    const blocker = blockerOf(party, standings, met)
    if (blocker !== undefined) blockers.push(blocker)
  }
  return blockers.length > 0 ? blockers : [{ why: 'nobody-accepts' }]
}

function blockerOf(party: PartyId, standings: Standings, met: Met): Blocker | undefined {
  const standing = standings.get(party)
  if (standing === undefined || standing.is === 'none') return { why: 'silent', party }
  if (standing.is === 'lapsed')
    return { why: 'lapsed', party, position: standing.position, because: standing.because, change: standing.change }
  const stance = standing.position.position
  switch (stance.stance) {
    case 'accepts':
    case 'accepts-ad-referendum':
    case 'accepts-with-reservation':
    case 'stands-aside':
      return undefined
    case 'accepts-if': {
      const conditions = stance.conditions.filter((condition) => !met(condition))
      return conditions.length > 0 ? { why: 'awaits', party, conditions } : undefined
    }
    case 'reserves':
      return { why: 'reserves', party }
    case 'objects':
      return { why: 'objects', party }
    default:
      return stance satisfies never
  }
}

/** The most provisional of the acceptances names the agreement: capital may still refuse, then a reservation, then a package. */
export function howAgreed(standings: Standings, required: readonly PartyId[]): ClauseStatus {
  const provisional = new Set(
    required.flatMap((party) => {
      const standing = standings.get(party)
      if (standing?.is !== 'current') return []
      const { position, confirmed } = standing.position
      return position.stance === 'accepts-ad-referendum' && confirmed !== undefined ? [] : [position.stance]
    }),
  )
  if (provisional.has('accepts-ad-referendum')) return 'agreed-ad-referendum'
  if (provisional.has('accepts-with-reservation')) return 'agreed-with-reservation'
  if (provisional.has('accepts-if')) return 'agreed-in-package'
  return 'agreed'
}

/** The gravest of the blockers names the state: an objection, open brackets, lapsed consent, conditions alone, or simply open. */
export function whyNot(blockers: readonly Blocker[], required: readonly PartyId[]): ClauseStatus {
  const has = (why: Blocker['why']) => blockers.some((blocker) => blocker.why === why)
  if (has('objects')) return 'contested'
  if (has('brackets')) return 'bracketed'
  if (blockers.some((blocker) => blocker.why === 'lapsed' && accepting(blocker.position.position))) return 'consent-lapsed'
  if (required.length > 0 && has('awaits') && blockers.every(({ why }) => why === 'awaits')) return 'conditional'
  return 'open'
}

/** Standings being the same, blockers can only differ in what they wait for. */
export function sameBlocker(one: Blocker, other: Blocker | undefined): boolean {
  if (other === undefined || one.why !== other.why || ('party' in one && 'party' in other && one.party !== other.party)) return false
  if (one.why !== 'awaits' || other.why !== 'awaits') return true
  return (
    one.conditions.length === other.conditions.length && one.conditions.every((condition, index) => condition === other.conditions[index])
  )
}
