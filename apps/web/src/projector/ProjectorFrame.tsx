/** What the projector view needs around it: the colours of the parties, and what to show before the text has come or once the connection ended. */
import type { NegotiationId } from '@entente/agreement'
import { Ended } from '../app/Ended.tsx'
import { useTitle } from '../app/title.ts'
import { PartyColours } from '../design/PartyColours.tsx'
import { Skeleton } from '../design/Skeleton.tsx'
import { useView } from '../table/useView.ts'
import { ProjectorPage } from './ProjectorPage.tsx'

export function ProjectorFrame({ negotiation }: { readonly negotiation: NegotiationId }) {
  const parties = useView(({ negotiation: { parties: seated } }) => seated)
  const loaded = useView((room) => room.loaded)
  const connection = useView((room) => room.connection)
  const title = useView((room) => room.negotiation.opened?.cover.shortTitle)
  useTitle('Projector', title ?? 'Opening')
  if (connection.is === 'ended') return <Ended negotiation={negotiation} reason={connection.reason} />
  return <PartyColours parties={parties}>{loaded ? <ProjectorPage /> : <Skeleton waitingFor="Loading the text" />}</PartyColours>
}
