/**
 * What may be put on paper.
 *
 * A printed text must not say anything but what can be seen. Characters that cannot be seen, and those that turn the reading direction
 * of what follows, are printed as their code (`‹U+202E›`): nothing on record is dropped, "30" cannot be made to look like "03", and every
 * format stays well-formed (XML forbids many of these characters).
 */

/** White space that folds into one space. A no-break space stays: it is typography, and it shows. */
const WHITE_SPACE = /[\t\n\v\f\r \u0085\u2028\u2029]+/gu

/**
 * What has no sight of its own: controls, lone surrogates, noncharacters, direction controls, tags and other ignorables, blanks. Not among
 * them: joiners, direction marks and variation selectors, which scripts need, and the soft hyphen.
 */
const HIDDEN =
  /[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFC]--[\p{Variation_Selector}\u00AD\u061C\u200C-\u200F]]/gv

/** The text as one printable line. */
export function printable(text: string): string {
  return text.replace(WHITE_SPACE, ' ').replace(HIDDEN, codeOf)
}

/** A character by its code: `‹U+4E2D›`. */
export function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`
}
