/** Somebody in a room over a real socket: what they read and write, and how a test waits for what they see. */
import { ClauseId, PartyId, type CommandName, type Stance } from '@entente/agreement'
import { bareText, readText, rootName } from '@entente/draft'
import type { Room, RoomView } from '@entente/sync/client'
import { WebSocket as NodeWebSocket } from 'ws'
import * as Y from 'yjs'

/** How long a view may take to be as asked, in milliseconds. */
const PATIENCE = 25_000

/** Node's own WebSocket sends no Origin; a browser always does. */
export function socketFrom(origin: string): typeof WebSocket {
  return class extends NodeWebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { origin, perMessageDeflate: false })
    }
  } as unknown as typeof WebSocket
}

export type Delegate = ReturnType<typeof delegate>

export function delegate(room: Room, token: string) {
  const id = (clause: string) => ClauseId.parse(clause)
  const fragment = (clause: string) => room.doc().getXmlFragment(rootName({ kind: 'clause', clause: id(clause) }))
  const words = (clause: string): Y.XmlText => {
    const paragraph = fragment(clause).get(0)
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
    if (!(text instanceof Y.XmlText)) throw new Error(`${clause} has no words`)
    return text
  }
  return {
    room,
    token,
    words: (clause: string): string => bareText(readText(fragment(clause))),
    insert: (clause: string, at: number, text: string) => words(clause).insert(at, text),
    erase: (clause: string, at: number, length: number) => words(clause).delete(at, length),
    status: (clause: string) => room.view().assessment.clauses.get(id(clause))?.status,
    standing: (clause: string, party: string) => room.view().assessment.clauses.get(id(clause))?.standings.get(PartyId.parse(party)),
    fingerprint: (clause: string) => room.view().readings.get(id(clause))?.fingerprint,
    submit: (name: CommandName, input: unknown) => room.submit(name, input),
    states: (clause: string, position: Stance, on = room.view().readings.get(id(clause))?.fingerprint) =>
      room.submit('position.take', { clause, on, position }),
    /** Resolves when the view is as asked. */
    until: (reached: (view: RoomView) => boolean, patience = PATIENCE) =>
      new Promise<RoomView>((resolve, reject) => {
        const stop = room.subscribe(look)
        const giveUp = setTimeout(() => {
          stop()
          const { connection, unsaved, negotiation } = room.view()
          reject(new Error(`Not reached: ${JSON.stringify({ connection, unsaved, seq: negotiation.seq })}`))
        }, patience)
        function look() {
          if (!reached(room.view())) return
          clearTimeout(giveUp)
          stop()
          resolve(room.view())
        }
        look()
      }),
  }
}
