/** Where words are kept: every text is a Yjs root of its own, named after what it is, so that a right to write can be read off the name. */
import { AmendmentId, ClauseId, Language } from '@entente/agreement'

export type Root =
  /** The base text of a clause. */
  | { readonly kind: 'clause'; readonly clause: ClauseId }
  /** A delegation's own reading of a clause. */
  | { readonly kind: 'amendment'; readonly amendment: AmendmentId }
  /** A clause in another authentic language. */
  | { readonly kind: 'translation'; readonly language: Language; readonly clause: ClauseId }

/** `clause/<id>`, `amendment/<id>` or `translation/<language>/<clause>`. */
export function rootName(root: Root): string {
  switch (root.kind) {
    case 'clause':
      return `clause/${root.clause}`
    case 'amendment':
      return `amendment/${root.amendment}`
    case 'translation':
      return `translation/${root.language}/${root.clause}`
    default:
      return root satisfies never
  }
}

/** The root of that name; `undefined` when no text is kept under such a name. Asked several times for each key that is typed, so names are remembered. */
export function parseRoot(name: string): Root | undefined {
  const known = parsed.get(name)
  if (known !== undefined) return known
  const root = parse(name)
  if (root === undefined) return undefined
  if (parsed.size === REMEMBERED) parsed.clear()
  parsed.set(name, root)
  return root
}

const parsed = new Map<string, Root>()
/** How many names are remembered. Anybody can make up more. */
const REMEMBERED = 4_096

function parse(name: string): Root | undefined {
  const [kind, ...parts] = name.split('/')
  const [first, second] = parts
  switch (kind) {
    case 'clause': {
      const clause = ClauseId.safeParse(first)
      return parts.length === 1 && clause.success ? { kind, clause: clause.data } : undefined
    }
    case 'amendment': {
      const amendment = AmendmentId.safeParse(first)
      return parts.length === 1 && amendment.success ? { kind, amendment: amendment.data } : undefined
    }
    case 'translation': {
      const language = Language.safeParse(first)
      const clause = ClauseId.safeParse(second)
      return parts.length === 2 && language.success && clause.success ? { kind, language: language.data, clause: clause.data } : undefined
    }
    default:
      return undefined
  }
}
