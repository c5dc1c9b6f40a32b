import { marked } from 'marked'
import { expect, test } from 'vitest'
import { communique } from './communique.ts'
import { toMarkdown } from './markdown.ts'
import { attribute, elementsOf, wordsOfHtml } from './testing/reading-back.ts'
import { AGREED_WORDS, HOSTILE, hostileTalks, OPEN_WORDS, PROPOSED_WORDS, talks } from './testing/talks.ts'

const markdown = (kind: 'agreed' | 'rolling', manuscript = talks()) =>
  toMarkdown(communique({ ...manuscript, kind, include: { comments: true } }))
const read = (text: string) => marked.parse(text, { async: false, gfm: true })

test.each(['agreed', 'rolling'] as const)('the %s text as Markdown', async (kind) => {
  await expect(markdown(kind)).toMatchFileSnapshot(`golden/${kind}.md`)
})

test('[export-1] Markdown contains exactly the agreed clauses', () => {
  const words = wordsOfHtml(read(markdown('agreed')))
  for (const agreed of AGREED_WORDS) expect(words).toContain(agreed)
  for (const open of OPEN_WORDS) expect(words).not.toContain(open)
})

test('[export-35] Markdown has the new clauses that are proposed', () => {
  const words = wordsOfHtml(read(markdown('rolling')))
  for (const proposed of PROPOSED_WORDS) expect(words).toContain(proposed)
})

test('[export-2] another program reads the same numbers and labels', () => {
  const words = wordsOfHtml(read(markdown('rolling')))
  for (const label of ['2. Withdrawal', '(a) all firing', '(ii) by night.', '10. Воєнні', '[ORL: 15] [KES, CHR: 30]'])
    expect(words).toContain(label)
})

test('[export-18] hostile words are words in Markdown', () => {
  const html = read(markdown('rolling', hostileTalks()))
  const words = wordsOfHtml(html)
  for (const { shown } of HOSTILE) expect(words).toContain(shown)
  const elements = elementsOf(html)
  expect(elements.filter(({ tagName }) => ['img', 'script', 'code', 'pre', 'del', 'ol', 'h4', 'b'].includes(tagName))).toEqual([])
  expect(elements.filter(({ tagName }) => tagName === 'a').map((link) => attribute(link, 'href'))).toEqual([
    'https://example.org/%22%3E%3Cscript%3E',
    'https://example.org/convention?a=1&b=2',
  ])
  expect(markdown('rolling', hostileTalks())).not.toContain('{{')
})
