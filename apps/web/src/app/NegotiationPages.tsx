/**
 * Everything under one negotiation's address: who this tab speaks for, then the room, then the page around the chosen view.
 */
import { NegotiationId, tableOf } from '@entente/agreement'
import { lazy, type ReactNode } from 'react'
import { RoomProvider } from '../room/RoomProvider.tsx'
import { SeatGate } from '../sign-in/SeatGate.tsx'
import { NegotiationFrame } from './NegotiationFrame.tsx'
import { NotFound } from './NotFound.tsx'
import { PROJECTOR, viewAt, type ViewName } from './views.ts'

const ProjectorFrame = lazy(async () => ({ default: (await import('../projector/ProjectorFrame.tsx')).ProjectorFrame }))
const TablePage = lazy(async () => ({ default: (await import('../table/TablePage.tsx')).TablePage }))
const PositionsPage = lazy(async () => ({ default: (await import('../positions/PositionsPage.tsx')).PositionsPage }))
const MilestonesPage = lazy(async () => ({ default: (await import('../milestones/MilestonesPage.tsx')).MilestonesPage }))
const MembersPage = lazy(async () => ({ default: (await import('../members/MembersPage.tsx')).MembersPage }))
const RecordPage = lazy(async () => ({ default: (await import('../record/RecordPage.tsx')).RecordPage }))

export function NegotiationPages({ id, view: segment }: { readonly id: string; readonly view: string | undefined }) {
  const negotiation = NegotiationId.safeParse(id)
  const view = viewAt(segment)
  const projector = segment === PROJECTOR
  if (!negotiation.success || (view === undefined && !projector)) return <NotFound />
  return (
    <SeatGate negotiation={negotiation.data}>
      {(token) => (
        <RoomProvider key={token} id={tableOf(negotiation.data)} token={token}>
          {view === undefined ? (
            <ProjectorFrame negotiation={negotiation.data} />
          ) : (
            <NegotiationFrame negotiation={negotiation.data} view={view}>
              {pageOf(view.name)}
            </NegotiationFrame>
          )}
        </RoomProvider>
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
    case 'members':
      return <MembersPage />
    default:
      return view satisfies never
  }
}
