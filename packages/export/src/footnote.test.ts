/** References and footnotes on paper, read back by other programs where there are some. */
import { ClauseId } from '@entente/agreement'
import { doc, footnote, p, referenceTo } from '@entente/draft/testing'
import { expect, test } from 'vitest'
import { communique } from './communique.ts'
import { docxOf } from './docx.ts'
import { toHtml } from './html.ts'
import { toMarkdown } from './markdown.ts'
import { pdfData } from './pdf-data.ts'
import { pdfOf } from './pdf.ts'
import { attribute, elementsOf, htmlOfDocx, installed, partsOfOffice, wordsOfHtml, wordsOfPdf } from './testing/reading-back.ts'
import { talks } from './testing/talks.ts'

const WITHDRAWN = ClauseId.parse('dropped')
const noted = () => {
  const made = talks()
  const [clause] = [...made.negotiation.clauses].filter(({ kind, standing }) => kind === 'operative' && standing.is === 'standing')
  if (clause === undefined) throw new Error('No clause')
  const gone = made.negotiation.clauses.find(({ standing }) => standing.is === 'withdrawn')?.clause ?? WITHDRAWN
  return {
    clause: clause.clause,
    manuscript: talks({
      texts: {
        [clause.clause]: doc(
          p(
            'See paragraph ',
            referenceTo(clause.clause),
            footnote('As <drawn> on the map.'),
            ' and ',
            referenceTo(gone),
            '.',
            footnote('By both.'),
          ),
        ),
      },
    }),
  }
}
const paper = () => communique({ ...noted().manuscript, kind: 'rolling' })

test('[footnote-5] HTML leads to the clause, to the footnotes and back', () => {
  const html = toHtml(paper())
  expect(wordsOfHtml(html)).toContain('See paragraph 11 and (withdrawn).2')
  const links = elementsOf(html).filter(({ tagName }) => tagName === 'a')
  const ids = new Set(elementsOf(html).flatMap((element) => attribute(element, 'id') ?? []))
  const inside = links.map((link) => attribute(link, 'href') ?? '').filter((href) => href.startsWith('#'))
  expect(inside).toEqual([`#clause-${noted().clause}`, '#note-1', '#note-2', '#mark-1', '#mark-2'])
  for (const href of inside) expect(ids).toContain(href.slice(1))
  expect(wordsOfHtml(html)).toContain('As <drawn> on the map.')
})

test('[footnote-5] Markdown has its footnotes, with the words escaped', () => {
  const text = toMarkdown(paper())
  expect(text).toContain('See paragraph 1[^1] and (withdrawn).[^2]')
  expect(text).toContain('[^1]: As \\<drawn\\> on the map.')
  expect(text).toContain('[^2]: By both.')
})

test('[footnote-5] Word has them as its own footnotes', async () => {
  const file = await docxOf(paper())
  expect(wordsOfHtml(await htmlOfDocx(file))).toContain('As <drawn> on the map.')
  const parts = await partsOfOffice(file)
  expect(parts.get('word/footnotes.xml')).toContain('As &lt;drawn&gt; on the map.')
  expect(parts.get('word/document.xml')?.match(/<w:footnoteReference w:id="[12]"\/>/g)).toEqual([
    '<w:footnoteReference w:id="1"/>',
    '<w:footnoteReference w:id="2"/>',
  ])
})

test('[footnote-5] the printer is given them where they stand', () => {
  expect(pdfData(paper())).toContain('"note":"As <drawn> on the map."')
})

test.skipIf(!installed('pdftotext', 'poppler-utils'))('[footnote-5] a PDF has the note at the foot of its page', () => {
  expect(wordsOfPdf(pdfOf(paper()))).toContain('As <drawn> on the map.')
})
