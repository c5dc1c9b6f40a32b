/** The nodes of an HTML document, as the parser makes them. */
import type { DefaultTreeAdapterTypes } from 'parse5'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element

/** Deeper nesting is not a text somebody wrote. */
export const MAX_DEPTH = 256

export function attribute(node: Element, name: string): string | undefined {
  return node.attrs.find((one) => one.name === name)?.value
}

export function roleOf(node: Element): string | undefined {
  return attribute(node, 'role')
}
