/**
 * No letter is lost without a word: people type, mark, join, divide and remove paragraphs and lists of one clause at the same moments, the
 * chair splits it, and one of them is away now and then.
 *
 * FUZZ_SEEDS says how many (40 unless told), FUZZ_FROM the first. A failing line names its seed; `FUZZ_FROM=<seed> FUZZ_SEEDS=1` repeats it.
 */
import { afterEach, describe, expect, test } from 'vitest'
import { randomFrom, type Random } from './random.ts'
import { openTable, type Table } from './typists.ts'

const from = Number(process.env['FUZZ_FROM'] ?? 1)
const count = Number(process.env['FUZZ_SEEDS'] ?? 40)
const ROUNDS = 14

const met = { typed: 0, standing: 0, removed: 0, kept: 0, keptAfterSaved: 0, splits: 0, away: 0 }

let table: Table | undefined
afterEach(async () => {
  await table?.house.close()
  table = undefined
})

describe(`words that a deletion overtakes, seeds ${from} to ${from + count - 1}`, () => {
  test.each(Array.from({ length: count }, (_, index) => from + index))(
    '[copy-15] [copy-16] every letter stands, was removed by somebody who had it, or is kept for who typed it: seed %i',
    async (seed) => {
      const random = randomFrom(seed)
      table = await openTable(random)
      expect(endsOf(table, seed, await run(table, seed, random))).toEqual({ texts: 1, refused: [], lost: [], keptThoughRead: [] })
    },
    60_000,
  )

  test.runIf(count >= 40)('[copy-15] letters have come to each of these ends', () => {
    expect(met.typed).toBeGreaterThan(10 * count)
    for (const times of Object.values(met)) expect(times).toBeGreaterThan(0)
    expect(met.kept).toBeGreaterThan(count)
  })
})

/** Whether somebody leaves in this run. Who comes back cannot always tell who had read their words. */
const leaves = (seed: number) => seed % 2 === 0

/** Answers the letters of which their typists were told at some time that they are saved. */
async function run({ house, typists, edits, splits, letters }: Table, seed: number, random: Random): Promise<ReadonlySet<string>> {
  const saved = new Set<string>()
  let away: string | undefined
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let left = 1 + random.below(5); left > 0; left -= 1) {
      const typist = random.any(typists)
      if (typist !== undefined) edits(typist, random)
      if (random.chance(0.2)) house.network.deliverUp()
    }
    if (random.chance(0.2)) {
      void splits(random)
      met.splits += 1
      const typist = random.any(typists)
      if (typist !== undefined) edits(typist, random)
    }
    if (leaves(seed) && away === undefined && random.chance(0.3)) {
      away = random.any(typists)?.name
      house.network.block(true)
      house.network.cut(away)
      met.away += 1
    } else if (away !== undefined && random.chance(0.5)) {
      await comeBack()
    }
    if (random.chance(0.3)) continue
    await house.settle()
    for (const typist of typists) if (typist.delegate.room.view().unsaved === 0) for (const letter of letters(typist)) saved.add(letter)
  }
  await comeBack()
  await house.until(() => typists.every(({ delegate }) => delegate.room.view().unsaved === 0))
  await house.settle()
  return saved

  async function comeBack() {
    away = undefined
    house.network.block(false)
    await house.until(() => typists.every(({ delegate }) => delegate.room.view().connection.is === 'live'))
  }
}

/** What became of everybody's letters; counts how often they came to each end. */
function endsOf({ typists, typed, removed, letters, kept }: Table, seed: number, saved: ReadonlySet<string>) {
  const texts = typists.map((typist) => [...letters(typist)].toSorted().join(''))
  const standing = new Set(texts[0])
  const lost: string[] = []
  for (const [letter, { by, item }] of typed) {
    met.typed += 1
    if (standing.has(letter)) met.standing += 1
    else if (kept(by).has(letter)) {
      met.kept += 1
      if (saved.has(letter)) met.keptAfterSaved += 1
    } else if (removed.has(item)) met.removed += 1
    else lost.push(`${letter} of ${by.name}, ${item}`)
  }
  return {
    /** How many different texts there are. */
    texts: new Set(texts).size,
    refused: typists.flatMap(({ delegate }) => delegate.room.view().refused),
    lost,
    keptThoughRead: leaves(seed)
      ? []
      : typists.flatMap((typist) =>
          [...kept(typist)].filter((letter) => typist.wrote.get(letter)?.every((item) => removed.has(item)) !== false),
        ),
  }
}
