/** HTML from a word processor's clipboard or a web page, and Akoma Ntoso. */
import { plainText } from '@entente/draft'
import { expect, test } from 'vitest'
import type { Imported } from './imported.ts'
import { readFile } from './read-file.ts'

function imported(name: string, source: string): Imported {
  const answer = readFile(name, new TextEncoder().encode(source))
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.imported
}
const texts = ({ sections }: Imported) => sections.flatMap(({ clauses }) => clauses.map(({ kind, text }) => `${kind}: ${plainText(text)}`))

test('[file-1] HTML: lists inside lists are items, a table is a line for each row', () => {
  const made = imported(
    'a.html',
    '<title>Ports</title><h2>Passage</h2><ol><li>Ports open:<ol type="a"><li>North;<li>South.</ol></li><li value="5"><b style="font-weight:normal">Ships</b> <b>pass</b>.</ol><table><tr><th>Port<th>Day<tr><td>North<td>7</table>',
  )
  expect(made.title).toBe('Ports')
  expect(texts(made)).toEqual(['operative: Ports open:\n(a) North;\n(b) South.', 'operative: Ships pass.\nPort | Day\nNorth | 7'])
  expect(made.sections[0]?.clauses.map(({ label }) => label)).toEqual(['1.', '5.'])
  expect(made.sections[0]?.clauses[1]?.text[0]).toEqual({
    type: 'paragraph',
    runs: [{ text: 'Ships ' }, { text: 'pass', bold: true }, { text: '.' }],
  })
})

test('[file-2] HTML: ins and del are tracked changes of whoever they name', () => {
  const made = imported('a.html', '<p>1. Ports open <del data-author="Orlava">soon</del><ins data-author="Orlava">at once</ins>.</p>')
  expect(texts(made)).toEqual(['operative: Ports open soon.'])
  expect(made.sections[0]?.clauses[0]?.readings.map(({ author, text }) => [author, plainText(text)])).toEqual([
    ['Orlava', 'Ports open at once.'],
  ])
})

test('[file-1] Akoma Ntoso: recitals, articles with headings, lists and notes', () => {
  const made = imported(
    'a.akn',
    `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="communique"><meta><identification/></meta>
      <preface><p><docTitle>Communiqué on ports</docTitle></p></preface>
      <preamble><recitals><recital eId="r1"><p>Recalling the truce,</p></recital></recitals></preamble>
      <mainBody><section><num>I</num><heading>Passage</heading>
        <paragraph><num>1</num><content><p>Ports open<authorialNote><p>All five.</p></authorialNote>:</p>
          <blockList><item><num>(a)</num><p>North;</p></item><item><num>(b)</num><p><b>South</b>.</p></item></blockList></content></paragraph>
        <paragraph><num>2</num><content><p>See <ref href="#p1">paragraph 1</ref>.</p></content></paragraph>
      </section></mainBody></statement></akomaNtoso>`,
  )
  expect(made.title).toBe('Communiqué on ports')
  expect(made.sections.map(({ heading, number }) => [number, heading])).toEqual([
    [undefined, undefined],
    ['I', 'Passage'],
  ])
  expect(texts(made)).toEqual([
    'preambular: Recalling the truce,',
    'operative: Ports open (footnote: All five.):\n(a) North;\n(b) South.',
    'operative: See paragraph 1.',
  ])
  expect(made.report).toContainEqual({ what: 'footnotes', count: 1, taken: 'fully' })
  expect(made.report).toContainEqual({ what: 'cross-references', count: 1, taken: 'partly' })
})

test('[footnote-4] footnotes of Markdown and HTML are footnotes of the text', () => {
  const markdown = imported(
    'a.md',
    '1. Ports[^a] open[^b], see [^none].\n\n[^a]: All *five*,\n    without the river.\n[^b]: At noon.\n\n2. Relief begins.\n',
  )
  expect(texts(markdown)).toEqual([
    'operative: Ports (footnote: All five, without the river.) open (footnote: At noon.), see [^none].',
    'operative: Relief begins.',
  ])
  expect(markdown.report).toContainEqual({ what: 'footnotes', count: 2, taken: 'fully' })
  const html = imported(
    'a.html',
    '<p>1. Ports<sup><a role="doc-noteref" href="#fn1">1</a></sup> open.</p><section role="doc-endnotes"><ol><li id="fn1">All five. <a role="doc-backlink" href="#r1">back</a></li></ol></section>',
  )
  expect(texts(html)).toEqual(['operative: Ports (footnote: All five.) open.'])
})
