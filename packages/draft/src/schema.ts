/**
 * The editor's schema. Exported apart from the rest of the package, as `@entente/draft/schema`, so that a server which only checks and
 * reads text loads no editor.
 */
import { getSchema } from '@tiptap/core'
import { extensions } from './extensions.ts'

export { Bracket } from './bracket.ts'
export { extensions }

/** The ProseMirror schema made of `extensions`. */
export const schema = getSchema(extensions)
