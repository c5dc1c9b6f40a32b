/**
 * The marks of references and footnotes. Each stands on `INSET` characters only; what is shown there is decoration, because numbers follow
 * from the text. Whatever is typed beside one is words again. The two do not exclude each other: a merge can put both on one place, and what
 * excludes could then not be held.
 */
import { Mark, mergeAttributes } from '@tiptap/core'
import { FootnoteValue, ReferenceValue } from './shape.ts'

export const ReferenceInset = Mark.create({
  name: 'reference',
  inclusive: false,
  addAttributes: () => ({
    clause: {
      isRequired: true,
      parseHTML: (element) => element.getAttribute('data-reference'),
      renderHTML: (attributes) => ({ 'data-reference': String(attributes['clause']) }),
    },
  }),
  parseHTML: () => [
    {
      tag: 'span[data-reference]',
      getAttrs: (element) => (ReferenceValue.safeParse({ clause: element.getAttribute('data-reference') }).success ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes), 0],
})

export const FootnoteInset = Mark.create({
  name: 'footnote',
  inclusive: false,
  addAttributes: () => ({
    text: {
      isRequired: true,
      parseHTML: (element) => element.getAttribute('data-footnote'),
      renderHTML: (attributes) => ({ 'data-footnote': String(attributes['text']) }),
    },
  }),
  parseHTML: () => [
    {
      tag: 'span[data-footnote]',
      getAttrs: (element) => (FootnoteValue.safeParse({ text: element.getAttribute('data-footnote') }).success ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes), 0],
})
