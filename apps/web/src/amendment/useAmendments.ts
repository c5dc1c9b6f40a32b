/** The amendments to a clause that are before the table, with their words as they stand here and who is behind them. */
import {
  amendmentNames,
  amendmentsOf,
  behind,
  numbersOf,
  type AmendedReading,
  type AmendmentId,
  type Deletion,
  type PartyId,
  type Rewording,
} from '@entente/agreement'
import { rootName, type Text } from '@entente/draft'
import { useMemo } from 'react'
import type * as Y from 'yjs'
import type { ClauseView } from '../clause/useClause.ts'
import { useTexts } from '../clause/useText.ts'
import { useRoom } from '../room/useRoom.ts'

export type TabledReading = {
  readonly amendment: Rewording | Deletion
  /** "4 bis". */
  readonly name: string
  /** Empty where the clause is to be left out. */
  readonly text: Text
  /** How it reads for the rules; none where the clause is to be left out. */
  readonly reading: AmendedReading | undefined
  /** Its author first. */
  readonly parties: readonly PartyId[]
}

export const amendmentRoot = (amendment: AmendmentId): string => rootName({ kind: 'amendment', amendment })

export function useAmendments({ clause, negotiation, reading }: ClauseView, doc: Y.Doc): readonly TabledReading[] {
  const room = useRoom()
  const tabled = useMemo(() => amendmentsOf(negotiation, clause.clause), [negotiation, clause.clause])
  const roots = tabled.flatMap(({ does, amendment }) => (does === 'reword' ? [amendmentRoot(amendment)] : [])).join(' ')
  const texts = useTexts(doc, roots)
  return useMemo(() => {
    if (tabled.length === 0) return none
    const names = amendmentNames(negotiation, clause.clause, numbersOf(negotiation).get(clause.clause) ?? '')
    const { amended } = room.view()
    return tabled.map((amendment): TabledReading => {
      const reads = amendment.does === 'reword' ? amended.get(amendment.amendment) : undefined
      return {
        amendment,
        name: names.get(amendment.amendment) ?? '',
        text: texts.get(amendmentRoot(amendment.amendment)) ?? noWords,
        reading: reads,
        parties: behind(negotiation, amendment, reads?.fingerprint),
      }
    })
    // The reading of the clause is named because what an amendment means depends on it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [tabled, negotiation, clause.clause, texts, room, reading])
}

const none: readonly TabledReading[] = []
const noWords: Text = []
