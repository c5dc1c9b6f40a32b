/** The server killed at every step between receiving an update and answering it. `DRILL_ROUNDS` says how often; 20 is the long form. Attack case D1. */
import { expect, test } from 'vitest'
import { failpoints } from './failpoints.ts'
import { live, openStage, saved, standingOnce } from './stage.ts'

const ROUNDS = Number(process.env['DRILL_ROUNDS'] ?? 2)
/** Keys typed until the server must have come to its failpoint. */
const MOST_KEYS = 200

test.each(failpoints)(
  `[D1] [durable-2] killed at %s: nothing that anybody was shown is lost, and the rest is sent again once`,
  { timeout: 30_000 + ROUNDS * 15_000 },
  async (failpoint) => {
    const stage = await openStage({ failpoints: true })
    await stage.begin()
    const [writer, reader] = [await stage.sit('u-kes1'), await stage.sit('u-orl1')]
    const typed: string[] = []
    let [resent, seen] = [0, 0]
    for (let round = 0; round < ROUNDS; round += 1) {
      stage.arm(failpoint, 1 + ((round * 7) % 5))
      const dead = stage.ended()
      const life = { isOver: false }
      void dead.then(() => (life.isOver = true))
      const known = typed.length
      for (let key = 0; key < MOST_KEYS && !life.isOver; key += 1) {
        const mark = `<${failpoint}.${round}.${key}>`
        writer.insert('c6', 0, mark)
        typed.push(mark)
        // Now one frame at a time, now several in one commit.
        if (key % 3 === 0) await Promise.race([dead, saved(writer)])
      }
      expect({ round, signal: (await dead).signal }).toEqual({ round, signal: 'SIGKILL' })
      const { unsaved } = writer.room.view()
      // Only what is on disk is shown to others or called saved.
      const shown = [...typed.slice(0, typed.length - unsaved), ...typed.filter((mark) => reader.words('c6').includes(mark))]
      if (unsaved > 0) resent += 1
      if (typed.slice(known).some((mark) => reader.words('c6').includes(mark))) seen += 1
      await stage.begin()
      const witness = await stage.sit('u-mer1')
      const first = witness.words('c6')
      expect({ round, lost: shown.filter((mark) => !first.includes(mark)) }).toEqual({ round, lost: [] })
      for (const person of [writer, reader]) await live(person)
      await saved(writer)
      for (const person of [reader, witness]) await person.until(() => person.words('c6') === writer.words('c6'))
      expect({ round, once: standingOnce(witness.words('c6'), typed) }).toEqual({ round, once: true })
      for (const { room } of [writer, reader, witness]) expect(room.view().record.chain).toEqual({ is: 'verified' })
      witness.room.close()
    }
    // Words that were not answered were there to be sent again, unless the answer was the last thing the server did.
    expect(resent).toBeGreaterThanOrEqual(failpoint === 'after-answer' ? 0 : ROUNDS)
    // A broadcast may still be on its way when its sender dies.
    expect(seen).toBeGreaterThanOrEqual(failpoint === 'broadcast-to-answer' && ROUNDS > 5 ? 1 : 0)
    expect((await stage.end('SIGTERM')).ms).toBeLessThan(5_000)
    expect(await stage.entente('doctor')).toMatchObject({ code: 0 })
  },
)
