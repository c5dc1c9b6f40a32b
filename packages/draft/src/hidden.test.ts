import { expect, test } from 'vitest'
import { hiddenCharacters } from './hidden.ts'

test('[text-11] invisible, direction-changing and control characters are found where they stand', () => {
  expect(hiddenCharacters('shall\u200b not\u202e 🕊\u0000')).toEqual([
    { at: 5, character: '\u200b', codePoint: 'U+200B', kind: 'invisible' },
    { at: 10, character: '\u202e', codePoint: 'U+202E', kind: 'direction' },
    { at: 14, character: '\u0000', codePoint: 'U+0000', kind: 'control' },
  ])
})

test.each(
  '00ad 034f 061c 115f 1160 17b4 180e 200b 200c 200d 200e 200f 202a 202e 2060 2064 2066 2069 206f 2800 3164 fe00 fe0f feff ffa0 fff9 fffc e0001 e0041 e01ef 0007 007f'.split(
    ' ',
  ),
)('U+%s is hidden', (hex) => {
  expect(hiddenCharacters(String.fromCodePoint(0x61, Number.parseInt(hex, 16), 0x62))).toHaveLength(1)
})

test('letters, accents, white space and punctuation of any script are not', () => {
  expect(hiddenCharacters('Fire ceases – “at noon”.\n\tВогонь припиняється; يتوقف إطلاق النار؛ 停火\u00a0\u3000é e\u0301 कि ก็')).toEqual([])
})
