/**
 * What goes on at the table, in one line under the ribbon: the sitting, the item of the agenda, who has the floor and for how long, who waits,
 * who is called. Not there while nothing goes on. Everything about it is one press away.
 */
import { may, runningRollCall, runningSitting, toBeCalled, type Negotiation, type Speaker } from '@entente/agreement'
import { Button } from '../design/Button.tsx'
import { Icon } from '../design/Icon.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { PartyCodes } from '../design/PartyCodes.tsx'
import { Tag } from '../design/Tag.tsx'
import { partyName } from '../table/naming.ts'
import { useView } from '../table/useView.ts'
import { calledOn } from './called-on.ts'
import styles from './ProceedingsStrip.module.css'
import { timeLeft } from './time-left.ts'
import { useSecondsLeft } from './useSecondsLeft.ts'

export function ProceedingsStrip({ onOpen }: { readonly onOpen: () => void }) {
  const negotiation = useView((view) => view.negotiation)
  const speaker = useView((view) => view.speaker)
  const sitting = runningSitting(negotiation)
  const { floor, agenda } = negotiation
  const call = runningRollCall(negotiation)
  const item = agenda.at === undefined ? undefined : agenda.items[agenda.at]
  if (sitting === undefined && floor.speaking === undefined && floor.list.length === 0 && call === undefined && item === undefined)
    return null
  return (
    <div className={styles.strip} role="region" aria-label="Proceedings" data-region="proceedings">
      {sitting === undefined ? null : (
        <Tag icon={sitting.kind === 'closed' ? 'lock' : 'person'}>{sitting.kind === 'closed' ? 'Closed sitting' : 'Plenary'}</Tag>
      )}
      {item === undefined ? null : (
        <span className={styles.item}>
          Item {(agenda.at ?? 0) + 1} of {agenda.items.length}: {item.title}
        </span>
      )}
      {call === undefined ? null : <Called {...{ negotiation, speaker, onOpen }} />}
      <Floor negotiation={negotiation} />
      <span className={styles.space} />
      <Button className={styles.open} size="small" onClick={onOpen} aria-haspopup="dialog">
        {speaker !== undefined && may(speaker, 'preside') ? 'Conduct…' : 'Proceedings…'}
      </Button>
    </div>
  )
}

function Floor({ negotiation }: { readonly negotiation: Negotiation }) {
  const left = useSecondsLeft()
  const { speaking, list } = negotiation.floor
  return (
    <>
      {speaking === undefined ? null : (
        <span className={styles.floor}>
          <Icon name="microphone" />
          <PartyCode party={speaking.party} filled />
          <span>{partyName(negotiation, speaking.party)} has the floor</span>
          {left === undefined ? null : (
            <b className={styles.clock} data-over={left < 0 || undefined}>
              {timeLeft(left)}
            </b>
          )}
        </span>
      )}
      {list.length === 0 ? null : (
        <span className={styles.floor}>
          Next <PartyCodes parties={list.slice(0, 4).map(({ party }) => party)} />
          {list.length > 4 ? ` and ${list.length - 4} more` : null}
        </span>
      )}
    </>
  )
}

type CalledProps = { readonly negotiation: Negotiation; readonly speaker: Speaker | undefined; readonly onOpen: () => void }

function Called({ negotiation, speaker, onOpen }: CalledProps) {
  const call = runningRollCall(negotiation)
  const [called] = call === undefined ? [] : toBeCalled(call)
  if (call === undefined || called === undefined) return null
  const ours = called === speaker?.party.party
  return (
    <span className={styles.floor} data-ours={ours || undefined} role="status">
      Roll call on {calledOn(call.on, negotiation)}: <PartyCode party={called} filled />
      <b>{ours ? 'your delegation is called' : `${partyName(negotiation, called)} is called`}</b>
      {ours ? (
        <Button size="small" look="primary" onClick={onOpen} aria-haspopup="dialog">
          Answer…
        </Button>
      ) : null}
    </span>
  )
}
