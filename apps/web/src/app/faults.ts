/**
 * What breaks beside the drawing of a page: at a key, with an answer that came, in a timer. Nothing on the screen would change, and somebody
 * might think it was done. So it is said, and the page goes on. What breaks a page itself is shown by `ErrorBoundary.tsx`.
 */
import { complain } from '../design/Toast.tsx'

/** Milliseconds in which one sentence will do, however much breaks. */
const ONCE_IN = 10_000

const WORDS =
  'Something on this page failed, and what you did last may not have been done. Everything shown as saved is on the server. If it does not go on, reload the page.'

const shown = new WeakSet<Error>()

/** Reports an error to the browser that the page shows already. */
export function reportShown(error: unknown): void {
  if (error instanceof Error) shown.add(error)
  reportError(error)
}

/** Begins to listen; once for the life of the page. */
export function tellFaults(): void {
  let toldAt = -Infinity
  const tell = (error: unknown) => {
    // A request that was given up, a remark of the browser without an error, or the script of a browser's extension: none is ours.
    if (!(error instanceof Error) || error.name === 'AbortError' || shown.has(error) || /-extension:\/\//.test(error.stack ?? '')) return
    const now = performance.now()
    if (now - toldAt < ONCE_IN) return
    toldAt = now
    complain(WORDS)
  }
  addEventListener('error', ({ error }) => tell(error))
  addEventListener('unhandledrejection', ({ reason }) => tell(reason))
}
