/** The words of a clause, still: in attributed brackets where amendments would change them, as they stand where none would. */
import { accepting, type PartyId } from '@entente/agreement'
import { bracketView, type Text } from '@entente/draft'
import { useMemo } from 'react'
import { ClauseText } from '../clause/ClauseText.tsx'
import type { Quoted } from '../clause/passages.ts'
import type { ClauseView } from '../clause/useClause.ts'
import { BracketedText } from './BracketedText.tsx'
import type { TabledReading } from './useAmendments.ts'

type TabledTextProps = {
  readonly view: Pick<ClauseView, 'clause' | 'negotiation' | 'assessment'>
  readonly text: Text
  /** The amendments before the table; none to see the words alone. */
  readonly readings: readonly TabledReading[]
  readonly heading?: string | undefined
  readonly quoted: readonly Quoted[]
  readonly lang?: string | undefined
}

export function TabledText({ view, text, readings, heading, quoted, lang }: TabledTextProps) {
  const { negotiation, assessment } = view
  const { clause } = view.clause
  const brackets = useMemo(() => {
    const reworded = readings.flatMap(({ amendment, text: reads }) =>
      amendment.does === 'reword' ? [[amendment.amendment, reads] as const] : [],
    )
    return reworded.length === 0 ? undefined : bracketView<string>(text, new Map(reworded))
  }, [text, readings])
  if (brackets === undefined || brackets.brackets === 0) return <ClauseText {...{ text, clause, negotiation, heading, quoted, lang }} />
  return (
    <BracketedText
      view={brackets}
      accepting={acceptingIn(assessment)}
      {...{ text, clause, readings, negotiation, heading, quoted, lang }}
    />
  )
}

/** Who accepts the text as it reads. */
function acceptingIn({ standings }: ClauseView['assessment']): readonly PartyId[] {
  return [...standings].flatMap(([party, standing]) => (standing.is === 'current' && accepting(standing.position.position) ? [party] : []))
}
