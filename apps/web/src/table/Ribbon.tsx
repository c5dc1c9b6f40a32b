/** The line under the bar: how far the text has come, for whom one acts, who may type, and how the page stands to the server. */
import { openRoundOf, type ClauseAssessment, type AmendmentId, type ClauseId, type Speaker } from '@entente/agreement'
import { memo, useState } from 'react'
import { ConnectionStatus } from '../app/ConnectionStatus.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { Icon } from '../design/Icon.tsx'
import { BracketCount } from '../bracket/BracketCount.tsx'
import { Button } from '../design/Button.tsx'
import { IconButton } from '../design/IconButton.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { ProgressCells, progressInWords } from '../design/ProgressCells.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { ReadingMenu } from '../reading-view/ReadingMenu.tsx'
import { SpaceSwitch } from '../caucus/SpaceSwitch.tsx'
import { penMeaning, penWords } from '../pen/pen-words.ts'
import { namingOf } from './naming.ts'
import { Outline } from './Outline.tsx'
import styles from './Ribbon.module.css'
import { useView } from './useView.ts'

type Cell = { readonly clause: string; readonly number: string; readonly status: ClauseAssessment['status'] }

type RibbonProps = {
  readonly duties: number
  readonly onGo: (clause: ClauseId) => void
  readonly onGoProposed: (proposed: AmendmentId) => void
  readonly onFind: () => void
  readonly onCompare: () => void
  readonly onProceedings: () => void
}

export const Ribbon = memo(function Ribbon({ duties, onGo, onGoProposed, onFind, onCompare, onProceedings }: RibbonProps) {
  const cells = useView(
    ({ assessment, negotiation }) =>
      [...assessment.clauses.values()].map(({ clause, status }): Cell => ({
        clause,
        status,
        number: namingOf(negotiation).numbers.get(clause) ?? '',
      })),
    sameCells,
  )
  const speaker = useView((view) => view.speaker, sameSpeaker)
  const [listing, setListing] = useState(false)
  return (
    <div className={styles.ribbon} data-region="ribbon">
      <SpaceSwitch here="table" />
      <div className={styles.progress}>
        <b>{progressInWords(cells)}</b>
        <ProgressCells cells={cells} />
        <BracketCount />
      </div>
      <Button className={styles.phone} icon="list" aria-haspopup="dialog" onClick={() => setListing(true)}>
        <VisuallyHidden>Clauses{duties > 0 ? ` and your ${duties} actions` : ''}</VisuallyHidden>
        {duties > 0 ? <span aria-hidden="true">{duties}</span> : null}
      </Button>
      <span className={styles.space} />
      {speaker === undefined ? null : <ActingFor speaker={speaker} />}
      <PenState />
      <IconButton icon="search" name="Find in the text" shortcut="/" aria-haspopup="dialog" data-key="find" onClick={onFind} />
      <ReadingMenu onCompare={onCompare} />
      <ProceedingsButton onOpen={onProceedings} />
      <span className={styles.desk}>
        <ConnectionStatus />
      </span>
      {listing ? (
        <Dialog title="Clauses" bare onClose={() => setListing(false)}>
          <div className={styles.listing}>
            <Outline
              onGo={(clause) => {
                setListing(false)
                onGo(clause)
              }}
              onGoProposed={(proposed) => {
                setListing(false)
                onGoProposed(proposed)
              }}
            />
          </div>
        </Dialog>
      ) : null}
    </div>
  )
})

function ActingFor({ speaker: { party, seat } }: { readonly speaker: Speaker }) {
  return (
    <span className={styles.acting}>
      <span className={styles.muted}>Acting for</span>
      <PartyCode party={party.party} filled />
      <b>{party.shortName}</b>
      <span className={styles.muted} title={seat.name}>
        {roleWords(party.kind, seat.role)}
      </span>
    </span>
  )
}

function roleWords(kind: Speaker['party']['kind'], role: Speaker['seat']['role']): string {
  return role === 'head' && kind === 'delegation' ? 'head of delegation' : role
}

/** Who may type in the base text. */
function PenState() {
  const negotiation = useView((view) => view.negotiation)
  const pen = negotiation.pens.whole
  return (
    <span className={styles.drafting} title={penMeaning(pen, negotiation)}>
      <Icon name={pen.drafting === 'open' ? 'pen' : 'lock'} />
      <VisuallyHidden below={1240}>{penWords(pen, negotiation)}</VisuallyHidden>
    </span>
  )
}

/** The way to the round, the sitting, the speakers' list and roll calls. */
function ProceedingsButton({ onOpen }: { readonly onOpen: () => void }) {
  const round = useView(({ negotiation }) => openRoundOf(negotiation)?.round)
  return (
    <Button icon="microphone" aria-haspopup="dialog" onClick={onOpen}>
      <span className={styles.proceedingsWord} aria-hidden="true">
        {round === undefined ? 'Proceedings' : `Round ${round}`}
      </span>
      <VisuallyHidden>{round === undefined ? 'Proceedings' : `Round ${round}, proceedings`}</VisuallyHidden>
    </Button>
  )
}

function sameCells(a: readonly Cell[], b: readonly Cell[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ clause, number, status }, index) => b[index]?.clause === clause && b[index].number === number && b[index].status === status)
  )
}

function sameSpeaker(a: Speaker | undefined, b: Speaker | undefined): boolean {
  return a?.seat === b?.seat && a?.party === b?.party
}
