import { BracketId } from '@entente/agreement'
import { expect, test } from 'vitest'
import { bracketsOf, publishable } from './publishable.ts'

const atTheTable = { id: BracketId.parse('b-public'), kind: 'contested' as const }
const clause = [{ type: 'paragraph' as const, runs: [{ text: 'shall', bracket: atTheTable }] }]
const inside = { id: BracketId.parse('caucus-bracket-1'), kind: 'alternative' as const }
/** What no type allows and a program could still carry along. */
const secret = { comment: 'CANARY', author: 'CANARY' }

test('[C6] what is tabled from a caucus holds its words and marks, and no id, attribute or comment that was given there', () => {
  let count = 0
  const text = [
    {
      type: 'paragraph' as const,
      ...secret,
      runs: [
        { text: 'shall', bracket: { ...secret, ...atTheTable } },
        { text: 'not less than ', bold: true as const, ...secret },
        { text: '25', bracket: { ...secret, ...inside } },
        { text: ' km', bracket: { ...secret, ...inside } },
      ],
    },
    {
      type: 'list' as const,
      ordered: true,
      ...secret,
      items: [[{ type: 'paragraph' as const, runs: [{ text: 'at named sites', link: 'https://example.org/', ...secret }] }]],
    },
  ]
  const published = publishable(text, bracketsOf(clause), () => BracketId.parse(`b-${(count += 1)}`))
  expect(published).toEqual([
    {
      type: 'paragraph',
      runs: [
        { text: 'shall', bracket: atTheTable },
        { text: 'not less than ', bold: true },
        { text: '25', bracket: { id: 'b-1', kind: 'alternative' } },
        { text: ' km', bracket: { id: 'b-1', kind: 'alternative' } },
      ],
    },
    { type: 'list', ordered: true, items: [[{ type: 'paragraph', runs: [{ text: 'at named sites', link: 'https://example.org/' }] }]] },
  ])
  expect(JSON.stringify(published)).not.toMatch(/CANARY|caucus-bracket/)
})
