/** The keys of the projector view: those of presentation remotes too, which send Page Up and Page Down. */
export type Move = 'next' | 'previous' | 'first' | 'last' | 'leave' | 'dark'

const moves: { readonly [key: string]: Move } = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  j: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  k: 'previous',
  Home: 'first',
  End: 'last',
  Escape: 'leave',
  b: 'dark',
  '.': 'dark',
}

/** What a key means, if it means anything. */
export function moveOf(key: string): Move | undefined {
  return moves[key.length === 1 ? key.toLowerCase() : key]
}

/** The item to show after a move; the ends hold. */
export function after<Item>(items: readonly Item[], now: Item | undefined, move: Move): Item | undefined {
  const at = now === undefined ? -1 : items.indexOf(now)
  switch (move) {
    case 'next':
      return items[Math.min(items.length - 1, at + 1)]
    case 'previous':
      return items[Math.max(0, at - 1)]
    case 'first':
      return items[0]
    case 'last':
      return items.at(-1)
    case 'leave':
    case 'dark':
      return now
    default:
      return move satisfies never
  }
}
