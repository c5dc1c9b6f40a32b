import { expect, test } from 'vitest'
import { pasteOf } from './clipboard.ts'

const html = (source: string) => pasteOf({ html: source, plain: '' })

test('[paste-6] copies from the page itself and single paragraphs are the editor’s; lists and several paragraphs are read first', () => {
  expect(html('<p data-pm-slice="1 1 []">a</p><p>b</p>').is).toBe('plain')
  expect(pasteOf({ html: '', plain: 'One line (a) of words' }).is).toBe('plain')
  expect(pasteOf({ html: '', plain: 'The Parties:\n(a) cease;\n(b) withdraw.' })).toMatchObject({
    is: 'words',
    text: [{}, { ordered: true }],
  })
  expect(html('<p>One</p><p>Two</p>').is).toBe('words')
  expect(pasteOf({ html: '', plain: '4. Cease.\n5. Withdraw.' })).toMatchObject({
    is: 'clauses',
    imported: { sections: [{ clauses: [{}, {}] }] },
  })
})

test('[paste-4] whoever pastes is told of tracked changes, with their authors, and of words that were struck out', () => {
  expect(html('<p>They <ins title="A. Braun">shall </ins>cease.</p>')).toEqual({
    is: 'plain',
    notice: 'What you pasted carries one tracked change by A. Braun. It was pasted as it reads with it accepted.',
  })
  expect(html('<p>They <del>may</del><ins>shall</ins> cease.</p><p>At once.</p>')).toMatchObject({
    is: 'words',
    notice: 'What you pasted carries 2 tracked changes. It was pasted as it reads with them accepted.',
  })
  expect(html('<p>They <s>may</s> cease.</p>')).toEqual({
    is: 'plain',
    notice: 'Words marked as deleted were left out of what you pasted.',
  })
  expect(html('<p>They cease.</p>')).toEqual({ is: 'plain', notice: undefined })
})
