/** Proposed clauses as the text is read: a reading without brackets is without them, except for the one that is typed in. */
import type { Insertion } from '@entente/agreement'
import { useHidden } from '../reading-view/layers.ts'
import { useReading } from '../reading-view/ReadingViewProvider.tsx'
import { useAttention } from '../table/useAttention.ts'

const none: readonly Insertion[] = []

export function useShownProposals(proposals: readonly Insertion[] = none): readonly Insertion[] {
  const clean = useReading().view.is === 'clean'
  const plain = useHidden().has('brackets') || clean
  const typedIn = useAttention(({ amending }) => amending)
  return plain ? proposals.filter(({ amendment }) => amendment === typedIn) : proposals
}
