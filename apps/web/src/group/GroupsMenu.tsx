/** The contact groups one may enter, and for whoever may the way to open one. Not there for whoever has neither. */
import { may, roomName } from '@entente/agreement'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { groupPath } from '../app/views.ts'
import { Menu, MenuItem } from '../design/Menu.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { usePartOf, usePlace, useTable } from '../room/private-room.tsx'
import { OpenGroup } from './OpenGroup.tsx'
import { useRooms } from './useRooms.ts'

export function GroupsMenu() {
  const table = useTable()
  const { negotiation } = usePlace()
  const speaker = usePartOf(table, (view) => view.speaker)
  const [rooms, ask] = useRooms()
  const [opening, setOpening] = useState(false)
  const [, navigate] = useLocation()
  const groups = (rooms ?? []).filter(({ kind }) => kind === 'group')
  const mayOpen = speaker !== undefined && (may(speaker, 'preside') || may(speaker, 'bind'))
  if (groups.length === 0 && !mayOpen) return null
  return (
    <>
      <Menu
        look="ghost"
        icon="person"
        opener={<VisuallyHidden below={760}>{groups.length === 0 ? 'Groups' : `Groups: ${groups.length}`}</VisuallyHidden>}
      >
        {groups.map(({ room, label, awaits, closed }) => {
          const name = roomName(room)
          return (
            <MenuItem
              key={room}
              icon={closed ? 'lock' : 'door'}
              onClick={() => name.kind === 'group' && navigate(groupPath(negotiation, name.group))}
            >
              {label}
              {closed ? ' (closed)' : awaits.length > 0 ? ' (proposed)' : ''}
            </MenuItem>
          )
        })}
        {mayOpen ? (
          <MenuItem icon="plus" onClick={() => setOpening(true)}>
            Open a group…
          </MenuItem>
        ) : null}
      </Menu>
      {opening ? (
        <OpenGroup
          onClose={() => {
            setOpening(false)
            ask()
          }}
        />
      ) : null}
    </>
  )
}
