/**
 * The editor's nodes and marks, without views.
 *
 * They say the same as `shape`, in the editor's terms: only starred content, and no attribute beyond those the shape checks. A block
 * writes its own `dir="auto"`, because the editor's text-direction option would store a direction in the shared text.
 */
import { mergeAttributes, type Extensions } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { Italic } from '@tiptap/extension-italic'
import { Link } from '@tiptap/extension-link'
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { Underline } from '@tiptap/extension-underline'
import { Bracket } from './bracket.ts'
import { FootnoteInset, ReferenceInset } from './inset-marks.ts'
import { isLink } from './shape.ts'

const ClauseDocument = Document.extend({ content: '(paragraph | bulletList | orderedList)*' })

const ClauseParagraph = Paragraph.extend({
  content: 'text*',
  renderHTML: ({ HTMLAttributes }) => ['p', mergeAttributes({ dir: 'auto' }, HTMLAttributes), 0],
})

const ClauseBulletList = BulletList.extend({ content: 'listItem*' })

/** Labels follow from depth and order, so a list stores neither a first number nor a style. */
const ClauseOrderedList = OrderedList.extend({
  content: 'listItem*',
  addAttributes: () => ({}),
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
})

const ClauseListItem = ListItem.extend({ content: '(paragraph | bulletList | orderedList)*' })

const ClauseLink = Link.extend({
  addAttributes: () => ({ href: { isRequired: true } }),
}).configure({
  openOnClick: false,
  autolink: false,
  isAllowedUri: isLink,
  HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: null, class: null },
})

/** Everything an editor of a clause, an amendment or a translation is made of, bar its views and its binding. */
export const extensions: Extensions = [
  ClauseDocument,
  ClauseParagraph,
  Text,
  ClauseBulletList,
  ClauseOrderedList,
  ClauseListItem,
  Bold,
  Italic,
  Underline,
  ClauseLink,
  Bracket,
  ReferenceInset,
  FootnoteInset,
]
