/**
 * Everything under one negotiation's address: who this tab speaks for, then the room, then the page around the chosen view.
 */
import { GroupId, groupOf, NegotiationId, tableOf } from '@entente/agreement'
import { lazy, type ReactNode } from 'react'
import { CaucusFrame } from '../caucus/CaucusFrame.tsx'
import { GroupFrame } from '../group/GroupFrame.tsx'
import { PlaceContext } from '../room/private-room.tsx'
import { RoomProvider } from '../room/RoomProvider.tsx'
import { SeatGate } from '../sign-in/SeatGate.tsx'
import { NegotiationFrame } from './NegotiationFrame.tsx'
import { NotFound } from './NotFound.tsx'
import { PROJECTOR, viewAt, type View, type ViewName } from './views.ts'

const ProjectorFrame = lazy(async () => ({ default: (await import('../projector/ProjectorFrame.tsx')).ProjectorFrame }))
const TablePage = lazy(async () => ({ default: (await import('../table/TablePage.tsx')).TablePage }))
const PositionsPage = lazy(async () => ({ default: (await import('../positions/PositionsPage.tsx')).PositionsPage }))
const MilestonesPage = lazy(async () => ({ default: (await import('../milestones/MilestonesPage.tsx')).MilestonesPage }))
const MembersPage = lazy(async () => ({ default: (await import('../members/MembersPage.tsx')).MembersPage }))
const CaucusPage = lazy(async () => ({ default: (await import('../caucus/CaucusPage.tsx')).CaucusPage }))
const GroupPage = lazy(async () => ({ default: (await import('../group/GroupPage.tsx')).GroupPage }))
const RecordPage = lazy(async () => ({ default: (await import('../record/RecordPage.tsx')).RecordPage }))

export function NegotiationPages({ id, view: segment }: { readonly id: string; readonly view: string | undefined }) {
  const negotiation = NegotiationId.safeParse(id)
  const view = viewAt(segment)
  const projector = segment === PROJECTOR
  if (!negotiation.success || (view === undefined && !projector)) return <NotFound />
  return (
    <AtTheTable negotiation={negotiation.data}>
      {view === undefined ? (
        <ProjectorFrame negotiation={negotiation.data} />
      ) : (
        <NegotiationFrame negotiation={negotiation.data} view={view} {...(view.name === 'caucus' && { privacy: <CaucusFrame /> })}>
          {pageOf(view.name)}
        </NegotiationFrame>
      )}
    </AtTheTable>
  )
}

const groupView: View = { name: 'caucus', words: 'Group', icon: 'person', aside: true }

/** A group in which somebody has a place. */
export function GroupPages({ id, group: name }: { readonly id: string; readonly group: string }) {
  const negotiation = NegotiationId.safeParse(id)
  const group = GroupId.safeParse(name)
  if (!negotiation.success || !group.success) return <NotFound />
  const room = groupOf(negotiation.data, group.data)
  return (
    <AtTheTable negotiation={negotiation.data}>
      <NegotiationFrame negotiation={negotiation.data} view={groupView} privacy={<GroupFrame id={room} />}>
        <GroupPage id={room} />
      </NegotiationFrame>
    </AtTheTable>
  )
}

function AtTheTable({ negotiation, children }: { readonly negotiation: NegotiationId; readonly children: ReactNode }) {
  return (
    <SeatGate negotiation={negotiation}>
      {(token) => (
        <PlaceContext value={{ negotiation, token }}>
          <RoomProvider key={token} id={tableOf(negotiation)} token={token}>
            {children}
          </RoomProvider>
        </PlaceContext>
      )}
    </SeatGate>
  )
}

function pageOf(view: ViewName): ReactNode {
  switch (view) {
    case 'table':
      return <TablePage />
    case 'positions':
      return <PositionsPage />
    case 'milestones':
      return <MilestonesPage />
    case 'record':
      return <RecordPage />
    case 'caucus':
      return <CaucusPage />
    case 'members':
      return <MembersPage />
    default:
      return view satisfies never
  }
}
