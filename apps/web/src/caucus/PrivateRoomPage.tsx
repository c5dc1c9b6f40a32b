/** The page of a private room. A caucus has lines, requests to the head and a working assessment; a group has drafts, discussions and notes. */
import type { RoomId } from '@entente/agreement'
import { ConnectionStatus } from '../app/ConnectionStatus.tsx'
import { Button } from '../design/Button.tsx'
import { Empty } from '../design/Empty.tsx'
import { Skeleton } from '../design/Skeleton.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { explainEnd } from '../app/explain-end.ts'
import { useView } from '../table/useView.ts'
import { OvertakenDrafts } from '../table/OvertakenDrafts.tsx'
import { RefusedDrafts } from '../table/RefusedDrafts.tsx'
import { GroupState } from '../group/GroupState.tsx'
import { AsksPanel } from './AsksPanel.tsx'
import { CaucusBegan } from './CaucusBegan.tsx'
import { ClausesPanel } from './ClausesPanel.tsx'
import { DownloadRoom } from './DownloadRoom.tsx'
import { LeftBehind } from './LeftBehind.tsx'
import { NotesPanel } from './NotesPanel.tsx'
import styles from './PrivateRoomPage.module.css'
import { SpaceSwitch } from './SpaceSwitch.tsx'
import { useClosed } from './useClosed.ts'
import { WorkingAssessment } from './WorkingAssessment.tsx'
import { partyColour, usePartyLook } from '../design/PartyColours.tsx'

const none: readonly RoomId[] = []

export type PrivateKind = 'caucus' | 'group'

type PrivateRoomPageProps = {
  readonly kind: PrivateKind
  /** Rooms that were shown in its place until they were closed. */
  readonly leftBehind?: readonly RoomId[]
}

export function PrivateRoomPage({ kind, leftBehind = none }: PrivateRoomPageProps) {
  const loaded = useView((view) => view.loaded)
  const connection = useView((view) => view.connection)
  const party = useView((view) => view.speaker?.party.party)
  const room = useView((view) => (view.loaded ? view.negotiation.privateRoom?.room : undefined))
  const closed = useClosed()
  const { order } = usePartyLook(party ?? '')
  if (connection.is === 'ended') {
    const { title, what } = explainEnd(connection.reason)
    return (
      <Empty icon="lock" title={title} level={1}>
        {what}
      </Empty>
    )
  }
  return (
    <div className={styles.page} {...(kind === 'caucus' && partyColour(order))} data-kind={kind}>
      <div className={styles.ribbon} data-region="ribbon">
        <SpaceSwitch here={kind === 'caucus' && closed ? 'earlier-caucus' : kind} />
        <Here kind={kind} />
        <span className={styles.space} />
        <ConnectionStatus />
        {room === undefined ? null : <DownloadRoom room={room} label={kind === 'caucus' ? 'this caucus' : 'this group'} />}
        {closed ? null : (
          <Button className={styles.note} icon="plus" onClick={toNote}>
            Private note
          </Button>
        )}
      </div>
      {loaded ? <Inside kind={kind} leftBehind={leftBehind} /> : <Skeleton waitingFor="Opening the room" />}
    </div>
  )
}

function Inside({ kind, leftBehind }: Required<PrivateRoomPageProps>) {
  const label = useView(({ negotiation }) => negotiation.privateRoom?.label ?? '')
  const closed = useClosed()
  return (
    <>
      <VisuallyHidden>
        <h1>{kind === 'caucus' ? `${closed ? 'Earlier caucus' : 'Caucus'} of ${label}` : label}</h1>
      </VisuallyHidden>
      {kind === 'group' ? <GroupState /> : null}
      <RefusedDrafts />
      <LeftBehind rooms={leftBehind} />
      <OvertakenDrafts />
      <CaucusBegan interrupts={leftBehind.length > 0} />
      <div className={styles.columns}>
        <ClausesPanel kind={kind} />
        <div className={styles.side}>
          {kind === 'caucus' ? (
            <>
              <AsksPanel />
              {closed ? null : <WorkingAssessment />}
            </>
          ) : null}
          <NotesPanel kind={kind} />
        </div>
      </div>
    </>
  )
}

/** How many are in this room now. In a caucus all are of one's own delegation, so they are named. */
function Here({ kind }: { readonly kind: PrivateKind }) {
  const presence = useView((view) => view.presence)
  const seats = useView(({ negotiation }) => negotiation.seats)
  const here = [...new Set(presence.map(({ seat }) => seat))]
  const names = here.flatMap((seat) => seats.get(seat)?.name ?? []).join(', ')
  return (
    <b className={styles.here} title={names}>
      {here.length === 0 ? '' : here.length === 1 ? 'Only you are here' : `${here.length} ${whose(kind)} here`}
      <VisuallyHidden>{here.length > 1 ? `: ${names}` : ''}</VisuallyHidden>
    </b>
  )
}

/** To the field where notes are written, wherever it stands on this screen. */
function toNote() {
  document.querySelector<HTMLElement>('[data-private-note]')?.focus()
}

function whose(kind: PrivateKind): string {
  return kind === 'caucus' ? 'of your delegation' : 'people'
}
