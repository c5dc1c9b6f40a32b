/** How text is cut into words where readings are compared. */

/** Numbers and words with what holds them together; letters of scripts written without spaces, and all other characters, one by one. */
export const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_]|['’\-.,](?=[\p{L}\p{N}]))*|[^]/gv

/** Beyond this many changed words a passage counts as replaced: nobody reads such a comparison, and it takes long to make. */
export const MAX_CHANGED_WORDS = 2_000
