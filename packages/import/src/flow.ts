/**
 * What every reader makes of its format: paragraphs in order, each with its place in the outline of the document.
 *
 * A flow still knows who changed what. Which reading of it becomes the text is decided afterwards, so that the same flow gives the
 * text without any tracked change and the text as each author wanted it.
 */

/** A tracked change: words that its author put in, or wants to be gone. */
export type Change = { readonly kind: 'inserted' | 'deleted'; readonly author: string; readonly at?: string | undefined }

export type FlowRun = {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly underline?: true
  /** Struck out by its look. In a file it is counted and read as any other word. */
  readonly struck?: true
  readonly link?: string
  /** A footnote or endnote that says this. The text is then `INSET`. */
  readonly footnote?: string
  /** The changes these words are part of. Words inserted by one and deleted by another carry both. */
  readonly changes?: readonly Change[]
  /** The remarks these words are part of, by their number in `Flow.remarks`. */
  readonly remarks?: readonly number[]
}

/** The automatic or typed number of a paragraph. Level 0 is the outermost. */
export type Numbering = { readonly level: number; readonly ordered: boolean; readonly label: string | undefined }

export type FlowParagraph = {
  readonly role:
    | { readonly is: 'title' }
    /** Level 1 is the highest. */
    | { readonly is: 'heading'; readonly level: number }
    | { readonly is: 'paragraph'; readonly numbering: Numbering | undefined; readonly indent: number }
  readonly runs: readonly FlowRun[]
  /** A tracked change of the end of the paragraph: put in, it divides one paragraph into two; deleted, it joins two. */
  readonly end?: readonly Change[]
}

/** A comment or note on words of the text. */
export type Remark = {
  readonly kind: 'comment' | 'footnote' | 'endnote'
  readonly author: string | undefined
  readonly at: string | undefined
  readonly text: string
}

/** What a file held that did not, or not fully, become part of the text. Counted, so that the report can say how many. */
export type Loss =
  | 'tables'
  | 'pictures'
  | 'fields'
  | 'text-boxes'
  | 'equations'
  | 'headers-and-footers'
  | 'hidden-text'
  | 'formatting-changes'
  | 'moves'
  | 'symbols'
  | 'cross-references'
  | 'strikethrough'
  | 'scripts'
  | 'links'
  | 'unknown-elements'

export type Flow = {
  readonly title: string | undefined
  readonly paragraphs: readonly FlowParagraph[]
  readonly remarks: readonly Remark[]
  readonly losses: ReadonlyMap<Loss, number>
}

/** Counts losses while a file is read. */
export function ledger(): { readonly count: (loss: Loss, by?: number) => void; readonly losses: ReadonlyMap<Loss, number> } {
  const losses = new Map<Loss, number>()
  return { count: (loss, by = 1) => void losses.set(loss, (losses.get(loss) ?? 0) + by), losses }
}
