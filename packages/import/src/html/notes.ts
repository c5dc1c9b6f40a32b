/** Footnotes and endnotes of an HTML document, as DPUB-ARIA marks them: what they say is read where they are referred to. */
import type { FlowRun } from '../flow.ts'
import { footnoteRun } from '../footnote.ts'
import { attribute, MAX_DEPTH, roleOf, type Element, type Node } from './nodes.ts'

/** What the elements with an id say, without the way back to where they are referred to: the notes of the document are among them. */
export type Notes = ReadonlyMap<string, string>

export function notesIn(nodes: readonly Node[], within = false, found = new Map<string, string>(), depth = 0): Notes {
  for (const node of nodes) {
    if (!('tagName' in node) || depth > MAX_DEPTH) continue
    const noted = within || holdsNotes(node)
    const id = attribute(node, 'id')
    if (noted && id !== undefined) found.set(id, wordsIn(node))
    notesIn(node.childNodes, noted, found, depth + 1)
  }
  return found
}

/** Whether an element holds notes: they are said where they are referred to. */
export function holdsNotes(node: Element): boolean {
  const role = roleOf(node)
  return role === 'doc-endnotes' || role === 'doc-footnote'
}

function wordsIn(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  return 'tagName' in node && roleOf(node) !== 'doc-backlink' ? node.childNodes.map(wordsIn).join('') : ''
}

/** The note that an element refers to, also through what only raises it. */
export function noteOf(node: Element, notes: Notes): FlowRun | undefined {
  const [only, ...others] = node.childNodes
  if (node.tagName === 'sup' && only !== undefined && 'tagName' in only && others.length === 0) return noteOf(only, notes)
  if (roleOf(node) !== 'doc-noteref') return undefined
  const said = notes.get((attribute(node, 'href') ?? '').replace(/^#/, ''))
  return said === undefined ? undefined : footnoteRun(said)
}
