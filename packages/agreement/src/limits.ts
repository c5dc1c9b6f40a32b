/** How much anybody may say at once. A statement over a limit is refused as malformed; nothing is cut. */
export const MAX_NAME = 200
export const MAX_HEADING = 300
export const MAX_TITLE = 500
export const MAX_STATEMENT = 8_000
export const MAX_QUOTE = 1_000
export const MAX_CONDITIONS = 100
export const MAX_PARTIES = 64
export const MAX_SEATS = 1_000
export const MAX_CLAUSES = 2_000
export const MAX_LIST = 50
/** Words of one clause, as characters of its canonical form. */
export const MAX_WORDING = 400_000
/** Days before or after an anchor day that a due date may lie. */
export const MAX_OFFSET_DAYS = 36_600
