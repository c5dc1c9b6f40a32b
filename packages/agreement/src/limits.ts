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
/** In one private room: notes and lines ever kept, requests to the head, drafts. */
export const MAX_NOTES = 5_000
export const MAX_ASKS = 2_000
export const MAX_DRAFTS = 500
/** Words of one clause, as characters of its canonical form. */
export const MAX_WORDING = 400_000
/** Days before or after an anchor day that a due date may lie. */
export const MAX_OFFSET_DAYS = 36_600
/** Days of an interval: a review, a dispute, the time for a remedial step. */
export const MAX_DAYS = 3_660
/** No date in terms lies beyond this year: a slip of the pen, or a way to break a calendar. */
export const MAX_YEAR = 2_999
/** In how many days a finding may be disputed where the terms say nothing: the 72 hours of the field. */
export const DISPUTE_DAYS = 3
/** Milestones of one negotiation. */
export const MAX_MILESTONES = 2_000
/** Parts of one promise: sites, crossings, lists. */
export const MAX_PARTS = 100
/** Things filed with one report. */
export const MAX_EVIDENCE = 20
/** Bytes of one file of evidence that any host may allow. */
export const MAX_EVIDENCE_BYTES = 1024 * 1024 * 1024
/** The least time a silence procedure runs unless all required parties agree to less: 72 hours, as in General Assembly decision 74/544. */
export const DEFAULT_SILENCE_HOURS = 72
export const MAX_SILENCE_HOURS = 24 * 365
/** The least time in which a party may object to an editorial correction. */
export const CORRECTION_HOURS = 24
/** If the server was away for longer than this while a deadline ran, nothing is adopted by silence. */
export const GRACE_MINUTES = 15
/** The longest a speech may be limited to, in minutes. */
export const MAX_SPEAKING_MINUTES = 240
/** Characters of one footnote: a sentence or a source, not a second text. */
export const MAX_FOOTNOTE = 2_000
/** Longest target of a link, in characters. */
export const MAX_LINK = 2_000
/** Paragraphs, items or runs side by side in a text that is tabled, and lists within lists. */
export const MAX_BLOCKS = 5_000
export const MAX_TEXT_DEPTH = 16
/** Values within values in anything a client sends. The deepest there is are the words of a list within lists, at four levels each. */
export const MAX_INPUT_DEPTH = 100
/** Things of one kind that go from one clause to another at once. */
export const MAX_BELONGINGS = 5_000
/** Amendments in one negotiation, the withdrawn ones included. */
export const MAX_AMENDMENTS = 5_000
