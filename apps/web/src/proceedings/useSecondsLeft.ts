/** The time a speaker has left by the server's clock, looked at every second while there is a limit. */
import { secondsLeft } from '@entente/agreement'
import { useEffect, useState } from 'react'
import { useRoom } from '../room/useRoom.ts'
import { useView } from '../table/useView.ts'

export function useSecondsLeft(): number | undefined {
  const room = useRoom()
  const speaking = useView(({ negotiation }) => negotiation.floor.speaking)
  const left = () => secondsLeft(room.view().negotiation, room.view().now())
  const [, tick] = useState(0)
  useEffect(() => {
    if (speaking?.minutes === undefined) return undefined
    const timer = setInterval(() => tick((count) => count + 1), 1_000)
    return () => clearInterval(timer)
  }, [speaking])
  return left()
}
