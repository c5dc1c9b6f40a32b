/**
 * Short notices at the foot of the page. One that can be taken back counts down before it is done: a slip of the key is not a statement.
 * The countdown waits while the notice is pointed at or holds focus.
 */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { announce } from './Announcer.tsx'
import { Glyph } from './Glyph.tsx'
import { IconButton } from './IconButton.tsx'
import type { Shape } from './shape.ts'
import styles from './Toast.module.css'

/** How long something can be taken back. */
export const UNDO_SECONDS = 5
/** How long a plain notice stays. */
const NOTICE_SECONDS = 6

type Toast = {
  readonly id: number
  readonly words: string
  readonly shape: Shape | undefined
  readonly ends:
    | { readonly kind: 'undo'; readonly done: () => void; readonly undone: () => void }
    | { readonly kind: 'notice' }
    | { readonly kind: 'stays' }
}

let toasts: readonly Toast[] = []
let last = 0
const listeners = new Set<() => void>()

function put(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}

function show(toast: Omit<Toast, 'id'>): number {
  last += 1
  put([...toasts, { ...toast, id: last }])
  return last
}

function drop(id: number) {
  put(toasts.filter((toast) => toast.id !== id))
}

/** Says that something happened, and goes away by itself. */
export function notify(words: string, shape?: Shape): void {
  announce(words)
  show({ words, shape, ends: { kind: 'notice' } })
}

/** Says that something was not done, and stays until it is closed. */
export function complain(words: string): void {
  announce(words)
  show({ words, shape: undefined, ends: { kind: 'stays' } })
}

/**
 * Says what is about to be done. Calls `done` after five seconds, or `undone` if the person takes it back. The returned function takes it
 * back too (a second key press, leaving the page).
 */
export function undoable(
  words: string,
  options: { readonly shape?: Shape; readonly done: () => void; readonly undone?: () => void },
): () => void {
  announce(`${words}. Sent in ${UNDO_SECONDS} seconds.`)
  const undone = options.undone ?? (() => undefined)
  const id = show({ words, shape: options.shape, ends: { kind: 'undo', done: options.done, undone } })
  return () => {
    if (!toasts.some((toast) => toast.id === id)) return
    drop(id)
    undone()
  }
}

function undo({ id, ends }: Toast) {
  drop(id)
  if (ends.kind !== 'undo') return
  ends.undone()
  announce('Taken back. Nothing was recorded.')
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}

/** Placed once per page. Empty while nothing is to be said. */
export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )

  // Five seconds are too short to tab here: outside of words and fields the key for undoing takes the last statement back.
  useEffect(() => {
    const takeBack = (event: KeyboardEvent) => {
      const last = toasts.findLast(({ ends }) => ends.kind === 'undo')
      if (
        last === undefined ||
        event.key.toLowerCase() !== 'z' ||
        !(event.ctrlKey || event.metaKey) ||
        event.shiftKey ||
        isWriting(event.target)
      )
        return
      event.preventDefault()
      event.stopPropagation()
      undo(last)
    }
    document.addEventListener('keydown', takeBack, { capture: true })
    return () => document.removeEventListener('keydown', takeBack, { capture: true })
  }, [])

  return (
    <section className={styles.region} aria-label="Notices">
      {shown.map((toast) => (
        <ToastView key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

function ToastView({ toast }: { readonly toast: Toast }) {
  const { id, words, shape, ends } = toast
  const [held, setHeld] = useState(false)
  const [left, setLeft] = useState(ends.kind === 'undo' ? UNDO_SECONDS : NOTICE_SECONDS)

  useEffect(() => {
    if (held || ends.kind === 'stays') return undefined
    const tick = setTimeout(() => {
      if (left > 1) {
        setLeft(left - 1)
      } else {
        drop(id)
        if (ends.kind === 'undo') ends.done()
      }
    }, 1_000)
    return () => clearTimeout(tick)
  }, [held, left, ends, id])

  return (
    <div
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {shape === undefined ? null : <Glyph shape={shape} beside plain />}
      <p className={styles.words}>
        {words}
        {ends.kind === 'undo' ? <span className={styles.count}>{held ? '. Waiting' : `. Sent in ${left} s`}</span> : null}
      </p>
      {ends.kind === 'undo' ? (
        <button type="button" className={styles.undo} aria-keyshortcuts="Control+Z" title="Undo (Ctrl Z)" onClick={() => undo(toast)}>
          Undo
        </button>
      ) : (
        <IconButton icon="close" name="Close this notice" size="small" className={styles.close} onClick={() => drop(id)} />
      )}
    </div>
  )
}
