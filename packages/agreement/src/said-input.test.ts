import { expect, test } from 'vitest'
import { z } from 'zod'
import { MAX_INPUT_DEPTH } from './limits.ts'
import { inputOf } from './said-input.ts'

const shape = z.strictObject({ note: z.string(), more: z.unknown().optional() })

/** Lists in lists, so many of them. */
function nested(depth: number): unknown {
  let value: unknown = 'x'
  for (let level = 0; level < depth; level += 1) value = [value]
  return value
}

test('[input-1] what has the shape comes through, what has not names the field', () => {
  expect(inputOf(shape, { note: '😀', more: undefined })).toEqual({ ok: true, input: { note: '😀' } })
  expect(inputOf(shape, { note: 1 })).toMatchObject({ ok: false, detail: expect.stringMatching(/^note: /) as string })
  expect(inputOf(shape, 'note')).toMatchObject({ ok: false })
  expect(inputOf(shape, undefined)).toMatchObject({ ok: false })
})

test('[input-1] half a character is refused wherever it stands', () => {
  for (const raw of [{ note: 'a\ud83d' }, { note: 'a', more: [{ deep: ['\ude00'] }] }, { note: 'a', more: { '\ud83d': 1 } }])
    expect(inputOf(shape, raw)).toMatchObject({ ok: false, detail: expect.stringMatching(/^(note|more): half a character$/) as string })
})

test('[input-1] what is deeper than any statement is refused before its shape is looked at', () => {
  expect(inputOf(shape, { note: 'a', more: nested(MAX_INPUT_DEPTH - 1) })).toMatchObject({ ok: true })
  expect(inputOf(shape, { note: 'a', more: nested(MAX_INPUT_DEPTH) })).toEqual({ ok: false, detail: 'more: too deep' })
  expect(inputOf(shape, { note: 'a', more: nested(1_000_000) })).toEqual({ ok: false, detail: 'more: too deep' })
})
