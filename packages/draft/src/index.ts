/**
 * The shared text: what it may consist of, where it is kept, who may write it, how it reads and how it differs.
 *
 * Read in this order: shape (what a text may consist of), root and authority (where it is kept and who may write), text and read (what
 * stands there), canonical and wording (what of it binds), readings (what the rules are told), tokens and hunks (how readings
 * differ), brackets-view and merge (what amendments come to), rewrite (how one gets into the text).
 */
export * from './alignment.ts'
export * from './amended.ts'
export * from './attribution.ts'
export * from './authority.ts'
export * from './bind-roots.ts'
export * from './brackets-view.ts'
export * from './change.ts'
export * from './collisions.ts'
export * from './compare.ts'
export * from './enact.ts'
export * from './hidden.ts'
export * from './history.ts'
export * from './hunks.ts'
export * from './inset.ts'
export * from './knows.ts'
export * from './label.ts'
export * from './merge.ts'
export * from './plain.ts'
export * from './quote.ts'
export * from './read.ts'
export * from './reading-cache.ts'
export * from './readings.ts'
export * from './replace.ts'
export * from './rewrite.ts'
export * from './runs.ts'
export * from './root.ts'
export * from './shape.ts'
export * from './summary.ts'
export * from './text.ts'
export * from './tokens.ts'
export * from './wording.ts'
export * from './write.ts'
