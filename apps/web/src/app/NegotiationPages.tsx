/**
 * Everything under one negotiation's address: who this tab speaks for, then the room, then the page around the chosen view.
 */
import { GroupId, groupOf, NegotiationId, tableOf } from '@entente/agreement'
import { lazy, useEffect, type ReactNode } from 'react'
import { CaucusFrame } from '../caucus/CaucusFrame.tsx'
import { GroupFrame } from '../group/GroupFrame.tsx'
import { PlaceContext } from '../room/private-room.tsx'
import { RoomProvider } from '../room/RoomProvider.tsx'
import { SeatGate } from '../sign-in/SeatGate.tsx'
import { fetchedPage, type FetchedPage } from './fetched-page.tsx'
import { NegotiationFrame } from './NegotiationFrame.tsx'
import { NotFound } from './NotFound.tsx'
import { PROJECTOR, viewAt, type View, type ViewName } from './views.ts'

const ProjectorFrame = lazy(async () => ({ default: (await import('../projector/ProjectorFrame.tsx')).ProjectorFrame }))
const EarlierCaucusPage = lazy(async () => ({ default: (await import('../caucus/CaucusPage.tsx')).EarlierCaucusPage }))
const GroupPage = lazy(async () => ({ default: (await import('../group/GroupPage.tsx')).GroupPage }))
const pages: Readonly<Record<ViewName, FetchedPage>> = {
  table: fetchedPage(async () => (await import('../table/TablePage.tsx')).TablePage),
  positions: fetchedPage(async () => (await import('../positions/PositionsPage.tsx')).PositionsPage),
  milestones: fetchedPage(async () => (await import('../milestones/MilestonesPage.tsx')).MilestonesPage),
  members: fetchedPage(async () => (await import('../members/MembersPage.tsx')).MembersPage),
  caucus: fetchedPage(async () => (await import('../caucus/CaucusPage.tsx')).CaucusPage),
  record: fetchedPage(async () => (await import('../record/RecordPage.tsx')).RecordPage),
}

export function NegotiationPages({ id, view: segment }: { readonly id: string; readonly view: string | undefined }) {
  const negotiation = NegotiationId.safeParse(id)
  const view = viewAt(segment)
  const projector = segment === PROJECTOR
  const page = view && pages[view.name]
  // The code of the page comes while the seat is taken and the room loads.
  useEffect(() => void page?.begin(), [page])
  if (!negotiation.success || (view === undefined && !projector)) return <NotFound />
  return (
    <AtTheTable negotiation={negotiation.data}>
      {view === undefined || page === undefined ? (
        <ProjectorFrame negotiation={negotiation.data} />
      ) : (
        <NegotiationFrame negotiation={negotiation.data} view={view} {...(view.name === 'caucus' && { privacy: <CaucusFrame /> })}>
          <page.Page key={view.name} />
        </NegotiationFrame>
      )}
    </AtTheTable>
  )
}

const earlierView: View = { name: 'caucus', words: 'Earlier caucus', icon: 'lock', aside: true }

/** A caucus of one's delegation from before it began anew. */
export function EarlierCaucusPages({ id, number: named }: { readonly id: string; readonly number: string }) {
  const negotiation = NegotiationId.safeParse(id)
  if (!negotiation.success || !/^[1-9]\d{0,8}$/.test(named)) return <NotFound />
  const number = Number(named)
  return (
    <AtTheTable negotiation={negotiation.data}>
      <NegotiationFrame negotiation={negotiation.data} view={earlierView} privacy={<CaucusFrame earlier={number} />}>
        <EarlierCaucusPage number={number} />
      </NegotiationFrame>
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
