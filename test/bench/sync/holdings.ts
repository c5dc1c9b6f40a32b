/** What somebody holds of a document: of each author everything up to a clock. */
import { plainText, readText } from '@entente/draft'
import * as Y from 'yjs'
import { eachAuthor } from './words.ts'

export class Holdings {
  readonly #clocks = new Map<number, number>()

  /** Takes in an update. One that builds on what is not held yet counts all the same; nobody here loses frames on the way. */
  add(update: Uint8Array): void {
    eachAuthor(update, (client, _, to) => this.#clocks.set(client, Math.max(to, this.of(client))))
  }

  of(client: number): number {
    return this.#clocks.get(client) ?? 0
  }

  /** Whether everything of a state vector is held. */
  cover(stateVector: Uint8Array): boolean {
    return Y.decodeStateVector(stateVector)
      .entries()
      .every(([client, clock]) => this.of(client) >= clock)
  }
}

/** The words of a root of a document, which is given as one update. */
export function wordsIn(content: Uint8Array, root: string): string {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, content)
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new Error('The document is not whole')
  return plainText(readText(doc.getXmlFragment(root)))
}

/** The text everybody types in. */
export function textOf(doc: Y.Doc, root: string): Y.XmlText {
  const paragraph = doc.getXmlFragment(root).get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('There is nothing to type in')
  return text
}
