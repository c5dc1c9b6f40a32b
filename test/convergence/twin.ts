/**
 * A second server beside the first: it is asked and told the same, but applies typing in windows, as a room does.
 *
 * It has to give every answer that a server gives that applies each update at once, and to end with the same text; so have the log that is
 * kept of it and a reader who is sent what is sent to everybody.
 */
import { openIntake, type GateRefusal, type GateRules, type Inspection, type Inspected, type Intake } from '@entente/sync/gate'
import * as Y from 'yjs'
import { randomFrom } from './random.ts'

/** How often what waits is applied between two updates. */
const SETTLED = 0.25

export class Twin {
  /** Where it differed from a server that applies each update at once. */
  readonly differences: string[] = []
  /** How many updates were inspected while others waited, and how many were applied together with others. */
  readonly met = { waiting: 0, together: 0 }
  readonly #doc: Y.Doc
  readonly #intake: Intake<undefined>
  readonly #log = new Y.Doc()
  readonly #reader = new Y.Doc()
  readonly #random = randomFrom(1)

  /** Begins as a copy of a document. */
  constructor(of: Y.Doc) {
    this.#doc = new Y.Doc({ gc: of.gc })
    for (const root of of.share.keys()) this.#doc.getXmlFragment(root)
    for (const doc of [this.#doc, this.#log, this.#reader]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(of))
    this.#doc.clientID = of.clientID
    this.#intake = openIntake(this.#doc, (wrote, together) => {
      if (wrote.length > 1) this.met.together += wrote.length
      for (const { changed } of wrote) Y.applyUpdate(this.#log, changed)
      Y.applyUpdate(this.#reader, together)
    })
  }

  /** What it would answer, compared with what the other has answered. */
  ask(update: Uint8Array, rules: GateRules, answer: Inspection | GateRefusal): void {
    if (this.#intake.waiting() > 0) this.met.waiting += 1
    const own = this.#intake.inspect(update, rules)
    const [mine, others] = [told(own), told(answer)]
    if (mine !== others) this.differences.push(`says ${mine} and not ${others}`)
  }

  take(inspected: Inspected): void {
    // What is taken was asked about just before, on the same document.
    this.#intake.take({ ...inspected, by: undefined })
    if (this.#random.chance(SETTLED)) this.#intake.settle()
  }

  /** Compares everything with the other server's document. */
  compare(of: Y.Doc): void {
    this.#intake.settle()
    const wanted = textsOf(of, of)
    const copies = { 'the text': this.#doc, 'the log': this.#log, 'what was sent': this.#reader }
    for (const [name, doc] of Object.entries(copies)) if (textsOf(doc, of) !== wanted) this.differences.push(`${name} differs`)
    if (JSON.stringify(stateOf(this.#log)) !== JSON.stringify(stateOf(of))) this.differences.push('the clocks of the log differ')
  }
}

function told(answer: Inspection | GateRefusal): string {
  if (answer.kind === 'refusal') return answer.code
  const { noop, authors, touches, creates } = answer
  return JSON.stringify([
    noop,
    [...authors],
    Array.from(touches, ([root, { inserted, deleted }]) => [root, inserted, deleted]),
    [...creates],
  ])
}

function textsOf(doc: Y.Doc, of: Y.Doc): string {
  return [...of.share.keys()]
    .toSorted()
    .map((root) => doc.getXmlFragment(root).toJSON())
    .join('\n')
}

function stateOf(doc: Y.Doc): readonly (readonly [number, number])[] {
  return [...Y.decodeStateVector(Y.encodeStateVector(doc))].toSorted(([a], [b]) => a - b)
}
