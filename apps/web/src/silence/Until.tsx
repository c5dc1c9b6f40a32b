/** A deadline: when, in the zone of the record, and how long until then. */
import { momentInFull } from '../design/moment.ts'
import { useTableNow } from '../table/useTableNow.ts'
import { untilWords } from './until-words.ts'

export function Until({ at }: { readonly at: string }) {
  const now = useTableNow()
  return (
    <>
      <time dateTime={at}>{momentInFull(at)}</time>, {untilWords(at, now)}
    </>
  )
}
