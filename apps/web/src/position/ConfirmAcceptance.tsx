/**
 * An acceptance ad referendum that waits for the capital: until when, and for whoever may bind the party the way to confirm it.
 * Confirmed in time it is an acceptance like any other.
 */
import { lastPosition, type ClauseId, type Negotiation, type PartyId, type Speaker } from '@entente/agreement'
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

export function ConfirmAcceptance({ negotiation, clause, party, speaker, popover }: ConfirmAcceptanceProps) {
  const ask = useAsk()
  const say = useSay()
  const barred = useBarred()
  const last = lastPosition(negotiation.positions.get(clause)?.get(party))
  if (last?.position.stance !== 'accepts-ad-referendum' || last.confirmed !== undefined || last.missed !== undefined) return null
  const { confirmBy } = last.position
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
