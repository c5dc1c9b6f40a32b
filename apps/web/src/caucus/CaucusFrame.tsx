/** The frame of a delegation's caucus, in its colour, with who can read it: also of one from before it began anew. */
import { caucusNumber, firstCaucusOf } from '@entente/agreement'
import { viewPath } from '../app/views.ts'
import { useView } from '../table/useView.ts'
import { PrivateFrame } from './PrivateFrame.tsx'

export function CaucusFrame({ earlier }: { readonly earlier?: number }) {
  const speaker = useView((view) => view.speaker)
  const negotiation = useView((view) => view.negotiation.opened?.negotiation)
  const now = useView((view) => (speaker === undefined ? 1 : caucusNumber(view.negotiation, speaker.party.party)))
  const first = useView((view) => (speaker === undefined ? 1 : firstCaucusOf(view.negotiation, speaker.seat.seat)))
  if (speaker?.party.kind !== 'delegation' || negotiation === undefined) return null
  const { party, shortName } = speaker.party
  // Around a room that is not theirs there is no frame, as around one that is not.
  if (earlier !== undefined && (earlier < first || earlier > now)) return null
  if (earlier !== undefined && earlier < now)
    return (
      <PrivateFrame party={party} title={`Earlier caucus of ${shortName}, private.`} back={viewPath(negotiation, 'table')}>
        Closed. Only those of your delegation who had a seat then can read it.
      </PrivateFrame>
    )
  return (
    <PrivateFrame party={party} title={`Caucus of ${shortName}, private.`} back={viewPath(negotiation, 'table')}>
      Nothing here is sent to other parties, the chair or the monitor.
    </PrivateFrame>
  )
}
