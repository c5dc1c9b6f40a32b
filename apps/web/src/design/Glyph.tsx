/**
 * A status shape with its word. The word is required: visible beside the shape (`beside`), or hidden for screen readers (`word`), so that no
 * status is ever told by a drawing or a colour alone.
 */
import { classes } from './classes.ts'
import styles from './Glyph.module.css'
import { toneOf, type Shape } from './shape.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

type GlyphProps = {
  readonly shape: Shape
  readonly size?: 'medium' | 'large'
  /** Take the colour of the surrounding text instead of the status. */
  readonly plain?: boolean
} & (
  | { readonly word: string; readonly beside?: never }
  /** The visible word follows or precedes the shape in the same element. */
  | { readonly beside: true; readonly word?: never }
)

export function Glyph({ shape, size, plain, word }: GlyphProps) {
  return (
    <>
      <svg
        className={classes(styles.glyph, size === 'large' && styles.large)}
        data-tone={plain ? undefined : toneOf(shape)}
        aria-hidden="true"
      >
        <use href={`#glyph-${shape}`} />
      </svg>
      {word === undefined ? null : <VisuallyHidden>{word}</VisuallyHidden>}
    </>
  )
}
