/** The frame of a group, with who can read it. */
import { readersOf, type RoomId } from '@entente/agreement'
import { viewPath } from '../app/views.ts'
import { PrivateFrame } from '../caucus/PrivateFrame.tsx'
import { list } from '../design/status-words.ts'
import { useHeld, usePartOf, usePlace } from '../room/private-room.tsx'
import { partyName } from '../table/naming.ts'

export function GroupFrame({ id }: { readonly id: RoomId }) {
  const { negotiation: at } = usePlace()
  const negotiation = usePartOf(useHeld(id), (view) => (view.connection.is === 'ended' ? undefined : view.negotiation))
  const room = negotiation?.privateRoom
  if (negotiation === undefined || room?.opened === undefined)
    return (
      <PrivateFrame title="Group, private." back={viewPath(at, 'table')}>
        Only those for whom it was opened can read it.
      </PrivateFrame>
    )
  const readers = readersOf(negotiation).map(({ party, seats }) => {
    const name = partyName(negotiation, party)
    return seats === 'all' ? name : `${name} (${list(seats.map((seat) => seat.name))} alone)`
  })
  return (
    <PrivateFrame title={`${room.label}, private.`} back={viewPath(at, 'table')}>
      Only {list(readers)} can read what is written here.
    </PrivateFrame>
  )
}
