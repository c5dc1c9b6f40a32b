/**
 * How much one update may contain. Over a limit the whole update is refused; nothing is cut.
 *
 * The numbers leave room for the largest honest update, a month of work done offline, and bound what an update may cost. Reading one at
 * all limits takes some 30 ms, and applying it about as long.
 */
export const gateLimits = {
  /** Bytes of one update. */
  bytes: 1 << 20,
  /** Insertions: every run of typed words, node, mark boundary and attribute is one. */
  structs: 20_000,
  /** Authors named by the insertions. An honest update names the clientIDs of one person. */
  sections: 256,
  /** Ranges of deletions. A reconnecting client sends those of the whole document each time. */
  deletions: 100_000,
  /** Steps to find the places of insertions among what others have inserted at the same points. Yjs takes about a microsecond for each. */
  steps: 25_000,
  /** Steps to clean up the marks around deleted words. Yjs takes about 13 ns for each. */
  cleaning: 3_000_000,
  /** UTF-16 units of one run of words. */
  run: 400_000,
  /** Characters of the JSON of one mark's value. */
  value: 8_192,
  /** Levels of arrays and objects inside one value. */
  valueDepth: 4,
  /** Levels of nodes below a root. */
  depth: 64,
} as const

/** The limits a server runs with; tests may set some of them otherwise. */
export type GateLimits = { readonly [name in keyof typeof gateLimits]: number }

/** A clientID has 32 bits. */
export const MAX_CLIENT = 0xff_ff_ff_ff
/** The last clock. Nobody types four thousand million characters, and other implementations of Yjs keep clocks in 32 bits. */
export const MAX_CLOCK = 0xff_ff_ff_ff
