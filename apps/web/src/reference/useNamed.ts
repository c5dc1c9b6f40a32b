/** What clauses are called where they are referred to, as the record stands. */
import type { Named } from '@entente/draft'
import { useMemo } from 'react'
import { useView } from '../table/useView.ts'
import { namedIn } from './reference-words.ts'

export function useNamed(): Named {
  const negotiation = useView((view) => view.negotiation)
  return useMemo(() => namedIn(negotiation), [negotiation])
}
