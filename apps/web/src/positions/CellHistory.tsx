/**
 * What lies behind one cell: everything the party said of the clause, latest first; when its consent lapsed, what changed since in the
 * words it had spoken of; and for one's own delegation the way to accept the words as they stand.
 */
import { lastPosition, type ClauseId, type Negotiation, type PartyId, type Reading, type Wording } from '@entente/agreement'
import { plainText, rootName } from '@entente/draft'
import { clausePath } from '../app/views.ts'
import { useClause, type ClauseView } from '../clause/useClause.ts'
import { useDoc } from '../clause/useDoc.ts'
import { Button } from '../design/Button.tsx'
import { useNamed } from '../reference/useNamed.ts'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { IconButton } from '../design/IconButton.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { Popover } from '../design/Popover.tsx'
import { Difference } from '../lapse/Difference.tsx'
import { ConfirmAcceptance } from '../position/ConfirmAcceptance.tsx'
import { History } from '../position/History.tsx'
import { useShown } from '../position/useShown.ts'
import { useStatements } from '../position/useStatements.ts'
import { whyNot } from '../refusal/explain.ts'
import { useAsk } from '../room/useRoom.ts'
import { clauseName, partyName } from '../table/naming.ts'
import { useAttentionStore } from '../table/useAttention.ts'
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
  const speaker = useView((view) => view.speaker)
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
      <ConfirmAcceptance {...{ negotiation, clause, party, speaker }} popover={id} />
      {reading === undefined ? null : <SpokenOf negotiation={negotiation} clause={clause} party={party} reading={reading} />}
      <footer className={styles.footer}>
        {party === own ? <OwnStatements key={clause} popover={id} clause={clause} /> : null}
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
  if (last === undefined || last.on === reading.fingerprint)
    return (
      <details className={styles.words} open={last === undefined}>
        <summary>{last === undefined ? 'The words as they stand' : 'The words it speaks of, as they stand'}</summary>
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
  const named = useNamed()
  return (
    <p className={styles.text} dir="auto">
      {plainText(wording, named)}
    </p>
  )
}

/**
 * Accepting the wording that the popover shows, and the way to any other position. What is sent is the fingerprint shown; words that
 * changed under the reader's eyes are shown again first.
 */
function OwnStatements({ popover, clause }: { readonly popover: string; readonly clause: ClauseId }) {
  const view = useClause(clause)
  return view === undefined ? null : <Accepting popover={popover} view={view} />
}

function Accepting({ popover, view }: { readonly popover: string; readonly view: ClauseView }) {
  const { clause, negotiation, reading } = view
  const ask = useAsk()
  const barred = useBarred()
  const attention = useAttentionStore()
  const statements = useStatements(view, useShown(useDoc(), rootName({ kind: 'clause', clause: clause.clause }), reading))
  const because =
    barred ?? whyNot(ask('position.take', { clause: clause.clause, on: reading.fingerprint, position: { stance: 'accepts' } }), negotiation)
  const closes = { popoverTarget: popover, popoverTargetAction: 'hide' } as const
  return (
    <>
      <Button
        look="primary"
        size="small"
        shape="accepts"
        because={because}
        {...(because === undefined && closes)}
        onClick={statements.accept}
      >
        Accept this wording
      </Button>
      <Button size="small" {...closes} onClick={() => attention.open(clause.clause, { is: 'words' })}>
        Other positions…
      </Button>
    </>
  )
}
