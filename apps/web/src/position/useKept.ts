/**
 * What somebody has filled in, kept while the form comes and goes: a form that is closed, refused or left for another clause opens again
 * with every word in it. Kept in this tab only, until it is recorded or cleared.
 */
import { useCallback, useState } from 'react'

/** Makes a hook like `useState`, under a name. One for each kind of form. Its third value forgets what was filled in. */
export function keeper<Value>() {
  const kept = new Map<string, Value>()
  return function useKept(name: string, empty: Value): readonly [Value, (value: Value) => void, () => void] {
    const [value, setValue] = useState<Value>(() => kept.get(name) ?? empty)
    const keep = useCallback(
      (next: Value) => {
        kept.set(name, next)
        setValue(next)
      },
      [name],
    )
    const clear = useCallback(() => {
      kept.delete(name)
      setValue(empty)
    }, [name, empty])
    return [value, keep, clear]
  }
}
