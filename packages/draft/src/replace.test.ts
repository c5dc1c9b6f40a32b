import { ClauseId } from '@entente/agreement'
import { expect, test } from 'vitest'
import { bareText } from './plain.ts'
import { readRoot } from './read.ts'
import { replaceWords } from './replace.ts'
import { rootName } from './root.ts'
import { bold, doc, li, ol, p, table } from './testing.ts'

const root = { kind: 'clause', clause: ClauseId.parse('a') } as const
const quote = (exact: string, prefix = '', suffix = '') => ({ exact, prefix, suffix, offset: 0 })

test('[text-13] quoted words are replaced where they stand, in their marks, and only if it is clear where', () => {
  const shared = table({ 'clause/a': doc(p('The ', bold('Partys'), ' agree.'), ol(li(p('one and one')), li(p('a Partys B')))) })
  const fragment = shared.getXmlFragment(rootName(root))
  const bare = () => bareText(readRoot(shared, root))
  expect(replaceWords(fragment, quote('States'), 'x')).toBe(false)
  expect(replaceWords(fragment, quote('one', 'neither ', ''), 'two')).toBe(false)
  expect(replaceWords(fragment, quote('Partys', 'The ', ' agree'), 'Parties')).toBe(true)
  expect(replaceWords(fragment, quote('one', 'and ', ''), 'two')).toBe(true)
  expect(bare()).toBe('The Parties agree.\none and two\na Partys B')
  expect(readRoot(shared, root)[0]).toMatchObject({ runs: [{ text: 'The ' }, { text: 'Parties', bold: true }, { text: ' agree.' }] })
})
