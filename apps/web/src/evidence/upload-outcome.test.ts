import { expect, test } from 'vitest'
import { outcomeOf, sha256Of } from './upload-outcome.ts'
import { sizeWords } from './visibility.ts'

const sha256 = 'a'.repeat(64)

test('[evidence-view-1] an upload ends with the hash of what arrived, or with why it was not taken', () => {
  expect(outcomeOf(201, JSON.stringify({ sha256, bytes: 12, type: 'application/pdf' }))).toEqual({
    ok: true,
    value: { sha256, bytes: 12, type: 'application/pdf' },
  })
  expect(outcomeOf(201, 'not json')).toMatchObject({ ok: false, fault: { kind: 'unreadable' } })
  expect(outcomeOf(413, '{}')).toMatchObject({ ok: false, fault: { kind: 'refused', status: 413, code: 'http-413' } })
})

test('the hash is that of the bytes', async () => {
  expect(await sha256Of(new Blob(['abc']))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('sizes are said in thousands', () => {
  expect([0, 999, 1_400, 12_345_678, 3_000_000_000].map(sizeWords)).toEqual(['0 bytes', '999 bytes', '1.4 KB', '12.3 MB', '3.0 GB'])
})
