/** Two processes on one store, and a server told to end while people type. Attack cases D2 and D4. */
import { expect, test } from 'vitest'
import { live, openStage, saved, standingOnce } from './stage.ts'

test('[D4] [G26] a second server on the same data refuses to start and says so; the first goes on', { timeout: 60_000 }, async () => {
  const stage = await openStage()
  await stage.begin()
  const kestria = await stage.sit('u-kes1')
  const second = await stage.entente('serve', '--demo')
  expect(second).toMatchObject({ code: 1, err: expect.stringContaining('in use by another Entente') as string })
  kestria.insert('c6', 0, '<still here>')
  await saved(kestria)
  expect(kestria.line.closes).toEqual([])
})

test(
  '[D2] [durable-8] SIGTERM under load: over in 5 seconds, everybody told to come back, nothing lost, everybody back in 3',
  { timeout: 90_000 },
  async () => {
    const stage = await openStage()
    await stage.begin()
    const seats = ['u-kes1', 'u-kes2', 'u-orl1', 'u-orl2', 'u-mer1', 'u-mer2']
    const people = await Promise.all(seats.map((seat) => stage.sit(seat)))
    const typed: string[] = []
    let key = 0
    const typing = setInterval(() => {
      key += 1
      for (const [index, person] of people.entries()) {
        const mark = `<${index}.${key}>`
        typed.push(mark)
        person.insert('c6', 0, mark)
      }
    }, 10)
    await people[0]?.until(({ unsaved }) => key > 50 && unsaved < key, 20_000)
    const ended = await stage.end('SIGTERM')
    clearInterval(typing)
    expect(ended).toMatchObject({ code: 0, signal: null })
    expect(ended.ms).toBeLessThan(5_000)
    for (const { line } of people) expect(line.closes[0]).toBe(1012)
    const begun = performance.now()
    await stage.begin()
    const up = performance.now()
    await Promise.all(people.map((person) => live(person)))
    const back = performance.now() - up
    expect(back).toBeLessThan(3_000)
    await Promise.all(people.map((person) => saved(person)))
    const [first] = people
    for (const person of people) await person.until(() => person.words('c6') === first?.words('c6'), 20_000)
    expect(standingOnce(first?.words('c6') ?? '', typed)).toBe(true)
    process.stdout.write(
      `${typed.length} changes, ended in ${Math.round(ended.ms)} ms, up again in ${Math.round(up - begun)} ms, all back ${Math.round(back)} ms later\n`,
    )
  },
)
