/**
 * A text on paper, before any format.
 *
 * One tree for all formats: what is printed, and in which words, is decided once, by `communique`. A format only says how it looks. So
 * brackets, attributions, labels and numbers are literal text here and read the same in Word, PDF, HTML and Markdown.
 */
import type { ClauseId, Head, Language, Timestamp } from '@entente/agreement'

/** The clauses that are agreed, or everything that stands with its brackets. */
export type PaperKind = 'agreed' | 'rolling'

export type Direction = 'ltr' | 'rtl'

/** Neighbouring words that look alike. */
export type Inline = {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  /** As the text has it. Each format follows it only if `permittedLink` does. */
  readonly link?: string
  /** A square bracket, or the names of those behind the words in it. */
  readonly role?: 'bracket' | 'attribution'
  /** Where it is not the language of the paper. */
  readonly language?: Language
  /** The text is the number of this clause. Where the clause is in the paper, a format may lead to it. */
  readonly reference?: ClauseId
  /** The number of a footnote, from 1 in the order of the paper; its words are in `Paper.footnotes`. The text is empty. */
  readonly footnote?: number
  /** Words that somebody would delete, or put in. Only in a paper that was asked for with tracked changes. */
  readonly change?: TrackedChange
}

/** `number` is its own in the paper; `by` are the names of the delegations that want it. */
export type TrackedChange = {
  readonly kind: 'inserted' | 'deleted'
  readonly number: number
  readonly by: string
  readonly at: Timestamp
}
export type Line = readonly Inline[]

export type Block = Paragraph | List
export type Paragraph = { readonly is: 'paragraph'; readonly line: Line }
export type List = { readonly is: 'list'; readonly items: readonly Item[] }
/** `label` is what stands before the item: `(a)`, `(i)`, `–`. */
export type Item = { readonly label: string; readonly blocks: readonly Block[] }

/** Words of somebody at the table about a clause. `by` names author and time as printed. */
export type Remark = { readonly by: Line; readonly author: string; readonly at: Timestamp; readonly words: readonly Line[] }
/** `about` says what it is about and whether it is resolved. */
export type Discussion = { readonly about: Line; readonly resolved: boolean; readonly remarks: readonly Remark[] }

/** Another reading of a clause, printed under it. */
export type Alternative = { readonly title: Line; readonly blocks: readonly Block[] }

/** A new clause that somebody proposes, printed where it would stand. */
export type Proposal = Alternative & { readonly is: 'proposal' }

export type Heading = { readonly is: 'heading'; readonly level: 1 | 2; readonly line: Line }

export type Clause = {
  readonly is: 'clause'
  readonly clause: ClauseId
  /**
   * Number and heading, as on the screen: "5. Withdrawal". Preambular paragraphs have neither (nothing to print), and the number of a
   * clause without a heading is in its first paragraph.
   */
  readonly title: Line
  readonly level: 1 | 2
  readonly blocks: readonly Block[]
  readonly status: Line | undefined
  readonly alternatives: readonly Alternative[]
  readonly discussions: readonly Discussion[]
}

export type Table = {
  readonly is: 'table'
  /** What the table shows, for those who cannot see it. */
  readonly summary: Line
  /** `share` is the width of the column relative to the others. */
  readonly columns: readonly { readonly heading: Line; readonly share: number }[]
  /** Row, column, lines in the cell. The first cell of a row names it. */
  readonly rows: readonly (readonly (readonly Line[])[])[]
}

/** One line to sign on for each name. */
export type Signatures = {
  readonly is: 'signatures'
  readonly testimonium: Line
  readonly groups: readonly { readonly title: Line; readonly names: readonly Line[] }[]
}

export type Part = Heading | Clause | Proposal | Paragraph | List | Table | Signatures

export type Annex = { readonly title: Line; readonly orientation: 'portrait' | 'landscape'; readonly parts: readonly Part[] }

export type Paper = {
  /** `confidential`: of a private room, for its members. */
  readonly kind: PaperKind | 'confidential'
  readonly language: Language
  readonly direction: Direction
  readonly title: string
  readonly shortTitle: string
  readonly symbol: string | undefined
  /** "Agreed text" or "Rolling text". */
  readonly stage: Line
  /** Place, round, date. */
  readonly occasion: Line
  /** What the reader must know before reading. */
  readonly notices: readonly Line[]
  readonly body: readonly Part[]
  readonly annexes: readonly Annex[]
  /** What the footnotes say, the first first. */
  readonly footnotes: readonly string[]
  /** From which record this was made, and how to check it. */
  readonly colophon: readonly Line[]
  /** At the foot of every page. */
  readonly footer: string
  readonly head: Head
  readonly at: Timestamp
}

/** The words of a line without their look. */
export function plain(line: Line): string {
  return line.map(({ text }) => text).join('')
}
