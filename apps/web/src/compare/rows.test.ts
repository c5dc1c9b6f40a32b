import { ClauseId } from '@entente/agreement'
import { wordingOf } from '@entente/draft'
import { expect, test } from 'vitest'
import { differs, rowsOf, type Row } from './rows.ts'
import type { ReadText } from '../versions/text-at.ts'

/** "a:words b c": clauses with their words, numbered in order. */
const text = (words: string): ReadText =>
  words.split(' ').map((one, index) => {
    const [id = '', said = id] = one.split(':')
    const runs = [{ text: said }]
    return {
      clause: ClauseId.parse(id),
      number: String(index + 1),
      section: 'I',
      wording: wordingOf({ kind: 'operative', heading: '', text: [{ type: 'paragraph', runs }], milestones: [] }),
    }
  })

function told(row: Row): string {
  switch (row.is) {
    case 'same':
    case 'changed':
      return `${row.after.clause} ${row.is}${row.moved ? ' moved' : ''}`
    case 'added':
      return `${row.after.clause} added`
    case 'gone':
      return `${row.before.clause} gone`
    case 'left':
      return `${row.before.clause} now ${row.now}`
    default:
      return row satisfies never
  }
}

test('[way-5] two versions of the whole text: what changed, came, went and moved, each where it stood', () => {
  expect(rowsOf(text('a b c d e'), text('a b:other d new e c')).map(told)).toEqual([
    'a same',
    'b changed',
    'c now 6',
    'd same',
    'new added',
    'e same',
    'c same moved',
  ])
  expect(rowsOf(text('a b c'), text('b:x')).map(told)).toEqual(['a gone', 'b changed', 'c gone'])
})

test('[way-5] between a text and itself nothing differs', () => {
  expect(rowsOf(text('a b'), text('a b')).filter(differs)).toEqual([])
  expect(rowsOf(text('a b'), text('b a')).filter(differs).length).toBe(2)
})
