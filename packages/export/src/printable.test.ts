import { expect, test } from 'vitest'
import { permittedLink } from './link.ts'
import { printable } from './printable.ts'

test.each([
  ['a\u0000b', 'a‹U+0000›b'],
  ['a\u0007b\u007F', 'a‹U+0007›b‹U+007F›'],
  ['a\uD800b', 'a‹U+D800›b'],
  ['\uDC00', '‹U+DC00›'],
  ['a\uFFFE\uFFFFb', 'a‹U+FFFE›‹U+FFFF›b'],
  ['not less than \u202E30\u202C km', 'not less than ‹U+202E›30‹U+202C› km'],
  ['\u2066x\u2069', '‹U+2066›x‹U+2069›'],
  ['shall\u200B not', 'shall‹U+200B› not'],
  ['\u{E0041}', '‹U+E0041›'],
])('[export-14] prints what cannot be seen by its code: %j', (text, printed) => {
  expect(printable(text)).toBe(printed)
})

test.each(['Воєнні дії', 'تُسحب الأسلحة', 'می‌شود', 'e\u0301', '30\u00A0km', '中文', '😀', '“§ 1” – [a] ‹b›'])(
  'leaves what can be seen: %s',
  (text) => {
    expect(printable(text)).toBe(text)
  },
)

test('makes one line of many', () => {
  expect(printable('a\r\nb\tc\u2028d  e')).toBe('a b c d e')
})

test.each(['https://example.org/a?b=1', 'http://example.org/', 'mailto:chair@example.org'])('follows %s', (address) => {
  expect(permittedLink(address)).toBe(address)
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//example.org/',
  '/relative',
  '',
  `https://example.org/${'a'.repeat(2_000)}`,
])('[export-15] does not follow %j', (address) => {
  expect(permittedLink(address)).toBeUndefined()
})
