/** A delegation's caucus: its line on every clause, its drafts, what waits for its head, what would follow, and its notes. */
import { caucusOf } from '@entente/agreement'
import { Redirect } from 'wouter'
import { viewPath } from '../app/views.ts'
import { useOwnCaucusId, PrivateRoom, usePlace, useTable, usePartOf } from '../room/private-room.tsx'
import { Empty } from '../design/Empty.tsx'
import { useLeftBehind } from './LeftBehind.tsx'
import { PrivateRoomPage } from './PrivateRoomPage.tsx'

export function CaucusPage() {
  const id = useOwnCaucusId()
  const leftBehind = useLeftBehind(id)
  if (id === undefined) return <NoCaucus />
  return (
    <PrivateRoom key={id} id={id}>
      <PrivateRoomPage kind="caucus" leftBehind={leftBehind} />
    </PrivateRoom>
  )
}

/** A caucus from before it began anew. The server says whether it is open to this person. */
export function EarlierCaucusPage({ number }: { readonly number: number }) {
  const now = useOwnCaucusId()
  const { negotiation } = usePlace()
  const party = usePartOf(useTable(), (view) => view.speaker?.party.party)
  if (now === undefined || party === undefined) return <NoCaucus />
  const id = caucusOf(negotiation, party, number)
  if (id === now) return <Redirect to={viewPath(negotiation, 'caucus')} replace />
  return (
    <PrivateRoom key={id} id={id}>
      <PrivateRoomPage kind="caucus" />
    </PrivateRoom>
  )
}

function NoCaucus() {
  const party = usePartOf(useTable(), (view) => view.speaker?.party.shortName)
  return (
    <Empty icon="lock" title="No caucus" level={1}>
      {party ?? 'Your party'} is not a delegation. Delegations have a caucus of their own; the chair meets parties in contact groups.
    </Empty>
  )
}
