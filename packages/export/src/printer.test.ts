import { doc, p } from '@entente/draft/testing'
import { afterAll, expect, test } from 'vitest'
import { communique } from './communique.ts'
import { createPrinter, PrinterBusy, PrinterFailed } from './printer.ts'
import { talks } from './testing/talks.ts'

const printer = createPrinter()
afterAll(() => printer.close())

const SLOW = { timeout: 60_000 }
const paper = communique(talks())
const firstBytes = (file: Uint8Array) => Buffer.from(file).subarray(0, 4).toString()

test('makes both formats, in the order asked for', SLOW, async () => {
  const order: string[] = []
  const made = await Promise.all(
    (['docx', 'pdf', 'docx'] as const).map((format) => printer.print({ format, paper }).finally(() => order.push(format))),
  )
  expect(made.map(firstBytes)).toEqual(['PK\u0003\u0004', '%PDF', 'PK\u0003\u0004'])
  expect(order).toEqual(['docx', 'pdf', 'docx'])
})

test('[export-20] printing does not hold up the process that asks', SLOW, async () => {
  const long = Array.from({ length: 400 }, (_, index) =>
    p(`Paragraph ${index} of a clause that goes on for more than one line, so that there is something to set.`),
  )
  const printing = printer.print({ format: 'pdf', paper: communique(talks({ texts: { fire: doc(...long) } })) })
  let beats = 0
  const pulse = setInterval(() => (beats += 1), 1)
  await printing
  clearInterval(pulse)
  expect(beats).toBeGreaterThan(10)
})

test('[export-21] only so many papers may wait', SLOW, async () => {
  const small = createPrinter({ maxWaiting: 1 })
  const [first, second, third] = [
    small.print({ format: 'pdf', paper }),
    small.print({ format: 'pdf', paper }),
    small.print({ format: 'pdf', paper }),
  ]
  await expect(third).rejects.toThrow(PrinterBusy)
  expect((await first).length).toBe((await second).length)
  small.close()
})

test('[export-21] a paper that takes too long is given up, and the printer goes on with a new process', SLOW, async () => {
  const hasty = createPrinter({ printLimit: 1 })
  await expect(hasty.print({ format: 'pdf', paper })).rejects.toThrow(PrinterFailed)
  await expect(hasty.print({ format: 'pdf', paper })).rejects.toThrow('not made within 1 ms')
  hasty.close()
})

test('a paper that cannot be made fails with the reason, and the next one is made', SLOW, async () => {
  const broken = { ...paper, body: [{ is: 'heading', level: 0, line: [{ text: 'x' }] } as never] }
  await expect(printer.print({ format: 'pdf', paper: broken })).rejects.toThrow(/number must be/)
  expect(firstBytes(await printer.print({ format: 'pdf', paper }))).toBe('%PDF')
})

test('a process that has nothing to do ends, and the next paper starts another', SLOW, async () => {
  const brief = createPrinter({ idleLimit: 1 })
  expect(firstBytes(await brief.print({ format: 'pdf', paper }))).toBe('%PDF')
  expect(firstBytes(await brief.print({ format: 'pdf', paper }))).toBe('%PDF')
  brief.close()
})

test('closing gives up what waits', SLOW, async () => {
  const closing = createPrinter()
  const outcome = Promise.allSettled([closing.print({ format: 'pdf', paper }), closing.print({ format: 'pdf', paper })])
  closing.close()
  expect((await outcome).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
