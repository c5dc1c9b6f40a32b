/**
 * The one button. When something cannot be done it stays focusable and says why (`because`) instead of falling silent: a control that
 * does nothing without a reason is the most common complaint about such tools.
 */
import { useId, type ComponentProps, type ReactNode } from 'react'
import styles from './Button.module.css'
import { classes } from './classes.ts'
import { Glyph } from './Glyph.tsx'
import { Icon } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import { toneOf, type Shape } from './shape.ts'
import type { IconName } from './Sprite.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export type ButtonLook = {
  /** `ghost` has no border until pointed at. Default `plain`. */
  readonly look?: 'plain' | 'primary' | 'ghost' | 'danger'
  readonly size?: 'small' | 'medium' | 'large'
  readonly icon?: IconName
  /** A status shape before the words; colours the button in its tone. */
  readonly shape?: Shape
  /** Fills the width of its container. */
  readonly wide?: boolean
}

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> &
  ButtonLook & {
    /** Why it cannot be pressed now. Shown as a tip and read with the name; the press is ignored. */
    readonly because?: string | undefined
    /** A single key that does the same, as it is printed on the key. */
    readonly shortcut?: string
  }

export function Button({
  look,
  size,
  icon,
  shape,
  wide,
  because,
  shortcut,
  children,
  onClick,
  className,
  type = 'button',
  ...rest
}: ButtonProps) {
  const reason = useId()
  return (
    <button
      {...rest}
      type={type}
      className={classes(buttonClass({ look, size, icon, shape, wide }, children), className)}
      data-tone={shape && toneOf(shape)}
      {...(shortcut !== undefined && { 'aria-keyshortcuts': shortcut })}
      {...(because !== undefined && { 'aria-disabled': true, 'aria-describedby': reason, title: because })}
      onClick={because === undefined ? onClick : (event) => event.preventDefault()}
    >
      <ButtonFace icon={icon} shape={shape}>
        {children}
      </ButtonFace>
      {shortcut === undefined ? null : <Kbd>{shortcut}</Kbd>}
      {because === undefined ? null : (
        <VisuallyHidden>
          <span id={reason}>. {because}</span>
        </VisuallyHidden>
      )}
    </button>
  )
}

export function ButtonFace({ icon, shape, children }: Pick<ButtonLook, 'icon' | 'shape'> & { readonly children?: ReactNode }) {
  return (
    <>
      {icon === undefined ? null : <Icon name={icon} />}
      {shape === undefined ? null : <Glyph shape={shape} beside />}
      {children}
    </>
  )
}

/** The classes of a button, for a link that looks like one. */
export function buttonClass({ look = 'plain', size = 'medium', shape, wide }: ButtonLook, children?: ReactNode): string {
  return classes(
    styles.button,
    look !== 'plain' && styles[look],
    size !== 'medium' && styles[size],
    shape !== undefined && styles.toned,
    wide && styles.wide,
    (children === undefined || children === null) && styles.bare,
  )
}
