import { BracketId } from '@entente/agreement'
import { schema } from '@entente/draft/schema'
import { Fragment, Slice } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { bracketsIn, freshBracket, withOwnBrackets } from './own-brackets.ts'

const bracket = (id: string) => schema.mark('bracket', { id, kind: 'contested' })
const paragraph = (...ids: readonly string[]) =>
  schema.node(
    'paragraph',
    null,
    ids.map((id) => schema.text(`words of ${id}`, [bracket(id), schema.mark('bold')])),
  )

test('[paste-2] a copied bracket gets an id of its own, one that is only moved keeps it', () => {
  const slice = new Slice(
    Fragment.from([paragraph('b1', 'b2'), schema.node('bulletList', null, [schema.node('listItem', null, [paragraph('b1')])])]),
    1,
    1,
  )
  let made = 0
  const pasted = withOwnBrackets(
    slice,
    (id) => id === 'b2',
    () => BracketId.parse(`own${(made += 1)}`),
  )
  const doc = schema.node('doc', null, pasted.content)
  expect(bracketsIn(doc)).toEqual(new Set(['own1', 'b2']))
  expect(doc.textContent).toBe('words of b1words of b2words of b1')
  expect(pasted.openStart).toBe(1)
  const marks: string[][] = []
  doc.descendants((node) => void (node.isText && marks.push(node.marks.map(({ type }) => type.name))))
  expect(marks.map((names) => names.toSorted().join(' '))).toEqual(['bold bracket', 'bold bracket', 'bold bracket'])
})

test('ids of new brackets are ids, and differ', () => {
  const ids = Array.from({ length: 200 }, freshBracket)
  expect(new Set(ids).size).toBe(200)
})
