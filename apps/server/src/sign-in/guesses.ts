/** How many invitations that open nothing one address may try: ten a minute. Tokens cannot be guessed; this keeps the log quiet. */
const PER_MINUTE = 10
/** Addresses remembered at once; beyond it the oldest are forgotten. */
const MAX_ADDRESSES = 10_000

export type Guesses = { readonly spend: (address: string) => boolean }

export function guesses(now: () => number): Guesses {
  const windows = new Map<string, { readonly from: number; count: number }>()
  return {
    spend(address) {
      const at = now()
      const known = windows.get(address)
      if (known !== undefined && at - known.from < 60_000) return ++known.count <= PER_MINUTE
      windows.delete(address)
      windows.set(address, { from: at, count: 1 })
      for (const oldest of windows.keys()) {
        if (windows.size <= MAX_ADDRESSES) break
        windows.delete(oldest)
      }
      return true
    },
  }
}
