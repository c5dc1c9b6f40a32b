/** What the levels of implementation mean: by the terms of the milestone, else on the scale of the Peace Accords Matrix. */
import type { MilestoneTerms } from '@entente/agreement'

export type LevelNumber = 0 | 1 | 2 | 3
export const levels: readonly LevelNumber[] = [0, 1, 2, 3]

const usual: readonly [string, string, string, string] = [
  'Not begun: nothing was done, or it cannot be shown',
  'Minimal: a beginning, well short of what was promised',
  'Intermediate: on the way, with gaps that can be named',
  'Full: done, or nearly so',
]

/** What a level means for a milestone with these terms. */
export function meaningOf(level: number, { scale }: Pick<MilestoneTerms, 'scale'>): string {
  const [none, minimal, intermediate, full] = scale ?? usual
  return level <= 0 ? none : level === 1 ? minimal : level === 2 ? intermediate : full
}

/** "Level 2 of 3". */
export function levelName(level: number): string {
  return `Level ${level} of 3`
}

/** The shortest names, for a legend. */
export const levelWords: readonly [string, string, string, string] = ['Not begun', 'Minimal', 'Intermediate', 'Full']
