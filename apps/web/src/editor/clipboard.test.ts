import { expect, test } from 'vitest'
import { pasteOf } from './clipboard.ts'

const html = (source: string, plain = '') => pasteOf({ html: source, plain })
const plain = (words: string) => pasteOf({ html: '', plain: words })
const words = (...runs: readonly unknown[]) => ({ is: 'words', text: [{ type: 'paragraph', runs }], notice: undefined })

test('[paste-6] copies from the page itself are the editor’s, a line takes on the look around it; all else is read first', () => {
  expect(html('<p data-pm-slice="1 1 []">a</p><p>b</p>')).toEqual({ is: 'own' })
  expect(plain('One line (a) of words\n')).toEqual({ is: 'line', line: 'One line (a) of words' })
  expect(plain('a\tb\ud800')).toEqual({ is: 'line', line: 'a b\ufffd' })
  expect(html('<p>(a) One, <i>in all</i></p>')).toEqual(words({ text: '(a) One, ' }, { text: 'in all', italic: true }))
  expect(plain('The Parties:\n(a) cease;\n(b) withdraw.')).toMatchObject({ is: 'words', text: [{}, { ordered: true }] })
  expect(html('<p>One</p><p>Two</p>').is).toBe('words')
  expect(plain('4. Cease.\n5. Withdraw.')).toMatchObject({ is: 'clauses', imported: { sections: [{ clauses: [{}, {}] }] } })
})

test('[paste-6] words between two words do not run into them', () => {
  expect(html('<span>&nbsp;and so on</span> ', ' and so on ')).toEqual(words({ text: ' ' }, { text: 'and so on' }, { text: ' ' }))
})

test('[paste-8] what holds no words is told and takes nothing away; words beside a picture are read', () => {
  expect(html('<img src="data:x">')).toEqual({ is: 'no-words', notice: undefined })
  for (const nothing of ['', '\n', '\r\n\r\n']) expect(plain(nothing)).toEqual({ is: 'no-words', notice: undefined })
  expect(html('<img alt="Ceasefire line">', 'Ceasefire line')).toEqual({ is: 'line', line: 'Ceasefire line' })
  expect(html('<span> </span>', ' ')).toEqual({ is: 'line', line: ' ' })
  expect(html('<s>soon</s>', 'soon')).toEqual({ is: 'no-words', notice: 'Words marked as deleted were left out of what you pasted.' })
})

test('[paste-4] whoever pastes is told of tracked changes, with their authors, and of words that were struck out', () => {
  expect(html('<p>They <ins title="A. Braun">shall </ins>cease.</p>')).toMatchObject({
    is: 'words',
    notice: 'What you pasted carries one tracked change by A. Braun. It was pasted as it reads with it accepted.',
  })
  expect(html('<p>They <del>may</del><ins>shall</ins> cease.</p><p>At once.</p>')).toMatchObject({
    is: 'words',
    notice: 'What you pasted carries 2 tracked changes. It was pasted as it reads with them accepted.',
  })
  expect(html('<p>They <s>may</s> cease.</p>')).toMatchObject({
    is: 'words',
    notice: 'Words marked as deleted were left out of what you pasted.',
  })
  expect(html('<p>They cease.</p>')).toMatchObject({ notice: undefined })
})
