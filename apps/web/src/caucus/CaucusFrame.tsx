/** The frame of a delegation's caucus, in its colour, with who can read it. */
import { viewPath } from '../app/views.ts'
import { useView } from '../table/useView.ts'
import { PrivateFrame } from './PrivateFrame.tsx'

export function CaucusFrame() {
  const speaker = useView((view) => view.speaker)
  const negotiation = useView((view) => view.negotiation.opened?.negotiation)
  if (speaker?.party.kind !== 'delegation' || negotiation === undefined) return null
  const { party, shortName } = speaker.party
  return (
    <PrivateFrame party={party} title={`Caucus of ${shortName}, private.`} back={viewPath(negotiation, 'table')}>
      Nothing here is sent to other parties, the chair or the monitor.
    </PrivateFrame>
  )
}
