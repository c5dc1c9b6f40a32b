/** Somebody at the table, with a browser that does what ours does: their own copy of the texts, an undo stack, and days offline. */
import { keepNeighboursTrue, leaveCleaningToServer } from '@entente/sync/client'
import * as Y from 'yjs'
import { edit, element } from './edits.ts'
import type { Random } from './random.ts'

export type Role = 'chair' | 'delegate' | 'observer'

/** One change, in both of Yjs's encodings. */
export type Change = { readonly v1: Uint8Array; readonly v2: Uint8Array }

export class Person {
  readonly role: Role
  readonly clients = new Set<number>()
  /** What the server has sent and this copy has not read yet. */
  readonly inbox: Uint8Array[] = []
  /** What this copy has changed and the server has not been sent yet. */
  readonly outbox: Change[] = []
  online = true
  doc: Y.Doc
  readonly #firstClient: number
  readonly #writes: readonly string[]
  #undo: Y.UndoManager

  constructor(role: Role, firstClient: number, writes: readonly string[], random: Random) {
    this.role = role
    this.#firstClient = firstClient
    this.#writes = writes
    this.doc = new Y.Doc({ gc: random.chance(0.7) })
    this.#undo = this.#open()
  }

  /** Reads everything the server has sent. */
  read(): void {
    for (const update of this.inbox.splice(0)) Y.applyUpdate(this.doc, update, 'server')
  }

  /** Does some work: edits, or takes them back, or takes that back. */
  work(random: Random): void {
    if (random.chance(0.22)) this.#undo.undo()
    else if (random.chance(0.1)) this.#undo.redo()
    else if (random.chance(0.05)) this.#wavers(random)
    else {
      this.doc.transact(() => {
        for (let edits = 1 + random.below(3); edits > 0; edits -= 1) {
          const root = random.any(this.#writes)
          if (root !== undefined) edit(this.doc.getXmlFragment(root), random)
        }
      })
    }
  }

  /** Types a word somewhere in what is written already. */
  types(random: Random): void {
    const root = random.any(this.#writes)
    if (root === undefined) return
    const texts = [...this.doc.getXmlFragment(root).createTreeWalker((node) => node instanceof Y.XmlText)]
    const text = random.any(texts)
    // Never inside a character of two units, as no editor would.
    if (text instanceof Y.XmlText) text.insert(random.chance(0.5) ? 0 : text.length, random.word())
  }

  /** Types, takes back, changes, takes back, throws away with all around it, and takes that back too. */
  #wavers(random: Random): void {
    const root = random.any(this.#writes)
    if (root === undefined) return
    const fragment = this.doc.getXmlFragment(root)
    const words = new Y.XmlText(random.word())
    fragment.insert(0, [element('paragraph', [words])])
    words.insert(words.length, ' one two')
    words.delete(words.length - 8, 8)
    this.#undo.undo()
    words.insert(words.length - 4, 'x')
    words.delete(words.length - 9, 9)
    this.#undo.undo()
    fragment.delete(0, 1)
    this.#undo.undo()
  }

  /** The page is loaded again. What was not sent yet is still there, but the person writes under a new clientID from now on. */
  reload(): void {
    const doc = new Y.Doc({ gc: this.doc.gc })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.doc))
    this.doc = doc
    this.#undo = this.#open()
  }

  /** Everything of this copy is thrown away. */
  restart(): void {
    this.doc = new Y.Doc({ gc: this.doc.gc })
    this.#undo = this.#open()
  }

  #open(): Y.UndoManager {
    this.doc.clientID = this.#firstClient + this.clients.size
    this.clients.add(this.doc.clientID)
    this.inbox.length = 0
    this.outbox.length = 0
    keepNeighboursTrue(this.doc)
    leaveCleaningToServer(this.doc)
    let v1: Uint8Array | undefined
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      v1 = origin === 'server' ? undefined : update
    })
    this.doc.on('updateV2', (v2: Uint8Array) => {
      if (v1 !== undefined) this.outbox.push({ v1, v2 })
    })
    return new Y.UndoManager(
      this.#writes.map((root) => this.doc.getXmlFragment(root)),
      { captureTimeout: 0, doc: this.doc },
    )
  }
}
