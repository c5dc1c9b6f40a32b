/**
 * What the gate costs: the same stream of typed updates into two copies of a long document, once plain, once through the gate.
 *
 * `npm run bench -- gate [--edits 60000] [--passers 0] [--updates 20000] [--json]`
 */
import { shape } from '@entente/draft'
import { admit, applyInspected, gateLimits, inspect, type Policy } from '@entente/sync/gate'
import { content, forgeOne, id } from '@entente/sync/gate/testing'
import { parseArgs } from 'node:util'
import * as Y from 'yjs'
import { randomFrom, type Random } from '../convergence/random.ts'

const CLAUSES = 200
const WRITERS = 50
const SLICE = 500
const ROUNDS = 5

type Typist = { readonly doc: Y.Doc; text: Y.XmlText; at: number; left: number }

/** The documents it is measured on. */
const DOCUMENTS = [
  { name: 'a negotiation', edits: 60_000, passers: 0, updates: 20_000 },
  { name: 'a long one', edits: 260_000, passers: 0, updates: 20_000 },
  // Every fresh copy of a text writes under another clientID, so years of reloading leave many. Plain Yjs is slow then.
  { name: 'many clientIDs', edits: 60_000, passers: 5_000, updates: 1_000 },
] as const

/** `passers` are people who have written one paragraph and gone. */
type Document = { readonly name: string; readonly edits: number; readonly passers: number; readonly updates: number }
type Row = { readonly what: string; readonly cpu: number; readonly p50: number; readonly p99: number; readonly max: number }
type Measured = Document & {
  readonly stateBytes: number
  readonly updateBytes: number
  readonly rows: readonly Row[]
}

/** Runs the measurement and prints it. */
export function run(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      edits: { type: 'string' },
      passers: { type: 'string' },
      updates: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const { edits, passers, updates } = values
  const documents: readonly Document[] =
    (edits ?? passers ?? updates) === undefined
      ? DOCUMENTS
      : [{ name: 'as asked', edits: Number(edits ?? 60_000), passers: Number(passers ?? 0), updates: Number(updates ?? 20_000) }]
  const measured = documents.map(measureOn)
  process.stdout.write(`${values.json ? JSON.stringify({ documents: measured }) : measured.map(table).join('\n\n')}\n`)
}

function measureOn(document: Document): Measured {
  const random = randomFrom(7)
  const source = new Y.Doc()
  source.clientID = 1
  const typists = Array.from({ length: WRITERS }, (_, index) => openTable(source, index))
  for (const update of typed(typists, random, document.edits)) Y.applyUpdate(source, update)
  const passed = Array.from({ length: document.passers }, (_, index) => paragraph(10_000 + index, `clause/${index % CLAUSES}`))
  if (passed.length > 0) Y.applyUpdate(source, Y.mergeUpdates(passed))
  const state = Y.encodeStateAsUpdate(source)
  const updates = typed(typists, random, document.updates)
  const updateBytes = round(updates.reduce((sum, update) => sum + update.length, 0) / updates.length)
  return { ...document, stateBytes: state.length, updates: updates.length, updateBytes, rows: measure(state, updates) }
}

/** What somebody has written who was here once. */
function paragraph(client: number, root: string): Uint8Array {
  return forgeOne(
    client,
    0,
    { content: content.node('paragraph'), parent: root },
    { content: content.text(), parent: id(client, 0) },
    { content: content.words('passing by'), parent: id(client, 1) },
  )
}

function openTable(source: Y.Doc, index: number): Typist {
  if (index === 0) {
    for (let clause = 0; clause < CLAUSES; clause += 1) {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText('The Parties shall ')])
      source.getXmlFragment(`clause/${clause}`).insert(0, [paragraph])
    }
  }
  const doc = new Y.Doc()
  doc.clientID = 1_000 + index
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(source))
  return { doc, text: textOf(doc, index), at: 0, left: 0 }
}

function textOf(doc: Y.Doc, clause: number): Y.XmlText {
  const paragraph = doc.getXmlFragment(`clause/${clause}`).get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('The clause has no words')
  return text
}

/** People typing and deleting, each in a clause, moving on to another now and then. Every writer sees its own clauses only. */
function typed(typists: readonly Typist[], random: Random, count: number): readonly Uint8Array[] {
  const updates: Uint8Array[] = []
  for (const { doc } of typists) doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let edit = 0; edit < count; edit += 1) {
    const index = random.below(typists.length)
    const typist = typists[index]
    if (typist === undefined) continue
    if (typist.left === 0) {
      typist.text = textOf(typist.doc, index + WRITERS * random.below(CLAUSES / WRITERS))
      typist.at = random.below(typist.text.length + 1)
      typist.left = 5 + random.below(40)
    }
    typist.left -= 1
    if (typist.at > 0 && random.chance(0.12)) typist.text.delete((typist.at -= 1), 1)
    else if (random.chance(0.02) && typist.text.length > 10) typist.text.format(random.below(typist.text.length - 5), 5, { bold: {} })
    else typist.text.insert(typist.at++, 'a')
  }
  for (const { doc } of typists) doc._observers.delete('update')
  return updates
}

const policy: Policy = { readOnly: false, owns: () => true, leased: () => true, knownRoot: () => true, mayWrite: () => true }

function measure(state: Uint8Array, updates: readonly Uint8Array[]): readonly Row[] {
  const plain = new Timing(updates.length)
  const gated = new Timing(updates.length)
  for (let round = 0; round < ROUNDS; round += 1) {
    const docs = { plain: open(state), gated: open(state) }
    // Interleaved in slices, so that both meet the same weather.
    for (let from = 0; from < updates.length; from += SLICE) {
      const to = Math.min(from + SLICE, updates.length)
      plain.take(from, to, (index) => Y.applyUpdate(docs.plain, updates[index] ?? NOTHING))
      gated.take(from, to, (index) => through(docs.gated, updates[index] ?? NOTHING))
    }
    if (Y.encodeStateAsUpdate(docs.plain).length !== Y.encodeStateAsUpdate(docs.gated).length) throw new Error('The two documents differ')
  }
  const extra = gated.best.map((time, index) => time - (plain.best[index] ?? 0))
  return [
    row('plain apply', plain.best, plain.cpu),
    row('gate and apply', gated.best, gated.cpu),
    row('difference', extra, gated.cpu - plain.cpu),
  ]
}

const NOTHING = new Uint8Array([0, 0])

/** Times of the same updates in several rounds. */
class Timing {
  /** Of each update, the shortest time, in microseconds: what else happens on the machine does not happen in every round. */
  readonly best: number[]
  #cpu = 0

  constructor(updates: number) {
    this.best = Array.from({ length: updates }, () => Number.POSITIVE_INFINITY)
  }

  /** CPU time of the whole process, garbage collection included, per update of a round. */
  get cpu(): number {
    return this.#cpu / (this.best.length * ROUNDS)
  }

  take(from: number, to: number, work: (index: number) => void): void {
    const start = process.cpuUsage()
    for (let index = from; index < to; index += 1) {
      const begun = performance.now()
      work(index)
      const time = (performance.now() - begun) * 1_000
      if (time < (this.best[index] ?? 0)) this.best[index] = time
    }
    const { user, system } = process.cpuUsage(start)
    this.#cpu += user + system
  }
}

function open(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  for (let clause = 0; clause < CLAUSES; clause += 1) doc.getXmlFragment(`clause/${clause}`)
  // A room listens for its own encoding of every change.
  doc.on('update', () => undefined)
  return doc
}

function through(doc: Y.Doc, update: Uint8Array): void {
  const inspection = inspect(doc, update, { shape, limits: gateLimits })
  if (inspection.kind === 'refusal') throw new Error(`Refused: ${inspection.code}, ${inspection.rule}`)
  const refusal = admit(inspection, policy)
  if (refusal !== undefined) throw new Error(`Refused: ${refusal.code}, ${refusal.rule}`)
  applyInspected(doc, update, inspection, undefined)
}

function row(what: string, times: readonly number[], cpu: number): Row {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { what, cpu: round(cpu), p50: at(0.5), p99: at(0.99), max: at(1) }
}

function round(us: number): number {
  return Math.round(us * 10) / 10
}

function table({ name, edits, passers, stateBytes, updates, updateBytes, rows }: Measured): string {
  return [
    `${name}: ${CLAUSES} clauses, ${edits} keystrokes, ${WRITERS + passers} clientIDs, ${stateBytes} bytes of state; ${updates} typed updates of ${updateBytes} bytes. Microseconds per update, the shortest of ${ROUNDS} rounds; CPU is the mean, garbage collection included.`,
    '',
    '| | CPU | p50 | p99 | max |',
    '|---|---|---|---|---|',
    ...rows.map(({ what, cpu, p50, p99, max }) => `| ${what} | ${cpu} | ${p50} | ${p99} | ${max} |`),
  ].join('\n')
}
