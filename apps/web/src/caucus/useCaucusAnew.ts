/** Says so, on whichever page, when the caucus of one's delegation begins anew: whoever is in it is in another, empty room from that moment. */
import { caucusNumber, renewalTo } from '@entente/agreement'
import { useEffect, useRef } from 'react'
import { notify } from '../design/Toast.tsx'
import { useRoom } from '../room/useRoom.ts'
import { personName } from '../table/naming.ts'
import { useView } from '../table/useView.ts'

/** Stands at the table. */
export function useCaucusAnew(): void {
  const table = useRoom()
  const number = useView(({ loaded, speaker, negotiation }) =>
    loaded && speaker?.party.kind === 'delegation' ? caucusNumber(negotiation, speaker.party.party) : undefined,
  )
  const before = useRef<number | undefined>(undefined)
  useEffect(() => {
    const was = before.current
    before.current = number ?? was
    const { negotiation, speaker } = table.view()
    if (number === undefined || was === undefined || number <= was || speaker === undefined) return
    const act = renewalTo(negotiation, speaker.party.party, number)
    if (act === undefined || act.seat === speaker.seat.seat) return
    const giver = act.said.by === 'server' ? 'The server' : personName(negotiation, act.said.by.seat)
    notify(`Your caucus began anew: ${giver} gave ${personName(negotiation, act.seat)} a seat of ${speaker.party.shortName}.`)
  }, [table, number])
}
