/**
 * What can be measured: a server, how it is started, how one speaks to it, and how documents come into being there.
 */
import type { ClauseId } from '@entente/agreement'
import type { TargetName } from '../plan.ts'
import type { Dialect } from '../wire/dialect.ts'
import type { Id } from '../words.ts'

/** Where one person knocks, and with what in hand. */
export type Door = { readonly path: string; readonly headers: Readonly<Record<string, string>> }

export type Document = {
  readonly name: string
  readonly clause: ClauseId
  /** The text to type in, if the document has one already. */
  readonly text: Id | undefined
  /** One for each person. */
  readonly doors: readonly Door[]
}

export type Wanted = {
  readonly documents: number
  /** In each document. */
  readonly people: number
  /** Everybody has been there before and still holds the document. */
  readonly returning?: boolean
}

export type Program = { readonly file: string; readonly args?: readonly string[]; readonly env: Readonly<Record<string, string>> }

export type Target = {
  readonly name: TargetName
  readonly dialect: Dialect
  /** Whether it keeps documents and answers sync step 1, or only passes messages on. */
  readonly keeps: boolean
  /** Whether it leases clientIDs and tells them. */
  readonly leases: boolean
  /** Whether updates are acknowledged. */
  readonly acknowledges: boolean
  /** Makes documents in an empty data folder, before the server is started for the first time. */
  readonly prepare: (folder: string, wanted: Wanted) => Promise<readonly Document[]>
  readonly program: (folder: string, port: number) => Promise<Program>
}
