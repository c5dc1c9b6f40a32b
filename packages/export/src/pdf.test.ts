import type { Text } from '@entente/draft'
import { doc, li, ol, p } from '@entente/draft/testing'
import { describe, expect, test } from 'vitest'
import { communique } from './communique.ts'
import { toMarkdown } from './markdown.ts'
import { pdfOf } from './pdf.ts'
import { installed, lettersAndDigits, lineFromTheRight, structureOfPdf, wordsOfPdf } from './testing/reading-back.ts'
import { AGREED_WORDS, ARABIC_WORDS, HOSTILE, hostileTalks, OPEN_WORDS, PROPOSED_WORDS, talks } from './testing/talks.ts'

const pdf = (kind: 'agreed' | 'rolling', manuscript = talks()) => pdfOf(communique({ ...manuscript, kind, include: { comments: true } }))

test('[export-19] the same paper gives the same bytes', () => {
  const first = pdf('rolling')
  expect(Buffer.from(first).subarray(0, 5).toString()).toBe('%PDF-')
  expect(Buffer.compare(first, pdf('rolling'))).toBe(0)
})

test('lists in lists in lists are printed, however deep', () => {
  const nested = Array.from({ length: 120 }).reduce<Text>((inside, _, index) => [ol(li(p(`level ${120 - index}`), ...inside))], [])
  const paper = communique(talks({ texts: { fire: nested } }))
  expect(pdfOf(paper).length).toBeGreaterThan(0)
  expect(toMarkdown(paper)).toContain('level 120')
})

test('a paper that Typst refuses fails with its reason', () => {
  const paper = communique(talks())
  expect(() => pdfOf({ ...paper, body: [{ is: 'heading', level: 0, line: [{ text: 'x' }] } as never] })).toThrow(/number must be/)
})

describe.skipIf(!installed('pdftotext', 'poppler-utils'))('read by Poppler', () => {
  test('[export-1] contains exactly the agreed clauses', () => {
    const words = wordsOfPdf(pdf('agreed'))
    for (const agreed of AGREED_WORDS.filter((found) => found !== ARABIC_WORDS)) expect(words).toContain(agreed)
    for (const open of OPEN_WORDS) expect(words).not.toContain(open)
  })

  test('[export-24] Arabic reads in order from the right, and a number in it stays as it is', () => {
    expect(lineFromTheRight(pdf('agreed'), 'كيلومترا')).toBe(lettersAndDigits(ARABIC_WORDS))
    const latin = talks({ texts: { relief: doc(p('Weapons withdraw إلى مسافة 30 كيلومترا من الخط within 21 days.')) } })
    expect(lineFromTheRight(pdf('agreed', latin), 'كيلومترا')).toContain(lettersAndDigits('إلى مسافة 30 كيلومترا من الخط'))
  })

  test('[export-2] has the numbers, labels and brackets of the paper', () => {
    const words = wordsOfPdf(pdf('rolling'))
    for (const found of ['2. Withdrawal', '(a) all firing', '(ii) by night.', '10. Воєнні', '[ORL: 15] [KES, CHR: 30]'])
      expect(words).toContain(found)
  })

  test('[export-35] has the new clauses that are proposed', () => {
    const words = wordsOfPdf(pdf('rolling'))
    for (const proposed of PROPOSED_WORDS) expect(words).toContain(proposed)
  })

  test('[export-22] is tagged: title, headings, lists, tables', () => {
    const { info, structure } = structureOfPdf(pdf('rolling'))
    expect(info).toMatch(/Tagged:\s+yes/)
    expect(info).toMatch(/Title:\s+Joint Communiqué/)
    expect(info).toMatch(/JavaScript:\s+no/)
    expect(info).toMatch(/CreationDate:\s+.*Nov 22 14:10:00 2026/)
    for (const tag of ['Document', 'H1', 'H2', 'L', 'LI', 'Lbl', 'Table', 'TH', 'TD', 'Link'])
      expect(structure).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'))
  })

  test('[export-18] hostile words are words in PDF', () => {
    const words = wordsOfPdf(pdf('rolling', hostileTalks())).replaceAll(/\s/g, '')
    for (const { shown } of HOSTILE) expect(words).toContain(shown.replaceAll(/\s/g, ''))
  })

  test('[export-15] only a harmless address becomes a link in PDF', () => {
    const file = Buffer.from(pdf('rolling', hostileTalks())).toString('latin1')
    expect(file).not.toMatch(/\/URI\s*\((javascript|data):/i)
    expect(file).not.toMatch(/\/(JavaScript|JS|Launch|EmbeddedFile)\b/)
  })

  test('[export-23] a character that no font has is printed by its code, not left out', () => {
    const words = wordsOfPdf(pdf('agreed', talks({ texts: { relief: doc(p('Relief \u0378 begins')) } })))
    expect(words).toContain('Relief ‹U+0378› begins')
  })
})
