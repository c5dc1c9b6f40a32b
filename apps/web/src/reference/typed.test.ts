import { negotiation } from '@entente/agreement/testing'
import { schema } from '@entente/draft/schema'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { announcement, typedReference } from './typed.ts'

const { negotiation: record } = negotiation('KES ORL', { fire: 'Fire ceases.', relief: 'Relief begins.' }).situation('KES', 'head')
const typed = (words: string) => {
  const doc = schema.node('doc', null, [schema.node('paragraph', null, words === '' ? [] : [schema.text(words)])])
  return EditorState.create({ doc, selection: TextSelection.atEnd(doc) })
}

test('[reference-4] a reference that was typed is recognised where it stands, and only if the clause stands', () => {
  expect(typedReference(typed('As set out in paragraph 2'), record)).toEqual({ from: 25, to: 26, clause: 'relief', words: 'paragraph 2' })
  expect(typedReference(typed('Clause 1, '), record)).toMatchObject({ clause: 'fire', from: 8, to: 9 })
  expect(typedReference(typed('paragraph 7'), record)).toBeUndefined()
  expect(typedReference(typed('subparagraph 2'), record)).toBeUndefined()
  expect(typedReference(typed('paragraph 2 of the agreement'), record)).toBeUndefined()
  expect(typedReference(typed('preambular paragraph 1'), record)).toBeUndefined()
})

test('[reference-4] no word is put before a reference that is announced already', () => {
  const at = (words: string) => announcement(typed(words), 1 + words.length, false)
  expect(at('See ')).toBe('paragraph ')
  expect(at('See')).toBe(' paragraph ')
  expect(at('See paragraphs ')).toBe('')
  expect(at('paragraphs 2 and ')).toBe('')
  expect(announcement(typed('See '), 5, true)).toBe('preambular paragraph ')
})
