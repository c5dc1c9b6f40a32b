/**
 * What a person is reminded of by mail: how many things of each kind wait for them, and where to look.
 *
 * Mail is read by others on its way. So it names the negotiation and counts, and never says which milestone, which party or what was found.
 */
import type { Awaited } from '@entente/agreement'

export type Reminder = { readonly subject: string; readonly text: string; readonly key: string }

const WORDS: { readonly [is in Awaited['is']]: readonly [one: string, several: string] } = {
  report: ['report is to be made', 'reports are to be made'],
  finding: ['finding is to be made', 'findings are to be made'],
  'second-inspection': ['second inspection is to be made', 'second inspections are to be made'],
  dispute: ['finding can still be disputed', 'findings can still be disputed'],
  remedy: ['remedial step has fallen due', 'remedial steps have fallen due'],
  review: ['review is to be held', 'reviews are to be held'],
  anchor: ['day is to be set', 'days are to be set'],
}

/** Undefined when nothing waits that somebody has to do: that a finding can be disputed is no reason to write. `key` changes when there is something new to say. */
export function reminderOf(
  awaited: readonly Awaited[],
  { title, address }: { readonly title: string; readonly address: string },
): Reminder | undefined {
  if (awaited.every(({ is }) => is === 'dispute')) return undefined
  const counts = Map.groupBy(awaited, ({ is }) => is)
  const lines = [...counts].map(([is, items]) => {
    const late = items.filter((item) => item.late).length
    return `- ${items.length} ${WORDS[is][items.length === 1 ? 0 : 1]}${late === 0 ? '' : ` (${late} late)`}`
  })
  const subject = `${awaited.length === 1 ? 'One thing waits' : `${awaited.length} things wait`} for you: ${oneLine(title)}`
  const text = [
    `In “${oneLine(title)}” these wait for you:`,
    '',
    ...lines,
    '',
    address,
    '',
    'What they are about is not said by mail.',
    '',
  ].join('\n')
  return { subject, text, key: lines.join(' ') }
}

/** A title cannot add lines to the head of a letter. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{C}\s]+/gu, ' ').trim()
}
