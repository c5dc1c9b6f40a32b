/**
 * The editor of a clause, drawn at once where it has been fetched already, so that nobody who begins to type loses a letter; else when it has
 * come. Stands inside a Suspense.
 */
import { lazy, useState, type ComponentProps } from 'react'
import { fetchedEditor, loadEditor } from './load.ts'

const Fetched = lazy(loadEditor)

export function LiveClauseEditor(props: ComponentProps<typeof Fetched>) {
  const [Editor] = useState(() => fetchedEditor() ?? Fetched)
  return <Editor {...props} />
}
