/**
 * What changed between two wordings, as the predicate of a sentence: "added “and its sensors”", "replaced “15 km” with “30 km”".
 */
import { digest, type Wording } from '@entente/agreement'
import { compare, summary, type Named, type WordsChanged } from '@entente/draft'
import { list } from '../design/status-words.ts'

/** The words that changed, then the heading and the milestones. Never empty: two wordings always differ in something. */
export function changedWords(before: Wording, after: Wording, named?: Named): string {
  const { changes, more } = summary(compare(before, after, named))
  const parts = [
    ...said(changes),
    ...(more > 0 ? [`made ${more} more ${more === 1 ? 'change' : 'changes'}`] : []),
    ...headingChanged(before, after),
    ...milestonesChanged(before, after),
  ]
  return parts.length > 0 ? list(parts) : 'changed the form of the text'
}

/** What changed in the milestones alone, or undefined when nothing did: the comparison of the words does not show it. */
export function changedTerms(before: Wording, after: Wording): string | undefined {
  const parts = milestonesChanged(before, after)
  return parts.length > 0 ? list(parts) : undefined
}

/** Changes of one kind that follow each other share the verb: "added “twice” and “daily”". */
function said(changes: readonly WordsChanged[]): readonly string[] {
  const groups: { readonly verb: string; readonly words: string[] }[] = []
  for (const change of changes) {
    const [verb, words] = phrase(change)
    const last = groups.at(-1)
    if (last?.verb === verb) last.words.push(words)
    else groups.push({ verb, words: [words] })
  }
  return groups.map(({ verb, words }) => `${verb} ${list(words)}`)
}

function phrase(change: WordsChanged): readonly [verb: string, words: string] {
  switch (change.kind) {
    case 'inserted':
      return ['added', `“${change.text}”`]
    case 'deleted':
      return ['deleted', `“${change.text}”`]
    case 'replaced':
      return ['replaced', `“${change.text}” with “${change.by}”`]
    default:
      return change satisfies never
  }
}

function headingChanged(before: Wording, after: Wording): readonly string[] {
  if (before.heading === after.heading) return []
  return [after.heading === '' ? 'removed the heading' : `changed the heading to “${after.heading}”`]
}

function milestonesChanged(before: Wording, after: Wording): readonly string[] {
  const was = new Map(before.milestones.map(({ milestone, terms }) => [milestone, terms]))
  const is = new Map(after.milestones.map(({ milestone, terms }) => [milestone, terms]))
  return [
    ...[...is].flatMap(([id, terms]) => {
      const old = was.get(id)
      if (old === undefined) return [`added the milestone “${terms.title}”`]
      return digest(old) === digest(terms) ? [] : [`changed the terms of “${terms.title}”`]
    }),
    ...[...was].filter(([id]) => !is.has(id)).map(([, terms]) => `took out the milestone “${terms.title}”`),
  ]
}
