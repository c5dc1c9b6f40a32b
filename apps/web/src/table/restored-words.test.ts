import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { asText, remainder, sentence } from './restored-words.ts'

const { entries, negotiation: state } = negotiation('KES ORL', { ceasefire: 'Fire ceases.' })

test('[copy-10] a person is told from when the backup was, how many entries are missing, and can keep them', () => {
  const last = entries.at(-1)
  if (last === undefined) throw new Error('Nothing was said')
  const missing = entries.slice(-2)
  expect(sentence({ backup: last.at })).toMatch(/^This server was restored from a backup of .*\.$/)
  expect(remainder({ missing }, 1)).toContain('2 entries you had seen are not in it.')
  expect(remainder({ missing: [] }, 0)).toBe('Every entry you had seen is still in the record.')
  const text = asText({ head: last, backup: undefined, missing }, state)
  expect(text.split('\n')).toHaveLength(3)
  expect(text).toContain(`entry ${last.seq}, hash ${last.hash}`)
})
