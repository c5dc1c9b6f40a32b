/**
 * The one place of a room in memory.
 *
 * Whoever wants the room enters the slot. While it is being loaded all wait for the same load; while it is being given up newcomers wait
 * until that is done and load it anew. So there are never two memories of one room, and no load reads what a commit is still writing.
 */
import { roomName, type RoomId } from '@entente/agreement'
import type { CloseReason } from '../close.ts'
import type { Host } from './host.ts'
import { loadRoom } from './load.ts'
import { faultOf } from './log.ts'
import { openRoom, type Room } from './room.ts'

type State =
  | { readonly is: 'empty' }
  | { readonly is: 'loading'; readonly loaded: Promise<CloseReason | undefined> }
  | { readonly is: 'open'; readonly room: Room }
  | { readonly is: 'closing'; readonly done: Promise<void> }
  /** The room does not hold together. Kept until the process ends, so that nobody loads it again and again. */
  | { readonly is: 'quarantined' }

export type Slot = {
  /** The room, loaded if need be, or why it cannot be had. To be followed by one `exit` in either case. */
  readonly enter: () => Promise<Room | CloseReason>
  readonly exit: () => void
  /** The room if it is in memory. */
  readonly room: () => Room | undefined
  /** Loads the room anew, because the table it looks at was dropped. */
  readonly reload: () => void
  /** Sends everybody away once what they wrote is on disk, and gives up the room. */
  readonly finish: (why: string) => Promise<void>
}

/** How long a room stays in memory after the last has left, in milliseconds: a reload of the page finds it there. */
export const LINGER = 3_000
/** A room in which a deadline runs stays; so often it is asked whether one still does. */
const LINGER_FOR_DEADLINE = 60_000

export type SlotEvents = {
  /** Nobody is in the slot and nothing is kept in it. */
  readonly vacant: () => void
  /** The room was dropped from memory, and with it what it had handed to others. */
  readonly dropped: () => void
  /** Who sits where has changed. */
  readonly reseated: () => void
}

/** `tableSlot` is the slot of the table a private room belongs to. The table stays in memory as long as the room does. */
export function openSlot(id: RoomId, host: Host, { vacant, dropped, reseated }: SlotEvents, tableSlot: () => Slot): Slot {
  const { time, log, store } = host
  const isPrivate = roomName(id).kind !== 'table'
  let table: Slot | undefined
  let state: State = { is: 'empty' }
  let users = 0
  /** How often somebody has come. */
  let visits = 0
  let stopLingering: (() => void) | undefined

  const load = async (): Promise<CloseReason | undefined> => {
    const begun = time.now()
    try {
      const load = await loadRoom(store, id)
      switch (load.is) {
        case 'loaded': {
          const { entries, tail, damagedSnapshots } = load.loaded
          const held = isPrivate ? await enterTable() : undefined
          if (typeof held === 'string') {
            state = { is: 'empty' }
            return held
          }
          if (held !== undefined && table?.room() !== held) {
            leaveTable()
            state = { is: 'empty' }
            return 'room-reloading'
          }
          if (damagedSnapshots.length > 0) log({ event: 'snapshots-damaged', room: id, upto: damagedSnapshots.join(' ') })
          const room = openRoom(load.loaded, host, { fenced: () => giveUp(room), reseated }, held?.side)
          state = { is: 'open', room }
          log({ event: 'room-opened', room: id, entries: entries.length, updates: tail.updates, ms: time.now() - begun })
          return undefined
        }
        case 'not-found':
          state = { is: 'empty' }
          return 'not-found'
        case 'quarantined':
          state = { is: 'quarantined' }
          log({ event: 'room-quarantined', room: id, why: load.why })
          return 'quarantined'
        default:
          return load satisfies never
      }
    } catch (error) {
      // The store cannot read just now. Whoever asks again has it tried again.
      log({ event: 'room-unavailable', room: id, fault: faultOf(error) })
      leaveTable()
      state = { is: 'empty' }
      return 'storage-unavailable'
    }
  }

  const enterTable = async (): Promise<Room | CloseReason> => {
    table = tableSlot()
    const held = await table.enter()
    if (typeof held === 'string') leaveTable()
    return held
  }

  const leaveTable = () => {
    table?.exit()
    table = undefined
  }

  /** The room has been fenced: wait until its last commit is decided, and forget it. */
  const giveUp = (room: Room) => {
    if (state.is !== 'open' || state.room !== room) return
    close(room.quiet())
    dropped()
  }

  const close = (done: Promise<void>) => {
    state = {
      is: 'closing',
      done: done.then(() => {
        state = { is: 'empty' }
        leaveTable()
        if (users === 0) vacant()
      }),
    }
  }

  const unload = async (room: Room) => {
    await room.settled()
    room.close()
    log({ event: 'room-closed', room: id })
  }

  /** The last has left a while ago. Who comes while the snapshot is made finds the room as it was. */
  const putAway = async (room: Room) => {
    const before = visits
    await room.keepSnapshot()
    if (users > 0 || visits !== before || state.is !== 'open' || state.room !== room) return
    if (room.awaits()) stopLingering = time.after(LINGER_FOR_DEADLINE, () => void putAway(room))
    else close(unload(room))
  }

  return {
    async enter() {
      users += 1
      visits += 1
      stopLingering?.()
      for (;;) {
        if (state.is === 'open') return state.room
        if (state.is === 'quarantined') return 'quarantined'
        if (state.is === 'closing') await state.done
        else {
          if (state.is === 'empty') state = { is: 'loading', loaded: load() }
          const refusal = await state.loaded
          if (refusal !== undefined) return refusal
        }
      }
    },
    exit() {
      users -= 1
      if (users > 0) return
      if (state.is === 'empty') return vacant()
      if (state.is !== 'open') return
      const { room } = state
      stopLingering = time.after(LINGER, () => void putAway(room))
    },
    room: () => (state.is === 'open' ? state.room : undefined),
    reload() {
      if (state.is === 'open') state.room.abandon()
    },
    async finish(why) {
      stopLingering?.()
      if (state.is === 'loading') await state.loaded
      if (state.is === 'open') {
        const { room } = state
        close(
          room
            .dismiss(why)
            .then(room.keepSnapshot)
            .then(() => unload(room)),
        )
      }
      if (state.is === 'closing') await state.done
    },
  }
}
