import { ClauseId, Language } from '@entente/agreement'
import { expect, test } from 'vitest'
import { clauseLanguages } from './clause-language.ts'

test('[editor-4] the language of a clause is said for this device, clause by clause, and taken back', () => {
  const values = new Map<string, string>()
  const storage = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  }
  const languages = clauseLanguages(storage)
  const [a, b] = [ClauseId.parse('a'), ClauseId.parse('b')]
  let heard = 0
  languages.subscribe(() => (heard += 1))
  languages.say('n', a, Language.parse('uk'))
  expect([languages.of('n', a), languages.of('n', b), languages.of('m', a), heard]).toEqual(['uk', undefined, undefined, 1])
  languages.say('n', a, undefined)
  expect([languages.of('n', a), values.size]).toEqual([undefined, 0])
  values.set('entente-language:n:a', 'no language at all')
  expect(languages.of('n', a)).toBeUndefined()
})
