/**
 * The marks of references and footnotes. Each stands on `INSET` characters only; what is shown there is decoration, because numbers follow
 * from the text. Whatever is typed beside one is words again. The two do not exclude each other: a merge can put both on one place, and what
 * excludes could then not be held.
 */
import { Mark, mergeAttributes } from '@tiptap/core'
import type { z } from 'zod'
import { FootnoteValue, ReferenceValue } from './shape.ts'

export const ReferenceInset = inset('reference', 'clause', ReferenceValue)
export const FootnoteInset = inset('footnote', 'text', FootnoteValue)

/** A mark with one value, which HTML carries in an attribute named after the mark. */
function inset(name: string, key: string, value: z.ZodType): Mark {
  const data = `data-${name}`
  return Mark.create({
    name,
    inclusive: false,
    addAttributes: () => ({
      [key]: {
        isRequired: true,
        parseHTML: (element) => element.getAttribute(data),
        renderHTML: (attributes) => ({ [data]: String(attributes[key]) }),
      },
    }),
    parseHTML: () => [
      {
        tag: `span[${data}]`,
        getAttrs: (element) => (value.safeParse({ [key]: element.getAttribute(data) }).success ? null : false),
      },
    ],
    renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes), 0],
  })
}
