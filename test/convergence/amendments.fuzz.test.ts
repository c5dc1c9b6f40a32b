/** The laws of brackets in random texts: `FUZZ_SEEDS` says how many rounds, `FUZZ_FROM` where the seeds begin. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  bracketView,
  hunksBetween,
  merged,
  readingIn,
  readText,
  rewriteText,
  tokensOf,
  withHunks,
  writeText,
  type Text,
} from '@entente/draft'
import { amended, anyNode, randomOf, read } from '@entente/draft/testing/amendments'

const ROUNDS = Number(process.env['FUZZ_SEEDS'] ?? 2_000)
const FROM = Number(process.env['FUZZ_FROM'] ?? 1)
/** Milliseconds for one law over all rounds, also on a busy machine. */
const PATIENCE = 240_000
const reached = {
  lists: 0,
  marks: 0,
  blocks: 0,
  pairs: 0,
  shared: 0,
  conflicts: 0,
  carried: 0,
  settled: 0,
  anchors: 0,
  typing: 0,
  insets: 0,
}

function round(seed: number) {
  const random = randomOf(seed)
  const node = anyNode(random)
  const readings = Array.from({ length: 1 + random(4) }, () => amended(node, random))
  // Now and then two delegations want the same.
  if (random(3) === 0 && readings[0] !== undefined) readings.push(readings[0])
  return { random, node, base: read(node), readings: new Map(readings.map((reading, index) => [`P${index}`, read(reading)])) }
}

const seeds = Array.from({ length: ROUNDS }, (_, index) => FROM + index)
const inRound = (seed: number, check: () => void) => {
  try {
    check()
  } catch (error) {
    throw new Error(`seed ${seed}`, { cause: error })
  }
}

test('[reading-4] every reading is put together again exactly from the bracket view', { timeout: PATIENCE }, () => {
  for (const seed of seeds)
    inRound(seed, () => {
      const { base, readings } = round(seed)
      const view = bracketView(base, readings)
      for (const [party, text] of readings) expect(readingIn(view, party)).toEqual(text)
      expect(readingIn(view, 'nobody')).toEqual(base)
      for (const { pieces } of view.lines)
        for (const piece of pieces)
          if (piece.kind === 'alternatives' && piece.alternatives.some(({ by }) => by.length > 1)) reached.shared += 1
      count(base, readings)
    })
})

test('[reading-5] all hunks of an amendment together are the amendment, and any of them give a text', { timeout: PATIENCE }, () => {
  for (const seed of seeds)
    inRound(seed, () => {
      const { base, readings, random } = round(seed)
      const before = tokensOf(base)
      for (const text of readings.values()) {
        const after = tokensOf(text)
        const hunks = hunksBetween(before, after)
        expect(withHunks(before, after, hunks)).toEqual(text)
        expect(withHunks(before, after, [])).toEqual(base)
        expect(hunksBetween(before, after)).toEqual(hunks)
        const some = hunks.filter(() => random(2) === 0)
        expect(Array.isArray(withHunks(before, after, some))).toBe(true)
      }
    })
})

test(
  '[reading-6] three-way merge: alone on either side nothing is lost, and both sides agree where they do not conflict',
  { timeout: PATIENCE },
  () => {
    for (const seed of seeds)
      inRound(seed, () => {
        const { base, readings } = round(seed)
        const [one = base, other = base] = readings.values()
        expect(merged(base, base, one)).toMatchObject({ text: one, conflicts: [] })
        expect(merged(base, one, base)).toMatchObject({ text: one, conflicts: [] })
        expect(merged(base, one, one)).toMatchObject({ text: one, conflicts: [] })
        const [there, back] = [merged(base, one, other), merged(base, other, one)]
        expect(there.conflicts.length).toBe(back.conflicts.length)
        expect(there.conflicts.length > 0 ? there.text : back.text).toEqual(there.text)
        const wanted = new Map(there.conflicts.map((_, index) => [index, 'wanted' as const]))
        expect(merged(base, one, other, wanted).text).toEqual(back.text)
        reached.conflicts += there.conflicts.length
        reached.carried += there.carried
        reached.settled += there.settled
      })
  },
)

test('[reading-7] the shared text is rewritten to any reading, and words that stay are not written again', { timeout: PATIENCE }, () => {
  for (const seed of seeds)
    inRound(seed, () => {
      const { base, readings } = round(seed)
      for (const text of readings.values()) {
        const doc = new Y.Doc()
        const fragment = doc.getXmlFragment('clause/one')
        if (base.length > 0) writeText(fragment, base)
        else doc.transact(() => fragment.delete(0, fragment.length))
        rewriteText(fragment, text)
        expect(readText(fragment)).toEqual(text)
      }
    })
})

/**
 * Every word is named once, so that it can be told without the code under test whether a comment still stands at its word, and whether
 * what somebody typed is still there.
 */
test(
  '[reading-8] a text rewritten while others type keeps what they type and where comments stand, and replicas converge',
  { timeout: PATIENCE },
  () => {
    for (const seed of seeds)
      inRound(seed, () => {
        const random = randomOf(seed)
        let words = 0
        const paragraph = () => Array.from({ length: 3 + random(12) }, () => `w${(words += 1)}`)
        const base = Array.from({ length: 1 + random(5) }, paragraph)
        const wanted = base.flatMap((line) => {
          const kept = line.filter(() => random(5) > 0)
          if (random(3) === 0) kept.splice(random(kept.length + 1), 0, `n${random(100)}`)
          const lines = random(12) === 0 ? [] : [kept]
          return random(8) === 0 ? [...lines, ['new', 'paragraph']] : lines
        })
        const server = new Y.Doc()
        server.clientID = 1
        const root = server.getXmlFragment('clause/one')
        writeText(root, inParagraphs(base, seed % 2 === 0))
        const client = new Y.Doc()
        client.clientID = 2 + random(2)
        Y.applyUpdate(client, Y.encodeStateAsUpdate(server))
        const anchors = runsOfWords(root).flatMap((text) =>
          Array.from(plain(text).matchAll(/w\d+/g), ({ 0: word, index }) => ({
            word,
            at: Y.createRelativePositionFromTypeIndex(text, index),
          })),
        )
        const typed = runsOfWords(client.getXmlFragment('clause/one')).flatMap((text) => {
          if (random(2) === 0) return []
          const own = `typed${(words += 1)}`
          const among = plain(text).match(/w\d+/g) ?? []
          text.insert(random(text.length + 1), ` ${own} `)
          return [{ own, among }]
        })
        const before = Y.encodeStateVector(client)
        rewriteText(root, inParagraphs(wanted, seed % 2 === 0))
        const standing = new Set(wanted.flat())
        for (const { word, at } of anchors) {
          if (!standing.has(word)) continue
          const place = Y.createAbsolutePositionFromRelativePosition(at, server)
          const found = place !== null && place.type instanceof Y.XmlText ? plain(place.type).slice(place.index) : ''
          expect(found.slice(0, word.length)).toBe(word)
          reached.anchors += 1
        }
        Y.applyUpdate(server, Y.encodeStateAsUpdate(client))
        Y.applyUpdate(client, Y.encodeStateAsUpdate(server, before))
        expect(readText(client.getXmlFragment('clause/one'))).toEqual(readText(root))
        const now = runsOfWords(root).map(plain).join('\n')
        for (const { own, among } of typed) {
          if (!among.some((word) => standing.has(word))) continue
          expect(now).toContain(own)
          reached.typing += 1
        }
      })
  },
)

function inParagraphs(lines: readonly (readonly string[])[], inList: boolean): Text {
  const blocks = lines.map((line) => ({ type: 'paragraph' as const, runs: line.length === 0 ? [] : [{ text: line.join(' ') }] }))
  if (!inList) return blocks
  return [{ type: 'list', ordered: true, items: blocks.map((block) => [block]) }]
}

function runsOfWords(node: Y.XmlFragment): readonly Y.XmlText[] {
  return node.toArray().flatMap((child) => (child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? runsOfWords(child) : []))
}

/** The words alone; a run of words otherwise prints its marks as tags. */
function plain(text: Y.XmlText): string {
  return Y.Text.prototype.toString.call(text)
}

function count(base: Text, readings: ReadonlyMap<string, Text>): void {
  const everything = JSON.stringify([base, ...readings.values()])
  if (everything.includes('"list"')) reached.lists += 1
  if (/"(bold|italic|underline|link|bracket)"/.test(everything)) reached.marks += 1
  if (/"(reference|footnote)"/.test(everything)) reached.insets += 1
  if (/[\ud800-\udbff]/.test(everything)) reached.pairs += 1
  if ([...readings.values()].some((text) => text.length !== base.length)) reached.blocks += 1
}

test('the rounds reached every interesting state', () => {
  process.stdout.write(`amendments fuzz, seeds ${FROM} to ${FROM + ROUNDS - 1}: ${JSON.stringify(reached)}\n`)
  expect(Object.entries(reached).filter(([, times]) => times < ROUNDS / 50)).toEqual([])
})
