/** The server killed without warning, at any moment, while people type. `DRILL_KILLS` says how often; 1,000 is the long form. Attack case D1. */
import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { randomFrom } from '../convergence/random.ts'
import { live, openStage, saved, standingOnce } from './stage.ts'

const KILLS = Number(process.env['DRILL_KILLS'] ?? 5)
/** How long two people may take to read alike, in milliseconds: a long drill shares its machine with others. */
const PATIENCE = 90_000
/** Keys of one life of the server, at most. */
const MOST_KEYS = 60
/** Characters after which what was typed is taken out again, so that a thousand lives do not make one endless clause. */
const LONG = 20_000

test(
  `[durable-1] [D1] kill -9 at any moment loses nothing that was shown as saved, ${KILLS} times`,
  { timeout: 60_000 + KILLS * 10_000 },
  async () => {
    const seed = Number(process.env['SEED'] ?? randomInt(1, 2 ** 31))
    const random = randomFrom(seed)
    const stage = await openStage()
    await stage.begin()
    const writer = await stage.sit('u-kes1')
    const beginning = writer.words('c6').length
    let typed: string[] = []
    let [acknowledged, unanswered] = [0, 0]
    for (let kill = 0; kill < KILLS; kill += 1) {
      if (kill > 0 && kill % 100 === 0) process.stdout.write(`${kill} kills so far; seed ${seed}\n`)
      const last = 5 + random.below(MOST_KEYS - 5)
      for (let key = 0; key <= last; key += 1) {
        const mark = `<${kill}.${key}>`
        writer.insert('c6', 0, mark)
        typed.push(mark)
        if (key < last && random.below(3) === 0) await saved(writer)
      }
      // From the middle of receiving to some time after the answer.
      if (random.below(4) > 0) await new Promise((resolve) => setTimeout(resolve, random.below(12)))
      await stage.end('SIGKILL')
      const { unsaved } = writer.room.view()
      const shown = typed.slice(0, typed.length - unsaved)
      acknowledged += last + 1 - unsaved
      if (unsaved > 0) unanswered += 1
      await stage.begin()
      const witness = await stage.sit('u-orl1')
      const text = witness.words('c6')
      expect({ seed, kill, lost: shown.filter((mark) => !text.includes(mark)) }).toEqual({ seed, kill, lost: [] })
      await live(writer)
      await saved(writer)
      await witness.until(() => witness.words('c6') === writer.words('c6'), PATIENCE)
      expect({ seed, kill, once: standingOnce(witness.words('c6'), typed) }).toEqual({ seed, kill, once: true })
      expect(witness.room.view().record.chain).toEqual({ is: 'verified' })
      stage.dismiss(witness)
      if (writer.words('c6').length > LONG) {
        writer.erase('c6', 0, writer.words('c6').length - beginning)
        await saved(writer)
        typed = []
      }
    }
    expect(acknowledged).toBeGreaterThan(KILLS * 5)
    expect({ seed, unanswered }).not.toEqual({ seed, unanswered: 0 })
    await stage.end('SIGTERM')
    expect(await stage.entente('doctor')).toMatchObject({ code: 0 })
    process.stdout.write(`${KILLS} kills, ${acknowledged} changes acknowledged, ${unanswered} times some were not; seed ${seed}\n`)
  },
)
