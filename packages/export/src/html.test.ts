import { createHash } from 'node:crypto'
import { doc, p } from '@entente/draft/testing'
import { expect, test } from 'vitest'
import { communique } from './communique.ts'
import { toHtml } from './html.ts'
import { attribute, elementsOf, wordsOfHtml } from './testing/reading-back.ts'
import { AGREED_WORDS, HOSTILE, hostileTalks, OPEN_WORDS, PROPOSED_WORDS, talks } from './testing/talks.ts'

const html = (kind: 'agreed' | 'rolling', manuscript = talks()) => toHtml(communique({ ...manuscript, kind, include: { comments: true } }))

test.each(['agreed', 'rolling'] as const)('the %s text as HTML', async (kind) => {
  await expect(html(kind)).toMatchFileSnapshot(`golden/${kind}.html.txt`)
})

test('[export-1] HTML contains exactly the agreed clauses', () => {
  const words = wordsOfHtml(html('agreed'))
  for (const agreed of AGREED_WORDS) expect(words).toContain(agreed)
  for (const open of OPEN_WORDS) expect(words).not.toContain(open)
})

test('[export-35] HTML has the new clauses that are proposed', () => {
  const words = wordsOfHtml(html('rolling'))
  for (const proposed of PROPOSED_WORDS) expect(words).toContain(proposed)
})

test('[export-17] HTML loads nothing and runs nothing, and says so to the browser', () => {
  const page = html('rolling', hostileTalks())
  const elements = elementsOf(page)
  const allowed =
    'html head meta title style body main header footer section div aside h1 h2 h3 p span b i u a ul li table caption thead tbody tr th td'.split(
      ' ',
    )
  expect([...new Set(elements.map(({ tagName }) => tagName))].filter((name) => !allowed.includes(name))).toEqual([])
  const attributes = new Set(elements.flatMap(({ attrs }) => attrs.map(({ name }) => name)))
  expect(
    [...attributes].filter((name) => name.startsWith('on') || ['src', 'style', 'srcdoc', 'action', 'background'].includes(name)),
  ).toEqual([])
  const policy = elements.find((element) => attribute(element, 'http-equiv') === 'Content-Security-Policy')
  const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? ''
  expect(policy && attribute(policy, 'content')).toBe(
    `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`,
  )
  expect(style).not.toMatch(/@import|url\(/)
})

test('[export-18] hostile words are words in HTML', () => {
  const words = wordsOfHtml(html('rolling', hostileTalks()))
  for (const { shown } of HOSTILE) expect(words).toContain(shown)
})

test('[export-15] only a harmless address becomes a link in HTML', () => {
  const links = elementsOf(html('rolling', hostileTalks())).filter(({ tagName }) => tagName === 'a')
  expect(links.map((link) => attribute(link, 'href'))).toEqual([
    'https://example.org/%22%3E%3Cscript%3E',
    'https://example.org/convention?a=1&b=2',
  ])
})

test('language and direction are told where they differ', () => {
  const page = html(
    'rolling',
    talks({
      cover: { referenceLanguage: 'ar', title: 'بيان مشترك' },
      texts: { fire: doc(p('تُسحب الأسلحة 30')), relief: doc(p('Relief.')) },
    }),
  )
  const elements = elementsOf(page)
  const root = elements.find(({ tagName }) => tagName === 'html')
  expect(root && [attribute(root, 'lang'), attribute(root, 'dir')]).toEqual(['ar', 'rtl'])
  expect(page).toContain('<p>تُسحب الأسلحة 30</p>')
  expect(page).toContain('<p dir="ltr">Relief.</p>')
  expect(page).toContain('<span lang="en">')
})

test('headings go down one step at a time', () => {
  const levels = elementsOf(html('rolling'))
    .map(({ tagName }) => /^h(\d)$/.exec(tagName)?.[1])
    .filter((level) => level !== undefined)
    .map(Number)
  expect(levels[0]).toBe(1)
  expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true)
})
