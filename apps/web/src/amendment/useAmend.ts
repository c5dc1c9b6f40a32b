/** Beginning to amend a clause: one's delegation's amendment of it is opened, and tabled first where there is none. */
import type { AmendmentId, Reading, Speaker } from '@entente/agreement'
import { useCallback } from 'react'
import type { ClauseView } from '../clause/useClause.ts'
import { loadEditor } from '../editor/load.ts'
import { useRoom, useSay } from '../room/useRoom.ts'
import type { CaretAt } from '../table/attention.ts'
import { useAttentionStore } from '../table/useAttention.ts'
import type { TabledReading } from './useAmendments.ts'

/** The amendment of one's own delegation that can be typed in, the newest if there are several. */
export function ownAmendment(readings: readonly TabledReading[], speaker: Speaker | undefined): AmendmentId | undefined {
  return readings.findLast(({ amendment }) => amendment.does === 'reword' && amendment.party === speaker?.party.party)?.amendment.amendment
}

export type Beginning = {
  /** What has been typed to begin, asked when the words are there. */
  readonly typed?: () => string | undefined
  /** The amendment that is amended; then a new one is always tabled. */
  readonly to?: { readonly amendment: AmendmentId; readonly reading: Reading }
}

export function useAmend({ clause: { clause }, reading: { fingerprint: on }, speaker }: ClauseView, readings: readonly TabledReading[]) {
  const room = useRoom()
  const say = useSay()
  const attention = useAttentionStore()
  return useCallback(
    async (at: CaretAt, { typed, to }: Beginning = {}): Promise<void> => {
      const own = to === undefined ? ownAmendment(readings, speaker) : undefined
      if (own !== undefined) return attention.amend(clause, own, at, typed?.())
      const answer = await say('amendment.table', {
        clause,
        on: to?.reading.fingerprint ?? on,
        ...(to !== undefined && { to: to.amendment }),
      })
      if (!answer.ok) return undefined
      const tabled = [...room.view().negotiation.amendments.values()].findLast(
        (one) => one.does === 'reword' && one.clause === clause && one.party === speaker?.party.party && one.state.is === 'tabled',
      )
      await loadEditor()
      return tabled === undefined ? undefined : attention.amend(clause, tabled.amendment, at, typed?.())
    },
    [readings, speaker, attention, clause, say, on, room],
  )
}
