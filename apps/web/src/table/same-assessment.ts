/**
 * Whether a clause is assessed as before. `assess` answers with new objects after every keystroke anywhere; a clause is drawn again only
 * when something in its own answer is different.
 */
import type { Blocker, ClauseAssessment, Standing } from '@entente/agreement'

export function sameAssessment(a: ClauseAssessment | undefined, b: ClauseAssessment | undefined): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined) return false
  return a.clause === b.clause && a.status === b.status && sameBlockers(a.blockers, b.blockers) && sameStandings(a.standings, b.standings)
}

function sameStandings(a: ClauseAssessment['standings'], b: ClauseAssessment['standings']): boolean {
  return a.size === b.size && [...a].every(([party, standing]) => sameStanding(standing, b.get(party)))
}

function sameStanding(a: Standing, b: Standing | undefined): boolean {
  if (b === undefined || a.is !== b.is) return false
  if (a.is === 'none' || b.is === 'none') return true
  return a.position === b.position && (a.is !== 'lapsed' || b.is !== 'lapsed' || a.change === b.change)
}

function sameBlockers(a: readonly Blocker[], b: readonly Blocker[]): boolean {
  return a.length === b.length && a.every((blocker, index) => sameBlocker(blocker, b[index]))
}

function sameBlocker(a: Blocker, b: Blocker | undefined): boolean {
  if (b === undefined || a.why !== b.why) return false
  if ('party' in a !== 'party' in b || ('party' in a && 'party' in b && a.party !== b.party)) return false
  if (a.why === 'brackets' && b.why === 'brackets') return a.open === b.open
  if (a.why === 'awaits' && b.why === 'awaits')
    return a.conditions.length === b.conditions.length && a.conditions.every((one, index) => one === b.conditions[index])
  return true
}
