/** What the server answered to a question asked when a component appears. */
import { useCallback, useEffect, useState } from 'react'
import type { Fault, Outcome } from './request.ts'

export type Loading<Value> =
  | { readonly is: 'waiting' }
  | { readonly is: 'here'; readonly value: Value }
  | { readonly is: 'failed'; readonly fault: Fault }

/** `ask` must be stable (a function of `server`): it is asked again when it changes, or when the returned function is called. */
export function useAnswer<Value>(ask: (signal: AbortSignal) => Promise<Outcome<Value>>): readonly [Loading<Value>, () => void] {
  const [state, setState] = useState<Loading<Value>>({ is: 'waiting' })

  const load = useCallback(() => {
    const leaving = new AbortController()
    async function wait() {
      const outcome = await ask(leaving.signal)
      if (!leaving.signal.aborted) setState(outcome.ok ? { is: 'here', value: outcome.value } : { is: 'failed', fault: outcome.fault })
    }
    void wait()
    return () => leaving.abort()
  }, [ask])

  useEffect(() => load(), [load])
  return [state, load]
}
