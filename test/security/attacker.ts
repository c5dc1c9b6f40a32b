/**
 * Somebody at the table with a valid seat and a program of their own, and what everybody else may expect meanwhile.
 */
import { expect } from 'vitest'
import * as Y from 'yjs'
import type { Delegate } from '../stories/delegate.ts'
import { openHouse, VESNA, type House } from '../stories/house.ts'
import { enter, type Coming, type RawClient, type RawEnd } from '../stories/raw-client.ts'
import { rawFrame } from '../stories/raw-frame.ts'

export type Attacker = RawClient

const PATIENCE = 10_000

/** Comes in as a seat, with a client that does as it is told. */
export async function attackerAt(house: House, seat: string, more: Partial<Coming> = {}): Promise<Attacker> {
  return enter({ origin: house.origin, negotiation: VESNA, token: await house.token(seat), ...more })
}

/** An attacker in Kestria's second seat, and Orlava's head who sees what becomes of it. */
export async function table(seat = 'u-kes2') {
  const house = await openHouse()
  const witness = await house.sit('u-orl1')
  const attacker = await attackerAt(house, seat)
  const own = attacker.doc.clientID
  return { house, witness, attacker, own, next: Y.getState(attacker.doc.store, own) }
}

export type Table = Awaited<ReturnType<typeof table>>

/** The update a document would send for a change, made in a copy and under any clientID. */
export function updateFor(doc: Y.Doc, client: number, change: (copy: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.clientID = client
  const before = Y.encodeStateVector(copy)
  change(copy)
  return Y.encodeStateAsUpdate(copy, before)
}

/** The words of a clause's first paragraph. */
export function wordsIn(doc: Y.Doc, clause: string): Y.XmlText {
  const paragraph = doc.getXmlFragment(`clause/${clause}`).get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error(`${clause} has no words`)
  return text
}

/** Behind the last thing in a list: where Yjs puts what is appended. */
export function behind(list: Y.XmlFragment | Y.XmlText): { readonly origin: Y.ID } {
  let last = list._start
  while (last?.right) last = last.right
  if (last === null) throw new Error('The list is empty')
  return { origin: last.lastId }
}

/** Sends one update and tells how it was refused; fails when it was not. */
export async function refusalOf(attacker: Attacker, update: Uint8Array): Promise<string | undefined> {
  attacker.send(rawFrame.update(update))
  expect(await attacker.ended()).toEqual<RawEnd>({ code: 4413, reason: 'update-refused' })
  return attacker.refused()?.code
}

/** Does something and holds that nothing of it reached anybody: same words, same record, the same connection, and work goes on. */
export async function undisturbed<Result>(witness: Delegate, attack: () => Promise<Result>): Promise<Result> {
  const seen = () => ({ words: Y.encodeStateAsUpdate(witness.room.doc()), head: witness.room.view().record.head })
  const before = seen()
  const result = await attack()
  await settled(witness)
  expect(seen()).toEqual(before)
  expect(witness.room.view()).toMatchObject({ connection: { is: 'live' }, refused: [], record: { chain: { is: 'verified' } } })
  witness.insert('c6', 0, '!')
  await witness.until(({ unsaved }) => unsaved === 0)
  return result
}

/** Resolves when the carets that somebody sees are as asked. */
export function untilCarets(delegate: Delegate, holds: (carets: ReadonlyMap<number, unknown>) => boolean): Promise<void> {
  const awareness = delegate.room.awareness()
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error(`Carets of ${[...awareness.getStates().keys()].join()}`)), PATIENCE)
    const look = () => {
      if (!holds(awareness.getStates())) return
      clearTimeout(giveUp)
      awareness.off('change', look)
      resolve()
    }
    awareness.on('change', look)
    look()
  })
}

/** What the server had sent before it answered has arrived. The command is refused and leaves nothing. */
export async function settled(witness: Delegate): Promise<void> {
  expect(await witness.submit('position.withdraw', { clause: 'no-such' })).toMatchObject({ ok: false })
}
