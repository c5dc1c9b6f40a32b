/**
 * The ways to amend a clause from this seat. Whose delegation has a caucus drafts there: nobody else reads it until it is tabled. Tabling at
 * once is the second choice, and the only one of parties without a caucus.
 */
import { draftsOn, newDraft } from '../caucus/drafts-on.ts'
import type { ClauseView } from '../clause/useClause.ts'
import { loadEditor } from '../editor/load.ts'
import { whyNot } from '../refusal/explain.ts'
import { PrivateRoom, useOwnCaucusId } from '../room/private-room.tsx'
import { useAsk, useRoom, useSay } from '../room/useRoom.ts'
import type { AttentionStore, CaretAt } from '../table/attention.ts'
import { clauseName } from '../table/naming.ts'
import { useAttentionStore } from '../table/useAttention.ts'
import { useBarred } from '../table/useBarred.ts'
import { useView } from '../table/useView.ts'
import { AmendPrompt, type WayToAmend } from './AmendPrompt.tsx'
import { useAmend } from './useAmend.ts'
import type { TabledReading } from './useAmendments.ts'

type AmendHereProps = {
  readonly view: ClauseView
  readonly readings: readonly TabledReading[]
  /** Why the text itself cannot be typed in. */
  readonly why: string
  readonly at: CaretAt
}

export function AmendHere({ view, readings, why, at }: AmendHereProps) {
  const caucus = useOwnCaucusId()
  const attention = useAttentionStore()
  const amend = useAmend(view, readings)
  const barred = useBarred()
  const name = clauseName(view.negotiation, view.clause.clause)
  const atOnce = (words: string): WayToAmend => ({ words, because: barred, begin: (typed) => amend(at, { typed }) })
  if (caucus === undefined)
    return (
      <AmendPrompt name={name} ways={[atOnce(`Amend ${name}`)]}>
        {why} What you type amends it in your party’s name: it stands beside the text in brackets, and everybody at the table sees it at
        once.
      </AmendPrompt>
    )
  return (
    <PrivateRoom key={caucus} id={caucus}>
      <AmendPrivately {...{ view, name, why, at, attention }} atOnce={atOnce('Table it at once')} />
    </PrivateRoom>
  )
}

type AmendPrivatelyProps = Omit<AmendHereProps, 'readings'> & {
  readonly name: string
  /** The attention at the table. */
  readonly attention: AttentionStore
  readonly atOnce: WayToAmend
}

/** Stands inside the caucus. */
function AmendPrivately({ view: { clause }, name, why, at, attention, atOnce }: AmendPrivatelyProps) {
  const room = useRoom()
  const ask = useAsk()
  const say = useSay()
  const barred = useBarred()
  const loaded = useView((caucus) => caucus.loaded)
  const negotiation = useView((caucus) => caucus.negotiation)
  const party = useView((caucus) => caucus.speaker?.party.shortName)
  const begun = draftsOn(negotiation, clause.clause).at(-1)
  const input = newDraft(negotiation, clause.clause)

  async function open() {
    const answer = await say('draft.open', input)
    return answer.ok ? draftsOn(room.view().negotiation, clause.clause).at(-1) : undefined
  }
  const whyNotOpen = () =>
    loaded ? (barred ?? whyNot(ask('draft.open', input), negotiation)) : 'The caucus of your delegation is being opened'
  const draft: WayToAmend = {
    words: begun === undefined ? 'Draft it in the caucus' : `Go on with ${begun.label}`,
    because: begun === undefined ? whyNotOpen() : undefined,
    async begin(typed) {
      const drafting = begun ?? (await open())
      await loadEditor()
      if (drafting !== undefined) attention.draft(clause.clause, drafting.amendment, at, typed())
    },
  }
  return (
    <AmendPrompt name={name} ways={[draft, atOnce]}>
      {why} What you type {begun === undefined ? 'begins a draft' : `goes into ${begun.label}`} in the caucus: only{' '}
      {party ?? 'your delegation'} reads it until you table it. Tabled at once, everybody reads it in brackets as you type.
    </AmendPrompt>
  )
}
