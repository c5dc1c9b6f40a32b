/**
 * A menu button: arrow keys move, Home and End jump, a letter finds, Escape closes and focus returns (ARIA Authoring Practices, menu
 * button). Items are buttons or links given as `MenuItem`, drawn while the menu is open.
 */
import { flushSync } from 'react-dom'
import { useId, useRef, useState, type ComponentProps, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import styles from './Menu.module.css'
import type { IconName } from './Sprite.tsx'

type MenuProps = Omit<ComponentProps<typeof Button>, 'children' | 'popoverTarget'> & {
  /** The face of the button that opens it. With none, give `aria-label`. */
  readonly opener?: ReactNode
  readonly children: ReactNode
}

export function Menu({ opener, children, ...button }: MenuProps) {
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]

  function move(event: KeyboardEvent) {
    const all = items()
    const at = all.findIndex((item) => item === document.activeElement)
    const next = target(event.key, all, at)
    if (next === undefined) return
    event.preventDefault()
    next.focus()
  }

  return (
    <>
      <Button {...button} popoverTarget={id} aria-haspopup="menu">
        {opener}
      </Button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        className={styles.menu}
        onKeyDown={move}
        onBeforeToggle={(event) => {
          // At once: the menu is placed by how much is in it.
          if (event.newState === 'open') flushSync(() => setOpen(true))
        }}
        onToggle={(event) => {
          if (event.newState === 'open') items()[0]?.focus()
          else setOpen(false)
        }}
        onClick={() => menu.current?.hidePopover()}
      >
        {open ? children : null}
      </div>
    </>
  )
}

function target(key: string, items: readonly HTMLElement[], at: number): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length]
    case 'ArrowUp':
      return items.at(at - 1)
    case 'Home':
      return items[0]
    case 'End':
      return items.at(-1)
    default:
      if (key.length !== 1 || key === ' ') return undefined
      return [...items.slice(at + 1), ...items].find((item) => item.textContent.trim().toLowerCase().startsWith(key.toLowerCase()))
  }
}

type MenuItemProps = Omit<ComponentProps<'button'>, 'role'> & {
  readonly icon?: IconName
  /** For one of several: whether it is the chosen one. */
  readonly checked?: boolean
  /** For one that is chosen or not by itself. */
  readonly on?: boolean
  /** Why it cannot be chosen now. Stands under the words; choosing it does nothing, and the menu stays open. */
  readonly because?: string | undefined
}

export function MenuItem({ icon, checked, on, because, children, className, onClick, ...rest }: MenuItemProps) {
  const id = useId()
  const role = checked !== undefined ? 'menuitemradio' : on !== undefined ? 'menuitemcheckbox' : 'menuitem'
  const chosen = checked ?? on
  return (
    <button
      type="button"
      tabIndex={-1}
      {...rest}
      role={role}
      {...(chosen !== undefined && { 'aria-checked': chosen })}
      {...(because !== undefined && { 'aria-disabled': true, 'aria-labelledby': `${id}-words`, 'aria-describedby': `${id}-because` })}
      onClick={because === undefined ? onClick : (event) => event.stopPropagation()}
      className={classes(styles.item, className)}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      {because === undefined ? (
        <span className={styles.words}>{children}</span>
      ) : (
        <span className={styles.words}>
          <span id={`${id}-words`}>{children}</span>
          <span id={`${id}-because`} className={styles.because}>
            {because}
          </span>
        </span>
      )}
      {chosen ? <Icon name="check" /> : null}
    </button>
  )
}
