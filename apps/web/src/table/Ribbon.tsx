/** The line under the bar: how far the text has come, for whom one acts, who may type, and how the page stands to the server. */
import { may, type ClauseAssessment, type ClauseId, type Speaker } from '@entente/agreement'
import { useState } from 'react'
import { ConnectionStatus } from '../app/ConnectionStatus.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { Icon } from '../design/Icon.tsx'
import { Button } from '../design/Button.tsx'
import { Menu, MenuItem } from '../design/Menu.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { ProgressCells, progressInWords } from '../design/ProgressCells.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { useSay } from '../room/useRoom.ts'
import { OpenRound } from './OpenRound.tsx'
import { namingOf } from './naming.ts'
import { Outline } from './Outline.tsx'
import styles from './Ribbon.module.css'
import { useBarred } from './useBarred.ts'
import { useView } from './useView.ts'

type Cell = { readonly clause: string; readonly number: string; readonly status: ClauseAssessment['status'] }

type RibbonProps = { readonly duties: number; readonly onGo: (clause: ClauseId) => void }

export function Ribbon({ duties, onGo }: RibbonProps) {
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
      <div className={styles.progress}>
        <b>{progressInWords(cells)}</b>
        <ProgressCells cells={cells} />
      </div>
      <Button className={styles.phone} icon="list" aria-haspopup="dialog" onClick={() => setListing(true)}>
        <VisuallyHidden>Clauses{duties > 0 ? ` and your ${duties} actions` : ''}</VisuallyHidden>
        {duties > 0 ? <span aria-hidden="true">{duties}</span> : null}
      </Button>
      <span className={styles.space} />
      {speaker === undefined ? null : <ActingFor speaker={speaker} />}
      <DraftingState />
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
            />
          </div>
        </Dialog>
      ) : null}
    </div>
  )
}

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

/** Who may type in the base text, and for whoever presides the way to change it, and to open and close rounds. */
function DraftingState() {
  const drafting = useView((view) => view.negotiation.pens.whole.drafting)
  const presides = useView((view) => view.speaker !== undefined && may(view.speaker, 'preside'))
  const round = useView((view) => view.negotiation.rounds.at(-1))
  const barred = useBarred()
  const say = useSay()
  const [opening, setOpening] = useState(false)
  const words = drafting === 'open' ? 'Open drafting' : 'The chair holds the pen'
  const meaning = drafting === 'open' ? 'Every drafting seat may type in the text' : 'Only the chair’s secretariat types in the text'
  if (!presides) {
    return (
      <span className={styles.drafting} title={meaning}>
        <Icon name={drafting === 'open' ? 'pen' : 'lock'} />
        {words}
      </span>
    )
  }
  const running = round !== undefined && round.closed === undefined
  return (
    <>
      <Menu
        look="ghost"
        icon={drafting === 'open' ? 'pen' : 'lock'}
        opener={words}
        title={meaning}
        className={styles.desk}
        {...(barred !== undefined && { because: barred })}
      >
        <MenuItem checked={drafting === 'open'} onClick={() => drafting !== 'open' && void say('drafting.set', { drafting: 'open' })}>
          Open drafting: every drafting seat types
        </MenuItem>
        <MenuItem checked={drafting === 'pen'} onClick={() => drafting !== 'pen' && void say('drafting.set', { drafting: 'pen' })}>
          Take the pen: only the secretariat types
        </MenuItem>
        {running ? (
          <MenuItem onClick={() => void say('round.close', {})}>Close round {round.round}</MenuItem>
        ) : (
          <MenuItem onClick={() => setOpening(true)}>Open the next round…</MenuItem>
        )}
      </Menu>
      {opening ? <OpenRound next={(round?.round ?? 0) + 1} onClose={() => setOpening(false)} /> : null}
    </>
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
