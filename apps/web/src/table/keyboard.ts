/**
 * The keys of the table, in two layers: in the text, and on a clause.
 *
 * Single letters mean something only while a clause has the focus, never in text or in a field, and never while an input method composes;
 * so nobody takes a position by typing (WCAG 2.1.4). Escape goes up a layer, Enter goes down.
 */

/** Where the focus is: on a clause's heading, on a button in a clause, in words or a field, or outside every clause. */
export type Layer = 'clause' | 'button' | 'text' | 'outside'

export type Intent =
  | 'next-clause'
  | 'previous-clause'
  | 'next-duty'
  | 'previous-duty'
  | 'next-lapsed'
  | 'edit'
  | 'leave'
  | 'accept'
  | 'accept-if'
  | 'reserve'
  | 'object'
  | 'comment'
  | 'comment-on-selection'
  | 'milestone'
  | 'history'
  | 'difference'
  | 'versions'
  | 'copy-link'
  | 'next-comment'
  | 'previous-comment'
  | 'next-region'
  | 'previous-region'
  | 'find'
  | 'help'

/** What a keyboard event says, without the event. */
export type Stroke = {
  readonly key: string
  readonly ctrl?: boolean
  readonly alt?: boolean
  readonly shift?: boolean
  readonly meta?: boolean
  readonly composing?: boolean
}

const onClause: { readonly [key: string]: Intent } = {
  j: 'next-clause',
  k: 'previous-clause',
  a: 'accept',
  i: 'accept-if',
  r: 'reserve',
  o: 'object',
  c: 'comment',
  m: 'milestone',
  h: 'history',
  d: 'difference',
  w: 'versions',
  y: 'copy-link',
}

/** What a key means where the focus is, or undefined when it is not ours. `after` is the letter pressed just before, for `G` then `L`. */
export function intentOf({ key, ctrl, alt, shift, meta, composing }: Stroke, layer: Layer, after?: string): Intent | undefined {
  if (composing) return undefined
  if (key === 'F8') return shift ? 'previous-comment' : 'next-comment'
  if (key === 'F6') return shift ? 'previous-region' : 'next-region'
  if (key === 'Escape') return layer === 'outside' ? undefined : 'leave'
  const letter = key.toLowerCase()
  if (ctrl && alt && letter === 'm') return 'comment-on-selection'
  if (layer === 'text' || ctrl || alt || meta) return undefined
  if (key === '?') return 'help'
  if (key === '/') return 'find'
  if (after === 'g') return letter === 'l' ? 'next-lapsed' : undefined
  if (layer === 'outside') return letter === 'j' ? 'next-clause' : letter === 'k' ? 'previous-clause' : undefined
  if (shift) return letter === 'j' || key === 'ArrowDown' ? 'next-duty' : letter === 'k' || key === 'ArrowUp' ? 'previous-duty' : undefined
  if (layer === 'clause') {
    if (key === 'Enter') return 'edit'
    if (key === 'ArrowDown') return 'next-clause'
    if (key === 'ArrowUp') return 'previous-clause'
  }
  return onClause[letter]
}

/** The one after (or before, with -1) `current` in a list, or the nearest end when `current` is not in it. Stays put at the ends. */
export function neighbour<Item>(items: readonly Item[], current: Item | undefined, step: 1 | -1): Item | undefined {
  const at = current === undefined ? -1 : items.indexOf(current)
  if (at === -1) return step === 1 ? items[0] : items.at(-1)
  return items[Math.min(items.length - 1, Math.max(0, at + step))]
}

/** The first of `wanted` that comes after (or before, with -1) `current` in `order`, going round at the end. */
export function nextAmong<Item>(
  order: readonly Item[],
  wanted: ReadonlySet<Item>,
  current: Item | undefined,
  step: 1 | -1,
): Item | undefined {
  const from = current === undefined ? -1 : order.indexOf(current)
  const round =
    step === 1
      ? [...order.slice(from + 1), ...order.slice(0, from + 1)]
      : [...order.slice(0, Math.max(0, from)).toReversed(), ...order.slice(Math.max(0, from)).toReversed()]
  return round.find((item) => wanted.has(item))
}
