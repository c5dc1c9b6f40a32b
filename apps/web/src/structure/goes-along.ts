/** What goes from one clause to another with words, as a sentence. */
import type { Belongings } from '@entente/agreement'
import { list } from '../design/status-words.ts'

/** "2 comments and 1 amendment go along." Undefined when nothing does. */
export function goesAlong({ threads, milestones, amendments, brackets }: Belongings): string | undefined {
  const kinds = [
    counted(threads.length, 'comment'),
    counted(milestones.length, 'milestone'),
    counted(amendments.length, 'amendment'),
    counted(brackets.length, 'bracket with a note', 'brackets with notes'),
  ].filter((words) => words !== undefined)
  if (kinds.length === 0) return undefined
  const one = threads.length + milestones.length + amendments.length + brackets.length === 1
  return `${list(kinds)} ${one ? 'goes' : 'go'} along.`
}

function counted(count: number, one: string, several = `${one}s`): string | undefined {
  return count === 0 ? undefined : `${count} ${count === 1 ? one : several}`
}
