/** What becomes of a file: sections and clauses to be looked at, corrected and brought into a negotiation, with a report. */
import type { ClauseKind, Quote } from '@entente/agreement'
import type { Text } from '@entente/draft'
import type { Loss, Remark } from './flow.ts'

export type ImportedClause = {
  readonly kind: ClauseKind
  /** The number it had in the file. */
  readonly label: string | undefined
  /** Empty where it had none of its own. */
  readonly heading: string
  /** The words without any tracked change. */
  readonly text: Text
  /** What each author of tracked changes wanted instead. Only those who changed this clause. */
  readonly readings: readonly { readonly author: string; readonly text: Text }[]
  readonly remarks: readonly { readonly remark: Remark; readonly quote: Quote | undefined }[]
}

export type ImportedSection = {
  /** Undefined for what stands before the first heading. */
  readonly heading: string | undefined
  readonly number: string | undefined
  /** It stands after everything else, with a letter of its own. */
  readonly annex: boolean
  readonly clauses: readonly ImportedClause[]
}

/** `fully`: it is in the text or beside it. `partly`: something of it is. `not`: it was left out. */
export type Taken = 'fully' | 'partly' | 'not'

export type ReportLine = {
  readonly what: Loss | 'tracked-changes' | 'comments' | 'footnotes' | 'notes' | 'changes-without-place' | 'remarks-without-place'
  readonly count: number
  readonly taken: Taken
}

export type Imported = {
  readonly title: string | undefined
  readonly sections: readonly ImportedSection[]
  /** Who made tracked changes, with how many. */
  readonly authors: readonly { readonly author: string; readonly changes: number }[]
  readonly report: readonly ReportLine[]
}
