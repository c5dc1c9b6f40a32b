/**
 * Characters that a reader does not see, or that make words appear in another order.
 *
 * They are part of the wording, because the same sight must not stand for two wordings; so they have to be shown and warned of.
 */

export type HiddenCharacter = {
  /** Where it stands, in UTF-16 units. */
  readonly at: number
  readonly character: string
  /** As Unicode writes it: `U+200B`. */
  readonly codePoint: string
  /** `direction` turns the order of what is displayed, `control` has no display at all, `invisible` takes no visible room. */
  readonly kind: 'direction' | 'control' | 'invisible'
}

const DIRECTION = /^\p{Bidi_Control}$/u
const CONTROL = /^\p{Cc}$/u
/** Default-ignorable, control and direction characters without white space, then what only looks like nothing (blanks, anchors of objects). */
const HIDDEN = /[[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cc}\u2800\ufff9-\ufffc]--\p{White_Space}]/gv

/** Every hidden character of a text, in order. */
export function hiddenCharacters(text: string): readonly HiddenCharacter[] {
  return Array.from(text.matchAll(HIDDEN), ({ 0: character, index }) => ({
    at: index,
    character,
    codePoint: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    kind: DIRECTION.test(character) ? 'direction' : CONTROL.test(character) ? 'control' : 'invisible',
  }))
}
