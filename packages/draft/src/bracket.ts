/**
 * The mark for words in square brackets: not agreed, and why.
 *
 * The mark carries only its id and kind. Who stands behind a bracket is a statement of record that names the id. Words stand in one
 * bracket at most. In HTML it goes around all other marks, so that a bracket with a bold word inside stays one element.
 */
import { Mark, mergeAttributes, type Attribute } from '@tiptap/core'
import { BracketValue } from './shape.ts'

/** An attribute that every bracket has, in HTML under `data-bracket-<key>`. */
const stored = (key: 'id' | 'kind'): Attribute => ({
  isRequired: true,
  parseHTML: (element) => element.getAttribute(`data-bracket-${key}`),
  renderHTML: (attributes) => ({ [`data-bracket-${key}`]: String(attributes[key]) }),
})

export const Bracket = Mark.create({
  name: 'bracket',
  priority: 1_100,
  inclusive: false,
  addAttributes: () => ({ id: stored('id'), kind: stored('kind') }),
  parseHTML: () => [
    {
      tag: 'span[data-bracket-id]',
      getAttrs: (element) => {
        const value = { id: element.getAttribute('data-bracket-id'), kind: element.getAttribute('data-bracket-kind') }
        return BracketValue.safeParse(value).success ? null : false
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes({ class: 'bracket' }, HTMLAttributes), 0],
})
