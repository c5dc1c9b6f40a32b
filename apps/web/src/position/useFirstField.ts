/**
 * A form that was opened by a key or a button comes into sight and takes the focus to its first field, or to its first button where it has none, and
 * gives it back when it goes. In a dialog the browser does both; there the control only says that it wants the focus.
 */
import { useLayoutEffect, useRef, type RefObject } from 'react'

export function useFirstField(): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => {
    const own = form.current
    const before = document.activeElement
    const field = own?.querySelector<HTMLElement>('select, textarea, input')
    const first = field ?? own?.querySelector<HTMLElement>('button')
    first?.setAttribute('autofocus', '')
    first?.focus({ preventScroll: true })
    // All of it rather than the field alone: what is asked stands above, and what sends it below.
    own?.scrollIntoView({ block: 'nearest' })
    own?.addEventListener('keydown', unlessHeld)
    return () => {
      own?.removeEventListener('keydown', unlessHeld)
      const had = own?.contains(document.activeElement) === true
      if (had && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return form
}

/** The Enter that opened the form, still held, does not press the button that has the focus now: nothing is said before it can be read. */
function unlessHeld(event: KeyboardEvent): void {
  if (event.repeat && event.key === 'Enter' && event.target instanceof HTMLButtonElement) event.preventDefault()
}
