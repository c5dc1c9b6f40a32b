/** How many secrets that open nothing may be tried from one address: ten a minute. They cannot be guessed; this keeps the log quiet. */
export const GUESSES_PER_MINUTE = 10
/** How many sign-ins may be begun from one address in a minute: a whole delegation may share it. */
export const ATTEMPTS_PER_MINUTE = 120
/** Addresses remembered at once; beyond it the oldest are forgotten. */
const MAX_ADDRESSES = 10_000

export type Guesses = { readonly spend: (address: string) => boolean }

/** Counts by address, in windows of a minute. */
export function guesses(now: () => number, perMinute: number): Guesses {
  const windows = new Map<string, { readonly from: number; count: number }>()
  return {
    spend(address) {
      const at = now()
      const known = windows.get(address)
      if (known !== undefined && at - known.from < 60_000) return ++known.count <= perMinute
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
