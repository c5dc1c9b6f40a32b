/** What an amendment's words are compared with while they are typed: the text, or the reading that it amends. */
import type { Rewording } from '@entente/agreement'
import type { Text } from '@entente/draft'
import type { TabledReading } from './useAmendments.ts'

export function comparedWith({ to }: Rewording, text: Text, readings: readonly TabledReading[]): Text {
  const amended = to === undefined ? undefined : readings.find(({ amendment }) => amendment.amendment === to)
  return amended === undefined ? text : amended.text
}
