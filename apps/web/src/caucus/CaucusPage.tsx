/** A delegation's caucus: its line on every clause, its drafts, what waits for its head, what would follow, and its notes. */
import { useOwnCaucusId, PrivateRoom, useTable, usePartOf } from '../room/private-room.tsx'
import { Empty } from '../design/Empty.tsx'
import { PrivateRoomPage } from './PrivateRoomPage.tsx'

export function CaucusPage() {
  const id = useOwnCaucusId()
  const table = useTable()
  const party = usePartOf(table, (view) => view.speaker?.party.shortName)
  if (id === undefined)
    return (
      <Empty icon="lock" title="No caucus" level={1}>
        {party ?? 'Your party'} is not a delegation. Delegations have a caucus of their own; the chair meets parties in contact groups.
      </Empty>
    )
  return (
    <PrivateRoom key={id} id={id}>
      <PrivateRoomPage kind="caucus" />
    </PrivateRoom>
  )
}
