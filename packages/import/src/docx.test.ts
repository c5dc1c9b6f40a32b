/** A counter-draft saved by LibreOffice from `fixtures/counter-draft.fodt`, and what word processors write now and then. */
import { readFileSync } from 'node:fs'
import { footnotesIn, plainText } from '@entente/draft'
import { expect, test } from 'vitest'
import type { Imported } from './imported.ts'
import { readFile } from './read-file.ts'
import { docx, p } from './testing.ts'

function imported(bytes: Uint8Array): Imported {
  const answer = readFile('text.docx', bytes)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.imported
}

const texts = ({ sections }: Imported) => sections.flatMap(({ clauses }) => clauses.map(({ text }) => plainText(text)))
const readings = ({ sections }: Imported) =>
  sections.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.readings.map(({ author, text }) => [author, plainText(text)])))

const counterDraft = () => imported(readFileSync(new URL('../fixtures/counter-draft.docx', import.meta.url)))

test('[file-2] the text is what stood there before anybody tracked a change', () => {
  const draft = counterDraft()
  expect(draft.title).toBe('Communiqué on the northern coast')
  expect(draft.sections.map(({ number, heading }) => [number, heading])).toEqual([
    [undefined, undefined],
    ['I', 'Withdrawal'],
  ])
  expect(texts(draft)).toEqual([
    'Recalling the ceasefire of 3 May,',
    'Determined to restore passage (footnote: Passage within the meaning of the 1958 agreement.),',
    'Forces withdraw to a line not less than 30 km from the line of contact:\n(a) tanks within seven days;\n(b) artillery within ten days.',
    'The Monitor publishes a report, see its terms.\nSite | Day\nNorth pier | 7',
  ])
})

test('[file-2] each author of tracked changes has a reading of their own, with only their changes', () => {
  expect(counterDraft().authors).toEqual([
    { author: 'Orlava', changes: 2 },
    { author: 'Kestria', changes: 1 },
  ])
  expect(readings(counterDraft())).toEqual([
    [
      'Orlava',
      'Forces withdraw to a line not less than 15 km from the line of contact:\n(a) tanks within seven days;\n(b) artillery within ten days.',
    ],
    [
      'Kestria',
      'Forces withdraw to a line not less than 30 km from the line of contact:\n(a) tanks within seven days;\n(b) artillery within ten days, under observation.',
    ],
  ])
})

test('[footnote-4] a footnote of the file is a footnote of the text', () => {
  const all = counterDraft().sections.flatMap(({ clauses }) => clauses.flatMap(({ text }) => footnotesIn(text)))
  expect(all).toEqual(['Passage within the meaning of the 1958 agreement.'])
})

test('[file-2] comments and notes come with the words they are about, and who wrote them', () => {
  const remarks = counterDraft().sections.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.remarks))
  expect(remarks.map(({ remark, quote }) => [remark.kind, remark.author, remark.text, quote?.exact])).toEqual([
    ['comment', 'Meridia', 'Which map?', 'the line of contact'],
  ])
})

test('[file-3] the report says what was taken fully, partly and not', () => {
  expect(counterDraft().report).toEqual([
    { what: 'tables', count: 1, taken: 'partly' },
    { what: 'tracked-changes', count: 3, taken: 'fully' },
    { what: 'comments', count: 1, taken: 'fully' },
    { what: 'footnotes', count: 1, taken: 'fully' },
  ])
})

test('[file-3] what cannot be taken is counted, never dropped in silence', () => {
  const body = [
    `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t>Ports open</w:t></w:r><w:r><w:drawing/></w:r></w:p>`,
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF clause4 \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>paragraph 4</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    `<w:p><w:pPr><w:pPrChange/></w:pPr><w:r><w:sym w:char="F0B7"/><w:t> by day</w:t></w:r></w:p>`,
  ].join('')
  const made = imported(docx(body))
  expect(texts(made)).toEqual(['Ports open', 'paragraph 4', '□ by day'])
  expect(Object.fromEntries(made.report.map(({ what, count }) => [what, count]))).toEqual({
    'hidden-text': 1,
    pictures: 1,
    'cross-references': 1,
    'formatting-changes': 1,
    symbols: 1,
  })
})

test('[file-2] a paragraph that somebody divided is one without the change and two with it', () => {
  const ins = (inside: string) => `<w:ins w:author="Orlava">${inside}</w:ins>`
  const body = `<w:p><w:pPr><w:rPr><w:ins w:author="Orlava"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">1. Ports open. </w:t></w:r></w:p><w:p>${ins('<w:r><w:t xml:space="preserve">At once. </w:t></w:r>')}<w:r><w:t>Ships pass.</w:t></w:r></w:p>${p('2. End.')}`
  const made = imported(docx(body))
  expect(texts(made)).toEqual(['Ports open. Ships pass.', 'End.'])
  expect(readings(made)).toEqual([['Orlava', 'Ports open.\nAt once. Ships pass.']])
})

test('[file-2] words moved by one author are where they were without the change and where they went with it', () => {
  const moved = (name: string, inside: string) =>
    `<w:${name} w:author="Orlava"><w:r><w:t xml:space="preserve">${inside}</w:t></w:r></w:${name}>`
  const made = imported(
    docx(`<w:p>${moved('moveFrom', 'by day ')}<w:r><w:t xml:space="preserve">ports open </w:t></w:r>${moved('moveTo', 'by day')}</w:p>`),
  )
  expect(texts(made)).toEqual(['by day ports open'])
  expect(readings(made)).toEqual([['Orlava', 'ports open by day']])
})
