import { expect, test } from 'vitest'
import { coalesce, createAnnouncer, QUIET } from './announcer.ts'

function clock() {
  let time = 0
  const tasks: { at: number; task: () => void }[] = []
  return {
    now: () => time,
    later(task: () => void, ms: number) {
      tasks.push({ at: time + ms, task })
      return () => undefined
    },
    to(moment: number) {
      for (;;) {
        const due = tasks.toSorted((a, b) => a.at - b.at).find(({ at }) => at <= moment)
        if (due === undefined) break
        tasks.splice(tasks.indexOf(due), 1)
        time = Math.max(time, due.at)
        due.task()
      }
      time = moment
    },
  }
}

test('[announce-1] a hundred changes in ten seconds make at most two announcements', () => {
  const timing = clock()
  const announcer = createAnnouncer(timing)
  const said: string[] = []
  announcer.listen((sentence) => said.push(sentence))
  for (let change = 0; change < 100; change++) {
    timing.to(change * 100)
    announcer.note(`clause ${change % 2}`, `Clause ${change % 2} changed (${change}).`)
  }
  timing.to(QUIET - 1)
  expect(said).toHaveLength(1)
  timing.to(QUIET)
  expect(said).toEqual(['Clause 0 changed (0).', 'Clause 0 changed (98). Clause 1 changed (99).'])
})

test('[announce-1] after a quiet time the next change is said at once', () => {
  const timing = clock()
  const announcer = createAnnouncer(timing)
  const said: string[] = []
  const stop = announcer.listen((sentence) => said.push(sentence))
  announcer.note('a', 'One.')
  timing.to(0)
  timing.to(QUIET * 3)
  announcer.note('a', 'Two.')
  timing.to(QUIET * 3)
  expect(said).toEqual(['One.', 'Two.'])
  stop()
  announcer.note('a', 'Three.')
  timing.to(QUIET * 9)
  expect(said).toHaveLength(2)
})

test('many subjects are summed up', () => {
  expect(coalesce(['A.', 'B.'])).toBe('A. B.')
  expect(coalesce(['A.', 'B.', 'C.', 'D.'])).toBe('B. C. D. And 1 more change.')
  expect(coalesce(['A.', 'B.', 'C.', 'D.', 'E.'])).toBe('C. D. E. And 2 more changes.')
})
