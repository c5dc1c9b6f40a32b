/** Tells at a clause that a slip is to be corrected, how it would read and until when a party may object; and how the last one ended. */
import { may, requiredParties, type ClauseId, type Correction, type Negotiation, type Speaker } from '@entente/agreement'
import { Button } from '../design/Button.tsx'
import { Icon } from '../design/Icon.tsx'
import { Moment } from '../design/Moment.tsx'
import { Notice } from '../design/Notice.tsx'
import { undoable } from '../design/Toast.tsx'
import { whyNot } from '../refusal/explain.ts'
import { useAsk, useSay } from '../room/useRoom.ts'
import { Until } from '../silence/Until.tsx'
import { clauseName, partyName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import styles from './Correction.module.css'

type CorrectionNoticeProps = {
  readonly negotiation: Negotiation
  readonly clause: ClauseId
  readonly speaker: Speaker | undefined
  /** Without it there is nothing to press: the clause is not in hand. */
  readonly onObject?: (() => void) | undefined
}

export function CorrectionNotice({ negotiation, clause, speaker, onObject }: CorrectionNoticeProps) {
  const last = correctionOn(negotiation, clause)
  if (last === undefined || (last.state.is !== 'open' && onObject === undefined)) return null
  if (last.state.is !== 'open')
    return (
      <p className={styles.ended}>
        <Icon name="pen" />
        <span>
          Correction of “{last.quote.exact}” to “{last.replacement}”, <Moment at={last.state.said.at} />: {endWords(last, negotiation)}
        </span>
      </p>
    )
  return (
    <Notice mark={<Icon name="pen" />} className={styles.notice} data-correction="open">
      <p>
        <b>Correction of a slip proposed:</b> <del>{last.quote.exact}</del> <ins>{last.replacement}</ins>. {last.reason}
      </p>
      <p>
        It is made <Until at={last.closesAt} />, unless a required party objects. Consent to the clause stays.
      </p>
      {onObject === undefined ? null : <Answers {...{ negotiation, speaker, onObject }} correction={last} />}
    </Notice>
  )
}

type AnswersProps = Pick<CorrectionNoticeProps, 'negotiation' | 'speaker'> & {
  readonly correction: Correction
  readonly onObject: () => void
}

function Answers({ negotiation, speaker, correction: { correction, clause }, onObject }: AnswersProps) {
  const ask = useAsk()
  const say = useSay()
  const barred = useBarred()
  if (speaker === undefined) return null
  const name = clauseName(negotiation, clause)
  return (
    <div className={styles.actions}>
      {requiredParties(negotiation).includes(speaker.party.party) ? (
        <Button
          size="small"
          because={barred ?? whyNot(ask('correction.object', { correction, reason: '…' }), negotiation)}
          onClick={onObject}
        >
          Object…
        </Button>
      ) : null}
      {may(speaker, 'preside') ? (
        <Button
          size="small"
          because={barred ?? whyNot(ask('correction.drop', { correction }), negotiation)}
          onClick={() => undoable(`The correction of ${name} is dropped`, { done: () => void say('correction.drop', { correction }) })}
        >
          Drop the correction
        </Button>
      ) : null}
    </div>
  )
}

/** The correction of a clause that is open, else the last one there was. */
export function correctionOn({ corrections }: Pick<Negotiation, 'corrections'>, clause: ClauseId): Correction | undefined {
  const own = [...corrections.values()].filter((one) => one.clause === clause)
  return own.find(({ state }) => state.is === 'open') ?? own.at(-1)
}

function endWords({ state }: Correction, negotiation: Negotiation): string {
  switch (state.is) {
    case 'made':
      return 'made. Consent stayed.'
    case 'objected':
      return `not made, because ${partyName(negotiation, state.party)} objected: “${state.reason}”`
    case 'dropped':
      return 'dropped.'
    case 'open':
      return 'open.'
    default:
      return state satisfies never
  }
}
