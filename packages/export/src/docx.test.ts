import { bracket, doc, p } from '@entente/draft/testing'
import { describe, expect, test } from 'vitest'
import { communique } from './communique.ts'
import { docxOf } from './docx.ts'
import { attribute, elementsOf, htmlOfDocx, installed, partsOfOffice, wordsByLibreOffice, wordsOfHtml } from './testing/reading-back.ts'
import { AGREED_WORDS, HOSTILE, hostileTalks, OPEN_WORDS, PROPOSED_WORDS, talks } from './testing/talks.ts'

const docx = (kind: 'agreed' | 'rolling', manuscript = talks()) => docxOf(communique({ ...manuscript, kind, include: { comments: true } }))
const partOf = (parts: ReadonlyMap<string, string>, name: string) => parts.get(name) ?? ''

test('[export-1] a Word file contains exactly the agreed clauses', async () => {
  const words = wordsOfHtml(await htmlOfDocx(await docx('agreed')))
  for (const agreed of AGREED_WORDS) expect(words).toContain(agreed)
  for (const open of OPEN_WORDS) expect(words).not.toContain(open)
})

test('[export-35] a Word file has the new clauses that are proposed', async () => {
  const words = wordsOfHtml(await htmlOfDocx(await docx('rolling')))
  for (const proposed of PROPOSED_WORDS) expect(words).toContain(proposed)
})

test('[export-2] headings are Word’s own styles, numbers are literal text', async () => {
  const parts = await partsOfOffice(await docx('rolling'))
  const headings = elementsOf(await htmlOfDocx(await docx('rolling')))
    .filter(({ tagName }) => /^h\d$/.test(tagName))
    .map(({ tagName, childNodes }) => [tagName, childNodes.map((node) => ('value' in node ? node.value : '')).join('')])
  expect(headings).toEqual(
    expect.arrayContaining([
      ['h1', 'I. Cessation of hostilities'],
      ['h2', '9. Review'],
    ]),
  )
  expect(partOf(parts, 'word/document.xml')).not.toContain('<w:numPr>')
  expect(partOf(parts, 'word/document.xml')).toContain('w:val="Title"')
})

test('brackets and statuses are visible', async () => {
  const words = wordsOfHtml(await htmlOfDocx(await docx('rolling')))
  expect(words).toContain('[ORL: will endeavour to] [KES, CHR: will] withdraw')
  expect(words).toContain('Contested. Objects: KES. Reserves its position: ORL.')
})

test('comments are Word comments, answers hang on the first', async () => {
  const parts = await partsOfOffice(await docx('rolling'))
  expect(partOf(parts, 'word/comments.xml')).toContain('Halyna Marenko (Kestria)')
  expect(partOf(parts, 'word/comments.xml')).toContain('Which calibres?')
  expect(partOf(parts, 'word/comments.xml')).not.toContain('SECRET SLIP')
  expect(partOf(parts, 'word/commentsExtended.xml')).toContain('paraIdParent')
  expect(partOf(parts, 'word/document.xml')).not.toContain('Which calibres?')
})

test('the milestones repeat their header row on each page, lying on their side', async () => {
  const document = partOf(await partsOfOffice(await docx('agreed')), 'word/document.xml')
  expect(document).toContain('<w:tblHeader/>')
  expect(document).toContain('w:orient="landscape"')
})

test('[export-11] the foot of each page names the record; properties tell the hash', async () => {
  const paper = communique({ ...talks(), kind: 'agreed' })
  const parts = await partsOfOffice(await docxOf(paper))
  const footers = [...parts].filter(([name]) => /^word\/footer\d+\.xml$/.test(name))
  expect(footers).toHaveLength(3)
  for (const [, xml] of footers) {
    expect(xml).toContain(paper.footer)
    expect(xml).toContain('NUMPAGES')
  }
  expect(partOf(parts, 'docProps/custom.xml')).toContain(paper.head.hash)
  expect(partOf(parts, 'docProps/core.xml')).toContain('<dc:title>Joint Communiqué')
})

test('Word is told the language, and which runs are read from the right', async () => {
  const ukrainian = await partsOfOffice(await docx('agreed', talks({ cover: { referenceLanguage: 'uk' } })))
  expect(partOf(ukrainian, 'word/styles.xml')).toMatch(/<w:lang [^>]*w:val="uk-UA"/)
  const document = partOf(await partsOfOffice(await docx('agreed')), 'word/document.xml')
  expect(document).toMatch(/<w:bidi\/>/)
  expect(document).toMatch(/<w:rtl\/>(?:(?!<\/w:r>).)*تُسحب الأسلحة إلى مسافة 30 كيلومترا من الخط\./)
  expect(document).not.toMatch(/w:(rtl|bidi|bidiVisual) w:val="false"/)
})

test('distances are whole numbers, as Word demands', async () => {
  for (const [, xml] of await partsOfOffice(await docx('rolling'))) expect(xml).not.toMatch(/ w:[a-zA-Z]+="-?\d+\.\d+"/)
})

test('a bracket around Arabic keeps its Latin names in a run of their own', async () => {
  const texts = { withdrawal: doc(p('مسافة ', bracket('ثلاثون كيلومترا', 'alternative', 'b-1'))) }
  const document = partOf(await partsOfOffice(await docx('rolling', talks({ texts }))), 'word/document.xml')
  const runs = [...document.matchAll(/<w:r>(.*?)<\/w:r>/g)].map(([, run = '']) => [
    run.includes('<w:rtl/>') ? 'rtl' : 'ltr',
    /<w:t[^>]*>(.*?)<\/w:t>/.exec(run)?.[1],
  ])
  expect(runs).toEqual(
    expect.arrayContaining([
      ['ltr', 'ORL'],
      ['rtl', 'ثلاثون كيلومترا'],
    ]),
  )
})

test('[export-18] hostile words are words in Word, and every part is well-formed', async () => {
  const file = await docx('rolling', hostileTalks())
  const words = wordsOfHtml(await htmlOfDocx(file))
  for (const { shown } of HOSTILE) expect(words).toContain(shown)
  const parts = await partsOfOffice(file)
  expect(parts.size).toBeGreaterThan(8)
  expect([...parts.values()].join('')).not.toContain('<!DOCTYPE')
})

test('[export-17] a Word file has no field but page numbers, and nothing outside but harmless links', async () => {
  const parts = await partsOfOffice(await docx('rolling', hostileTalks()))
  const fields = [...parts.values()].flatMap((xml) =>
    [...xml.matchAll(/<w:instrText[^>]*>(.*?)<\/w:instrText>/g)].map(([, field = '']) => field.trim()),
  )
  expect([...new Set(fields)].toSorted()).toEqual(['NUMPAGES', 'PAGE'])
  const outside = [...parts]
    .filter(([name]) => name.endsWith('.rels'))
    .flatMap(([, xml]) => [...xml.matchAll(/<Relationship [^>]*TargetMode="External"[^>]*>/g)].map(([found]) => found))
  expect(outside.map((found) => /Target="([^"]*)"/.exec(found)?.[1])).toEqual([
    'https://example.org/%22%3E%3Cscript%3E',
    'https://example.org/convention?a=1&amp;b=2',
  ])
  expect(outside.every((found) => found.includes('/hyperlink"'))).toBe(true)
  expect([...parts.keys()].filter((name) => /media|embeddings|vba/i.test(name))).toEqual([])
  expect(
    elementsOf(await htmlOfDocx(await docx('rolling', hostileTalks())))
      .map((element) => attribute(element, 'href') ?? '')
      .filter((href) => /^(javascript|data):/i.test(href)),
  ).toEqual([])
})

describe.skipIf(!installed('soffice', 'libreoffice-writer'))('read by LibreOffice', () => {
  test('[export-1] contains exactly the agreed clauses, Cyrillic and Arabic in order', { timeout: 120_000 }, async () => {
    const words = wordsByLibreOffice(await docx('agreed'))
    for (const agreed of AGREED_WORDS) expect(words).toContain(agreed)
    for (const open of OPEN_WORDS) expect(words).not.toContain(open)
    expect(words).toContain('9. Review')
  })

  test('[export-18] opens hostile words', { timeout: 120_000 }, async () => {
    const words = wordsByLibreOffice(await docx('rolling', hostileTalks()))
    for (const { shown } of HOSTILE) expect(words).toContain(shown)
  })
})
