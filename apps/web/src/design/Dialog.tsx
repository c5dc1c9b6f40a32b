/**
 * A dialog on the native element: the browser traps focus, makes the rest inert and closes on Escape. Focus goes back to where it was. On a
 * phone it is a sheet at the bottom. It is mounted while open: `{open && <Dialog …>}`.
 */
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton.tsx'

type DialogProps = {
  readonly title: string
  /** Called when the person closes it (Escape, the cross, the backdrop). The owner then unmounts it. */
  readonly onClose: () => void
  readonly children: ReactNode
  readonly footer?: ReactNode
  readonly size?: 'small' | 'medium' | 'large' | 'full'
  /** The body brings its own padding and scrolling. */
  readonly bare?: boolean
}

export function Dialog({ title, onClose, children, footer, size = 'small', bare }: DialogProps) {
  const heading = useId()
  const dialog = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  return (
    // The click is only for the backdrop; the keyboard has Escape, which arrives as `cancel`.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={classes(styles.dialog, styles[size])}
      aria-labelledby={heading}
      onCancel={(event) => {
        if (event.target !== dialog.current) return
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className={styles.frame}>
        <header className={styles.header}>
          <h2 id={heading}>{title}</h2>
          <IconButton icon="close" name="Close" onClick={onClose} />
        </header>
        <div className={bare ? styles.bare : styles.body}>{children}</div>
        {footer === undefined ? null : <footer className={styles.footer}>{footer}</footer>}
      </div>
    </dialog>
  )
}
