/**
 * What lies behind one cell: everything the party said of the clause, latest first; when its consent lapsed, what changed since in the words it
 * had spoken of; and for one's own delegation the way to accept the words as they stand.
 */
import { lastPosition, type ClauseId, type Negotiation, type PartyId, type Reading, type Wording } from '@entente/agreement'
import { plainText } from '@entente/draft'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { clausePath } from '../app/views.ts'
import { Button } from '../design/Button.tsx'
import { IconButton } from '../design/IconButton.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { Popover } from '../design/Popover.tsx'
import { undoable } from '../design/Toast.tsx'
import { Difference } from '../lapse/Difference.tsx'
import { History } from '../position/History.tsx'
import { whyNot } from '../refusal/explain.ts'
import { useAsk, useSay } from '../room/useRoom.ts'
import { clauseName, partyName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import { useView } from '../table/useView.ts'
import styles from './CellHistory.module.css'

type CellHistoryProps = {
  readonly id: string
  readonly negotiation: Negotiation
  readonly asked: { readonly clause: ClauseId; readonly party: PartyId } | undefined
  readonly own: PartyId | undefined
}

export function CellHistory({ id, negotiation, asked, own }: CellHistoryProps) {
  const reading = useView(({ readings }) => (asked === undefined ? undefined : readings.get(asked.clause)))
  if (asked === undefined) return <Popover id={id} label="History" />
  const { clause, party } = asked
  const title = `${partyName(negotiation, party)} on ${clauseName(negotiation, clause)}`
  return (
    <Popover id={id} label={title} className={styles.popover}>
      <header className={styles.header}>
        <PartyCode party={party} filled={party === own} />
        <h2>{title}</h2>
        <IconButton icon="close" name="Close" size="small" popoverTarget={id} popoverTargetAction="hide" />
      </header>
      <History negotiation={negotiation} clause={clause} party={party} reading={reading} />
      {reading === undefined ? null : <SpokenOf negotiation={negotiation} clause={clause} party={party} reading={reading} />}
      <footer className={styles.footer}>
        {party === own && reading !== undefined ? (
          <AcceptNow popover={id} negotiation={negotiation} clause={clause} party={party} reading={reading} />
        ) : null}
        <ButtonLink href={clausePath(negotiation, clause)} size="small">
          Open at the table
        </ButtonLink>
      </footer>
    </Popover>
  )
}

type Behind = { readonly negotiation: Negotiation; readonly clause: ClauseId; readonly party: PartyId; readonly reading: Reading }

/** The words the party spoke of: as they stand if they still do, else what became of them. */
function SpokenOf({ negotiation, clause, party, reading }: Behind) {
  const last = lastPosition(negotiation.positions.get(clause)?.get(party))
  if (last === undefined) return null
  if (last.on === reading.fingerprint)
    return (
      <details className={styles.words}>
        <summary>The words it speaks of, as they stand</summary>
        <Words wording={reading.wording} />
      </details>
    )
  const before = negotiation.wordings.get(last.on)?.wording
  return (
    <div className={styles.words}>
      <h3>Since then the words have changed</h3>
      {before === undefined ? (
        <p className={styles.unknown}>The words it spoke of are not on this record.</p>
      ) : (
        <Difference before={before} after={reading.wording} />
      )}
    </div>
  )
}

function Words({ wording }: { readonly wording: Wording }) {
  return (
    <p className={styles.text} dir="auto">
      {plainText(wording)}
    </p>
  )
}

/** Accepting from here needs the words on the screen: it is offered where the comparison shows them. */
function AcceptNow({ popover, negotiation, clause, party, reading }: Behind & { readonly popover: string }) {
  const ask = useAsk()
  const say = useSay()
  const barred = useBarred()
  const last = lastPosition(negotiation.positions.get(clause)?.get(party))
  if (last === undefined || last.on === reading.fingerprint || !negotiation.wordings.has(last.on)) return null
  const input = { clause, on: reading.fingerprint, position: { stance: 'accepts' } }
  return (
    <Button
      look="primary"
      size="small"
      shape="accepts"
      because={barred ?? whyNot(ask('position.take', input), negotiation)}
      popoverTarget={popover}
      popoverTargetAction="hide"
      onClick={() =>
        undoable(`${partyName(negotiation, party)} accepts ${clauseName(negotiation, clause)}`, {
          shape: 'accepts',
          done: () => void say('position.take', input),
        })
      }
    >
      Accept these words
    </Button>
  )
}
