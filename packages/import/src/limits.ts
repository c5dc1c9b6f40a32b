/** How much a file may hold. Over a limit the file is refused with a code; nothing is cut silently. */
export const importLimits = {
  /** Bytes of the file itself. */
  fileBytes: 25 << 20,
  /** Files inside a package such as a DOCX. Word writes about twenty. */
  parts: 2_000,
  /** Bytes of one part, and of all parts that are read, when unpacked. */
  partBytes: 32 << 20,
  unpackedBytes: 48 << 20,
  /** How many times larger a part may be unpacked than packed. Word's own files reach about 40. */
  ratio: 200,
  /** Elements of one XML part, and levels of nesting. */
  elements: 1_000_000,
  depth: 256,
  /** Characters of one attribute or of a run of character data. */
  value: 1 << 20,
  /** Clauses that one import may bring. */
  clauses: 1_000,
  /** Characters of all words together. */
  characters: 4_000_000,
  /** Characters of what is pasted, with all its markup. It is read while somebody waits to type on. */
  pastedCharacters: 2_000_000,
} as const
