/** A moment, said the way people do ("14:02", "20 Nov") with the whole of it, zone included, as a tip. */
import { ago, momentInFull, momentShort } from './moment.ts'
import { useNow } from './useNow.ts'

/** `as` chooses between "14:02" and "2 minutes ago". */
export function Moment({ at, as = 'short' }: { readonly at: string; readonly as?: 'short' | 'ago' }) {
  const now = useNow()
  return (
    <time dateTime={at} title={momentInFull(at)}>
      {as === 'ago' ? ago(at, now) : momentShort(at, now)}
    </time>
  )
}
