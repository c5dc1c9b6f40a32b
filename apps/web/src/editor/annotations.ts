/**
 * What the live editor shows besides the words: the heading in front, who is behind each bracket, the words comments are about, and characters
 * nobody would see. All of it is decoration, drawn like the still text, and none of it can get into the shared text.
 */
import { BracketId, BracketKind, type Negotiation, type ThreadId } from '@entente/agreement'
import { hiddenCharacters, INSET, type BracketMark } from '@entente/draft'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { bracketLabel, lineOf, partiesBehind } from '../clause/bracket-words.ts'
import type { Quoted } from '../clause/passages.ts'
import words from '../clause/words.module.css'
import { classes } from '../design/classes.ts'
import { partyColour } from '../design/PartyColours.tsx'
import { referenceWords } from '../reference/reference-words.ts'
import { partyOrder } from '../table/naming.ts'
import { insetsIn } from './insets.ts'
import { rangesIn } from './places.ts'

export type About = {
  readonly heading: string
  readonly negotiation: Negotiation
  /** How many footnotes stand before these words in the whole text. */
  readonly footnotesBefore: number
  readonly quoted: readonly Quoted[]
  readonly current: ThreadId | undefined
}

const key = new PluginKey<{ readonly about: About; readonly shown: DecorationSet }>('annotations')

/** Whether two would be drawn alike. A transaction for nothing would cut one's typing into pieces for undo. */
export function sameAbout(a: About, b: About): boolean {
  return (
    a.heading === b.heading &&
    a.current === b.current &&
    a.negotiation.brackets === b.negotiation.brackets &&
    a.negotiation.parties === b.negotiation.parties &&
    a.negotiation.clauses === b.negotiation.clauses &&
    a.footnotesBefore === b.footnotesBefore &&
    a.quoted.length === b.quoted.length &&
    a.quoted.every((quote, index) => sameQuote(quote, b.quoted[index]))
  )
}

/** What a transaction tells the plugin. */
const telling = new WeakMap<Transaction, About>()

/** `about` is what to begin with; `annotate` changes it. */
export function annotations(about: About): Plugin {
  return new Plugin({
    key,
    state: {
      init: (_, { doc }) => ({ about, shown: draw(doc, about) }),
      apply(transaction, before, _, { doc }) {
        const told = telling.get(transaction)
        if (told === undefined && !transaction.docChanged) return before
        const now = told ?? before.about
        return { about: now, shown: draw(doc, now) }
      },
    },
    props: { decorations: (state) => key.getState(state)?.shown },
  })
}

/** The transaction that shows something else beside the same words. It changes no word. */
export function annotate(state: EditorState, about: About): Transaction {
  const transaction = state.tr.setMeta('addToHistory', false)
  telling.set(transaction, about)
  return transaction
}

function draw(doc: Node, about: About): DecorationSet {
  return DecorationSet.create(doc, [
    ...headingIn(doc, about),
    ...bracketsOf(doc, about),
    ...quotesIn(doc, about),
    ...insetsShown(doc, about),
    ...hiddenIn(doc),
  ])
}

function headingIn(doc: Node, { heading }: About): readonly Decoration[] {
  if (heading === '') return []
  const inParagraph = doc.firstChild?.isTextblock === true
  return [
    Decoration.widget(
      inParagraph ? 1 : 0,
      () =>
        element(
          inParagraph ? 'b' : 'p',
          inParagraph ? classes(words.heading) : '',
          inParagraph ? `${heading}.` : [element('b', classes(words.heading), `${heading}.`)],
          true,
        ),
      {
        side: -1,
        ignoreSelection: true,
        key: `heading ${heading}`,
      },
    ),
  ]
}

type Stretch = { readonly mark: BracketMark; from: number; to: number }

/** The brackets of each paragraph. One that spans several marks is one stretch. */
function stretchesIn(doc: Node): readonly Stretch[] {
  const stretches: Stretch[] = []
  doc.descendants((node, pos) => {
    if (!node.isText) return
    const mark = bracketOn(node)
    if (mark === undefined) return
    const last = stretches.at(-1)
    if (last !== undefined && last.to === pos && last.mark.id === mark.id && last.mark.kind === mark.kind) last.to = pos + node.nodeSize
    else stretches.push({ mark, from: pos, to: pos + node.nodeSize })
  })
  return stretches
}

function bracketOn(node: Node): BracketMark | undefined {
  const attrs: Readonly<Record<string, unknown>> | undefined = node.marks.find(({ type }) => type.name === 'bracket')?.attrs
  const id = BracketId.safeParse(attrs?.['id'])
  const kind = BracketKind.safeParse(attrs?.['kind'])
  return id.success && kind.success ? { id: id.data, kind: kind.data } : undefined
}

function bracketsOf(doc: Node, { negotiation }: About): readonly Decoration[] {
  const turns = new Map<string, number>()
  return stretchesIn(doc).flatMap(({ mark, from, to }) => {
    if (!turns.has(mark.id)) turns.set(mark.id, turns.size)
    const line = lineOf(turns.get(mark.id) ?? 0)
    const [leading] = partiesBehind(mark, negotiation)
    const colour = attributesOf(leading === undefined ? {} : partyColour(partyOrder(negotiation, leading)))
    const label = bracketLabel(mark, negotiation)
    const edge = (sign: string) => element('span', classes(words.edge), sign, true, colour)
    const name = `${mark.id} ${mark.kind} ${label}`
    return [
      Decoration.widget(
        from,
        () => element('span', classes(words.open), [edge('['), element('span', classes(words.by), label, true, colour)], true),
        { side: -1, ignoreSelection: true, key: `open ${name}`, marks: [] },
      ),
      Decoration.inline(from, to, { class: classes(words.bracket, line !== 'solid' && words[line]), ...colour }),
      Decoration.widget(to, () => edge(']'), { side: 1, ignoreSelection: true, key: `close ${name}`, marks: [] }),
    ]
  })
}

function quotesIn(doc: Node, { quoted, current }: About): readonly Decoration[] {
  return quoted.flatMap((quote) =>
    rangesIn(doc, quote.from, quote.to).map((range) =>
      Decoration.inline(
        range.from,
        range.to,
        'thread' in quote
          ? { class: classes(words.quoted), ...(quote.thread === current && { 'data-current': 'true' }) }
          : { class: classes(words.promised) },
      ),
    ),
  )
}

function sameQuote(a: Quoted, b: Quoted | undefined): boolean {
  if (b === undefined || a.from !== b.from || a.to !== b.to) return false
  return 'thread' in a ? 'thread' in b && a.thread === b.thread : 'milestone' in b && a.milestone === b.milestone
}

/** References by the numbers of their clauses, footnotes by their own. */
function insetsShown(doc: Node, { negotiation, footnotesBefore }: About): readonly Decoration[] {
  let notes = footnotesBefore
  return insetsIn(doc).map(({ pos, inset }) => {
    if (inset.is === 'footnote')
      return Decoration.inline(pos, pos + 1, {
        class: classes(words.inset),
        'data-label': String((notes += 1)),
        'data-footnote-mark': 'true',
        title: inset.text,
      })
    const { label, flaw, heading } = referenceWords(negotiation, inset.clause)
    return Decoration.inline(pos, pos + 1, {
      class: classes(words.inset, flaw === undefined ? words.reference : words.flawed),
      'data-label': label,
      title: flaw ?? heading,
    })
  })
}

function hiddenIn(doc: Node): readonly Decoration[] {
  const found: Decoration[] = []
  doc.descendants((node, pos) => {
    if (node.text === undefined) return
    const inset = node.marks.some(({ type }) => type.name === 'reference' || type.name === 'footnote')
    for (const { at, character, codePoint } of hiddenCharacters(node.text)) {
      if (inset && character === INSET) continue
      found.push(
        Decoration.widget(pos + at, () => element('span', classes(words.hidden), codePoint, true), {
          side: -1,
          ignoreSelection: true,
          key: `hidden ${codePoint}`,
          marks: [],
        }),
      )
    }
  })
  return found
}

function attributesOf(attributes: Readonly<Record<string, string | number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)]))
}

function element(
  tag: string,
  className: string,
  content: string | readonly HTMLElement[],
  hidden = false,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElement {
  const made = document.createElement(tag)
  if (className !== '') made.className = className
  made.contentEditable = 'false'
  if (hidden) made.setAttribute('aria-hidden', 'true')
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...(typeof content === 'string' ? [content] : content))
  return made
}
