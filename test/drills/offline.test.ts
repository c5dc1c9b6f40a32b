/** A month without a connection, two thousand changes, and the way back. Attack case D9. */
import { expect, test } from 'vitest'
import { openHouse, VESNA } from '../stories/house.ts'
import { shiftedTime } from '../stories/shifted-time.ts'
import { openLine } from './stage.ts'

const DAYS = 30
const EDITS = 2_000

test(
  `[D9] [durable-11] ${DAYS} days offline with ${EDITS} changes merge, and the consent they void is named`,
  { timeout: 90_000 },
  async () => {
    const time = shiftedTime()
    const house = await openHouse({ time })
    const line = openLine(house.origin)
    const [traveller, orlava] = [await house.sit('u-kes1', VESNA, line.WebSocket), await house.sit('u-orl1')]
    expect(orlava.status('c8')).toBe('agreed')
    line.cut()
    await traveller.until(({ connection }) => connection.is === 'offline')

    orlava.insert('c6', 0, '<meanwhile>')
    await orlava.until(({ unsaved }) => unsaved === 0)
    time.shift(DAYS * 86_400_000)
    await house.restart()
    orlava.insert('c6', orlava.words('c6').length, '<a month later>')
    await orlava.until(({ unsaved, connection }) => unsaved === 0 && connection.is === 'live', 20_000)

    const typed: string[] = []
    for (let edit = 0; edit < EDITS; edit += 1) {
      const [clause, mark] = [edit % 2 === 0 ? 'c6' : 'c8', `${edit}·`]
      // Here and there, and now and then something is taken back.
      traveller.insert(clause, (edit * 17) % traveller.words(clause).length, mark)
      if (edit % 10 === 0) traveller.erase(clause, 0, 1)
      else typed.push(mark)
    }
    expect(traveller.room.view().unsaved).toBeGreaterThanOrEqual(EDITS)
    const begun = performance.now()
    line.mend()
    await traveller.until(({ unsaved, connection }) => unsaved === 0 && connection.is === 'live', 20_000)
    for (const clause of ['c6', 'c8']) await orlava.until(() => orlava.words(clause) === traveller.words(clause), 20_000)
    const took = performance.now() - begun
    expect(traveller.room.view().refused).toEqual([])
    expect(orlava.words('c6')).toContain('<meanwhile>')
    expect(orlava.words('c6')).toContain('<a month later>')
    await orlava.until(() => orlava.status('c8') === 'consent-lapsed')
    const standing = orlava.standing('c8', 'ORL')
    expect(standing).toMatchObject({ is: 'lapsed', change: { authors: ['u-kes1'] } })
    process.stdout.write(`${EDITS} changes merged ${Math.round(took)} ms after the connection came back\n`)
  },
)
