/** The parties behind several amendments that read alike, each once, authors first. */
import type { PartyId } from '@entente/agreement'
import type { TabledReading } from './useAmendments.ts'

export function partiesOf(amendments: readonly string[], readings: readonly TabledReading[]): readonly PartyId[] {
  const those = readings.filter(({ amendment }) => amendments.includes(amendment.amendment))
  return [...new Set([...those.map(({ amendment }) => amendment.party), ...those.flatMap(({ parties }) => parties)])]
}
