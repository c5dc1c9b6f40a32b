/** The room of the page, for components: the room itself, what it shows now, and the two ways to speak to it. */
import { commands, type CommandName, type Decision } from '@entente/agreement'
import type { Answer, Room, RoomView } from '@entente/sync/client'
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import { complain } from '../design/Toast.tsx'
import { complaint } from '../refusal/explain.ts'

export const RoomContext = createContext<Room | undefined>(undefined)

/** The room around this component. Throws outside of one. */
export function useRoom(): Room {
  const room = useContext(RoomContext)
  if (room === undefined) throw new Error('There is no room around this component')
  return room
}

/** What the room shows now. A new object after every change. */
export function useRoomView(): RoomView {
  const room = useRoom()
  const subscribe = useCallback((listener: () => void) => room.subscribe(listener), [room])
  return useSyncExternalStore(subscribe, () => room.view())
}

/** Asks what the server would answer now, to enable a control or say why not. Undefined until it is known who speaks. */
export function useAsk(): (name: CommandName, input: unknown) => Decision | undefined {
  const view = useRoomView()
  return useCallback(
    (name, input) => {
      const { speaker, negotiation, readings, amended, now } = view
      if (speaker === undefined) return undefined
      return commands[name].decide({ negotiation, readings, amended, speaker, now: now(), fresh: 'asking' }, input)
    },
    [view],
  )
}

/**
 * Puts a command to the server and says so when it was refused. The answer tells the caller whether to close its form or keep it; with
 * `quietly` the caller shows the refusal itself.
 */
export function useSay(): (name: CommandName, input: unknown, options?: { readonly quietly?: boolean }) => Promise<Answer> {
  const room = useRoom()
  return useCallback(
    async (name, input, options) => {
      const answer = await room.submit(name, input)
      if (!answer.ok && options?.quietly !== true) complain(complaint(answer.refusal, room.view().negotiation))
      return answer
    },
    [room],
  )
}
