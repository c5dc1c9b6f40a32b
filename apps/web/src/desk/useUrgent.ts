/** How many things of the milestones cannot wait for one's seat. Worked out when something is on record, never while somebody types. */
import { useMemo } from 'react'
import { useTableNow } from '../table/useTableNow.ts'
import { useView } from '../table/useView.ts'
import { sameAgreed } from './same-agreed.ts'
import { urgentOf } from './urgent.ts'

export function useUrgent(): number {
  const negotiation = useView((view) => view.negotiation)
  const agreed = useView((view) => view.assessment.agreed, sameAgreed)
  const speaker = useView((view) => view.speaker)
  const now = useTableNow()
  return useMemo(
    () => (speaker === undefined ? 0 : urgentOf(negotiation, agreed, speaker, now).length),
    [negotiation, agreed, speaker, now],
  )
}
