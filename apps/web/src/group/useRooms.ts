/** The private rooms in which this person has a place, asked of the server anew whenever one may have been added. */
import type { NegotiationId } from '@entente/agreement'
import { useCallback, useEffect, useState } from 'react'
import { server } from '../api/server.ts'
import type { PrivateRoomEntry } from '../api/shapes.ts'
import { usePlace, usePartOf, useTable } from '../room/private-room.tsx'

/** Undefined until the server has answered. The function asks again. */
export function useRooms(): readonly [readonly PrivateRoomEntry[] | undefined, () => void] {
  const { negotiation, token } = usePlace()
  const announced = usePartOf(useTable(), (view) => view.negotiation.groups)
  const [rooms, setRooms] = useState<readonly PrivateRoomEntry[] | undefined>(undefined)
  const load = useCallback(() => {
    const leaving = new AbortController()
    void listOf(negotiation, token, leaving.signal).then((list) => {
      if (list !== undefined && !leaving.signal.aborted) setRooms(list)
    })
    return () => leaving.abort()
  }, [negotiation, token])
  // A group that is announced may be one's own; of others nobody tells, so coming back to the page asks as well.
  useEffect(load, [load, announced])
  useEffect(() => {
    addEventListener('focus', load)
    return () => removeEventListener('focus', load)
  }, [load])
  return [rooms, load]
}

async function listOf(negotiation: NegotiationId, token: string | undefined, signal: AbortSignal) {
  const outcome = await server.privateRooms(negotiation, { token, signal })
  return outcome.ok ? outcome.value : undefined
}
