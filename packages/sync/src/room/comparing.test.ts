import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { z } from 'zod'
import { openComparing, type Comparing } from './comparing.ts'
import { compareCopy, type Copy } from './copy.ts'

let comparing: Comparing | undefined
afterEach(() => comparing?.close())

const nothing: Copy = { bytes: Y.encodeStateAsUpdate(new Y.Doc()), reads: [] }
const cutShort: Copy = { bytes: nothing.bytes.subarray(0, 1), reads: [] }

test('[room-25] copies are compared in a thread of their own, each with its answer, in the order in which they came', async () => {
  comparing = openComparing()
  const copies = [nothing, cutShort, nothing, cutShort, nothing]
  expect(await Promise.all(copies.map(comparing.compare))).toEqual(copies.map(compareCopy))
})

test('[room-25] a thread that fails takes what it was asked with it; the next copy gets another', async () => {
  comparing = openComparing()
  const { compare } = comparing
  const poison: Copy = { ...nothing, reads: z.custom<Copy['reads']>().parse([null]) }
  const asked = [compare(nothing), compare(poison), compare(nothing)]
  expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(await compare(nothing)).toEqual(compareCopy(nothing))
})

test('[room-25] when the server goes, whoever waits is told', async () => {
  comparing = openComparing()
  const asked = comparing.compare(nothing)
  await Promise.all([expect(asked).rejects.toThrow('ended'), comparing.close()])
})
