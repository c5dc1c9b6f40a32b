/** Reads Markdown (CommonMark with the tables and strikethrough of GitHub) by way of HTML. */
import { marked } from 'marked'
import type { Flow } from './flow.ts'
import { readHtml } from './html.ts'
import { NotImported } from './refusal.ts'

/** Throws `NotImported`. */
export function readMarkdown(source: string): Flow {
  const html = marked.parse(withoutFrontMatter(source), { async: false, gfm: true })
  if (typeof html !== 'string') throw new NotImported('unreadable')
  return readHtml(html)
}

function withoutFrontMatter(source: string): string {
  return source.replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---\r?\n/, '')
}
