/** A key, drawn as a key cap. Hidden from screen readers: the shortcut is announced by `aria-keyshortcuts` on the control. */
import styles from './Kbd.module.css'

export function Kbd({ children }: { readonly children: string }) {
  return (
    <kbd className={styles.kbd} aria-hidden="true">
      {children}
    </kbd>
  )
}
