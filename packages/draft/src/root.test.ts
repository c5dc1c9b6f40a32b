import { AmendmentId, ClauseId, Language } from '@entente/agreement'
import { expect, test } from 'vitest'
import { parseRoot, rootName, type Root } from './root.ts'

const clause = ClauseId.parse('op-1.a')

test.each<[string, Root]>([
  ['clause/op-1.a', { kind: 'clause', clause }],
  ['amendment/kes-2', { kind: 'amendment', amendment: AmendmentId.parse('kes-2') }],
  ['translation/sr-Latn/op-1.a', { kind: 'translation', language: Language.parse('sr-Latn'), clause }],
])('%s names its root', (name, root) => {
  expect(rootName(root)).toBe(name)
  expect(parseRoot(name)).toEqual(root)
})

test.each([
  '',
  'clause',
  'clause/',
  'clause/a/b',
  'clause//a',
  'Clause/a',
  'clause/a b',
  'clause/../a',
  'clause/__proto__',
  `clause/${'a'.repeat(65)}`,
  'amendment/',
  'amendment/a/b',
  'translation/fr',
  'translation/fr/',
  'translation/Français/a',
  'translation/fr/a/b',
  'comment/a',
  'constructor/a',
  ' clause/a',
  'clause/a\n',
])('no text is kept under %j', (name) => {
  expect(parseRoot(name)).toBeUndefined()
})
