/**
 * Whole sessions at random: delegates type, delete and take positions while connections drop, the server is killed and the disk fails. In
 * the end everybody reads the same, nothing that was shown as saved is missing, and the record is one unbroken chain on every device.
 */
import { ClauseId, NO_ENTRIES, verify, type Readings } from '@entente/agreement'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { diskFull, faultyStore, openHouse, TALKS, type Delegate } from '../testing.ts'

const SEEDS = Number(process.env['FUZZ_SEEDS'] ?? 12)
const FIRST_SEED = Number(process.env['FUZZ_FIRST'] ?? 1)
const STEPS = 100

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test(
  `[save-7] after any session everybody reads the same and nothing that was saved is missing (${SEEDS} seeds)`,
  { timeout: 120_000 },
  async () => {
    const reached = { recorded: 0, moved: 0, lapses: 0, cuts: 0, crashes: 0, faults: 0, savedMarks: 0, unsavedAtCrash: 0 }
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed += 1) await session(seed, reached)
    expect(Object.entries(reached).filter(([, times]) => times === 0)).toEqual([])
    expect(reached.recorded).toBeGreaterThan(SEEDS)
    expect(reached.lapses).toBeGreaterThan(SEEDS)
  },
)

async function session(seed: number, reached: Record<string, number>): Promise<void> {
  const random = randomFrom(seed)
  const count = (what: string) => (reached[what] = (reached[what] ?? 0) + 1)
  const store = faultyStore()
  const house = await openHouse('KES ORL', { ceasefire: 'Fire ceases.', relief: 'Relief begins.' }, { store })
  const delegates = [await house.connect('KES-head'), await house.connect('ORL-head'), await house.connect('ORL-adviser')]
  const [kestria, orlava] = delegates
  const clause = () => (random(3) === 0 ? 'relief' : 'ceasefire')
  /** Marks typed, by delegate, and how many of them were shown as saved. */
  const typed = new Map(delegates.map((one): [Delegate, string[]] => [one, []]))
  const saved = new Set<string>()
  const note = () => {
    for (const [one, marks] of typed) if (one.room.view().unsaved === 0) for (const mark of marks) saved.add(mark)
  }

  for (let step = 0; step < STEPS; step += 1) {
    const who = delegates[random(3)] ?? delegates[0]
    if (who === undefined || kestria === undefined || orlava === undefined) throw new Error('Nobody is here')
    switch (random(16)) {
      case 0:
      case 1:
      case 2: {
        const mark = `<${seed}.${step}>`
        if (!who.room.view().loaded) break
        who.types(clause(), mark)
        typed.get(who)?.push(mark)
        break
      }
      case 3:
        // Something in the middle goes that is no mark, and comes back.
        if (!who.room.view().loaded) break
        who.types('ceasefire', '!')
        who.deletes('ceasefire', 1)
        break
      case 4:
      case 5: {
        const by = random(2) === 0 ? kestria : orlava
        const on = by.room.view().readings.get(ClauseId.parse('ceasefire'))?.fingerprint
        void by.room
          .submit('position.take', { clause: 'ceasefire', on, position: { stance: 'accepts', note: String(step) } })
          .then((answer) => {
            if (answer.ok) count('recorded')
            else if (answer.refusal.code === 'text-moved') count('moved')
          })
        break
      }
      case 6:
        house.network.deliverUp()
        break
      case 7:
        if (random(3) > 0) break
        note()
        house.network.cut()
        count('cuts')
        break
      case 8:
        if (random(3) > 0) break
        note()
        if (delegates.some(({ room }) => room.view().unsaved > 0)) count('unsavedAtCrash')
        house.crash()
        store.release()
        count('crashes')
        break
      case 9:
        if (random(3) > 0) store.breakWith(undefined)
        else {
          store.breakWith(diskFull())
          count('faults')
        }
        break
      case 10:
        if (random(2) === 0) store.hold()
        else store.release()
        break
      default:
        vi.advanceTimersByTime(50 + random(1_000))
        await house.settle(random(60))
        note()
    }
  }

  store.breakWith(undefined)
  store.release()
  await house.until(() => {
    vi.advanceTimersByTime(100)
    return delegates.every(({ room }) => room.view().connection.is === 'live' && room.view().unsaved === 0)
  })
  vi.advanceTimersByTime(20_000)
  await house.settle()
  note()
  const [first] = delegates
  const text = `${first?.reads('ceasefire')}${first?.reads('relief')}`
  const entries = await house.entries()
  const server = house.rooms().read(TALKS, ({ readings }) => readings)
  await house.settle()
  const answer = await server
  const readings = answer.ok ? fingerprintsOf(answer.result) : answer
  for (const { room, reads } of delegates) {
    const { record, negotiation, refused, ...view } = room.view()
    // The seed is part of what is compared, so that it is part of what is shown.
    expect({
      seed,
      text: `${reads('ceasefire')}${reads('relief')}`,
      readings: fingerprintsOf(view.readings),
      record,
      negotiation,
      refused,
    }).toEqual({
      seed,
      text,
      readings,
      record: first?.room.view().record,
      negotiation: first?.room.view().negotiation,
      refused: [],
    })
  }
  const marks = [...typed.values()].flat()
  expect({ seed, missing: [...saved].filter((mark) => !text.includes(mark)) }).toEqual({ seed, missing: [] })
  expect({ seed, lostOrDoubled: marks.filter((mark) => text.split(mark).length !== 2) }).toEqual({ seed, lostOrDoubled: [] })
  expect({ seed, verified: verify(TALKS, NO_ENTRIES, entries).ok }).toEqual({ seed, verified: true })
  reached['lapses'] = (reached['lapses'] ?? 0) + entries.filter(({ fact }) => fact.kind === 'wording-changed').length
  reached['savedMarks'] = (reached['savedMarks'] ?? 0) + saved.size
  await house.close()
}

function fingerprintsOf(readings: Readings): readonly (readonly [string, string])[] {
  return Array.from(readings, ([clause, { fingerprint }]) => [clause, fingerprint])
}

/** A small generator (mulberry32): the same seed, the same session. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}
