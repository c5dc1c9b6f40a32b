/**
 * An acceptance ad referendum that waits for the capital: until when, and for whoever may bind the party the way to confirm it.
 * Confirmed in time it is an acceptance like any other.
 */
import { lastPosition, type ClauseId, type Negotiation, type PartyId, type Speaker, type Timestamp } from '@entente/agreement'
import { Button } from '../design/Button.tsx'
import { Glyph } from '../design/Glyph.tsx'
import { undoable } from '../design/Toast.tsx'
import { whyNot } from '../refusal/explain.ts'
import { useAsk, useSay } from '../room/useRoom.ts'
import { Until } from '../silence/Until.tsx'
import { clauseName, partyName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import styles from './ConfirmAcceptance.module.css'

type ConfirmAcceptanceProps = {
  readonly negotiation: Negotiation
  readonly clause: ClauseId
  readonly party: PartyId
  readonly speaker: Speaker | undefined
  /** The popover the button stands in, which closes with it. */
  readonly popover?: string
}

/** Nothing where the party's last word waits for nobody. That is so at most clauses, so nothing is listened to before. */
export function ConfirmAcceptance(props: ConfirmAcceptanceProps) {
  const last = lastPosition(props.negotiation.positions.get(props.clause)?.get(props.party))
  if (last?.position.stance !== 'accepts-ad-referendum' || last.confirmed !== undefined || last.missed !== undefined) return null
  return <WaitingForCapital {...props} confirmBy={last.position.confirmBy} />
}

function WaitingForCapital({
  negotiation,
  clause,
  party,
  speaker,
  popover,
  confirmBy,
}: ConfirmAcceptanceProps & { readonly confirmBy: Timestamp | undefined }) {
  const ask = useAsk()
  const say = useSay()
  const barred = useBarred()
  const name = partyName(negotiation, party)
  return (
    <div className={styles.waiting} data-confirm={party}>
      <Glyph shape="ad-referendum" beside />
      <p>
        {name} accepts ad referendum.{' '}
        {confirmBy === undefined ? (
          'No time is set for the confirmation.'
        ) : (
          <>
            Capital to confirm by <Until at={confirmBy} />.
          </>
        )}
      </p>
      {party === speaker?.party.party ? (
        <Button
          size="small"
          shape="accepts"
          because={barred ?? whyNot(ask('position.confirm', { clause }), negotiation)}
          {...(popover !== undefined && { popoverTarget: popover, popoverTargetAction: 'hide' as const })}
          onClick={() =>
            undoable(`${name} confirms its acceptance of ${clauseName(negotiation, clause)}`, {
              shape: 'accepts',
              done: () => void say('position.confirm', { clause }),
            })
          }
        >
          Confirm
        </Button>
      ) : null}
    </div>
  )
}
