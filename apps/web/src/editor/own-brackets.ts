/** A copied bracket must not bring another delegation's name along: what is pasted gets brackets of its own. */
import { BracketId } from '@entente/agreement'
import { Fragment, Slice, type Node } from '@tiptap/pm/model'

/**
 * The slice with a bracket id of its own for every bracket in it, unless `mayKeep` says that a bracket is only being moved. Who stands
 * behind a bracket is on record under its id, so a copied id would put somebody's name to words they never bracketed.
 */
export function withOwnBrackets(slice: Slice, mayKeep: (id: string) => boolean, fresh: () => BracketId): Slice {
  const renamed = new Map<string, BracketId>()
  const nameOf = (id: string) => {
    const known = renamed.get(id)
    if (known !== undefined) return known
    const made = fresh()
    renamed.set(id, made)
    return made
  }
  const inNode = (node: Node): Node => {
    if (!node.isText) return node.copy(inFragment(node.content))
    return node.mark(
      node.marks.map((mark) => {
        const id: unknown = mark.attrs['id']
        if (mark.type.name !== 'bracket' || typeof id !== 'string' || mayKeep(id)) return mark
        return mark.type.create({ ...mark.attrs, id: nameOf(id) })
      }),
    )
  }
  const inFragment = (fragment: Fragment): Fragment => Fragment.fromArray(fragment.content.map(inNode))
  return new Slice(inFragment(slice.content), slice.openStart, slice.openEnd)
}

/** A bracket id nobody has given yet. */
export function freshBracket(): BracketId {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return BracketId.parse(`b-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`)
}

/** The ids of the brackets in a document. */
export function bracketsIn(doc: Node): ReadonlySet<string> {
  const ids = new Set<string>()
  doc.descendants((node) => {
    for (const mark of node.marks) if (mark.type.name === 'bracket') ids.add(String(mark.attrs['id']))
  })
  return ids
}
