/**
 * A form that was opened by a key or a button takes the focus to its first field, and gives it back when it goes. In a dialog the
 * browser does both; there the field only says that it wants the focus.
 */
import { useLayoutEffect, useRef, type RefObject } from 'react'

export function useFirstField(): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => {
    const own = form.current
    const before = document.activeElement
    const field = own?.querySelector<HTMLElement>('select, textarea, input')
    field?.setAttribute('autofocus', '')
    field?.focus({ preventScroll: true })
    return () => {
      const had = own?.contains(document.activeElement) === true
      if (had && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return form
}
