/**
 * W1 and W2: people type, one key at a time.
 *
 * W1 is fan-out: ever more people in one document. W2 is many small rooms, where what a server does for each document counts.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { Probe, Sent } from '../delivery.ts'
import type { Guest } from '../guest.ts'
import { steadily, type Times } from '../measure.ts'
import { notYet, OpenLoop } from '../open-loop.ts'
import type { Assignment, Figures } from '../plan.ts'
import { inGroups, onStage, type Laid, type Stage } from '../stage.ts'
import { eachAuthor, Typist } from '../words.ts'

type Typing = {
  readonly documents: number
  readonly people: number
  readonly perSecond: number
  /** Of so many documents, so many people note everything. */
  readonly probed: { readonly documents: number; readonly people: number }
  readonly full: Times
  readonly quick: Times
}

const fanOut = {
  documents: 1,
  probed: { documents: 1, people: 4 },
  full: { warmUp: 1_500, window: 8_000 },
  quick: { warmUp: 700, window: 2_000 },
}

const shapes: { readonly [name in 'w1a' | 'w1b' | 'w1c' | 'w2']: Typing } = {
  w1a: { ...fanOut, people: 10, perSecond: 10 },
  w1b: { ...fanOut, people: 50, perSecond: 8 },
  w1c: { ...fanOut, people: 200, perSecond: 5 },
  // Longer than any server puts off saving.
  w2: {
    documents: 500,
    people: 3,
    perSecond: 1,
    probed: { documents: 40, people: 3 },
    full: { warmUp: 2_000, window: 20_000 },
    quick: { warmUp: 1_500, window: 3_000 },
  },
}

type Writer = { readonly guest: Guest; readonly typist: Typist; readonly sent: Sent; readonly document: number }

export function typing(assignment: Assignment & { readonly workload: keyof typeof shapes }): Promise<Figures> {
  const shape = shapes[assignment.workload]
  return onStage(assignment, shape, async (stage) => {
    const writers = await seat(stage, shape)
    const window = notYet()
    const probes = listen(writers, shape, window)
    await sleep(300)
    const load = new OpenLoop(writers.length, shape.perSecond, (index, due) => {
      const writer = writers[index]
      if (writer === undefined) return
      writer.sent.add(due)
      writer.guest.types(writer.typist.next())
    })
    const deliveries = () =>
      writers.reduce((sum, { sent }) => sum + sent.due.filter((due) => due >= window.from && due < window.to).length, 0) *
      (shape.people - 1)
    const figures = await steadily(stage.server, load, probes, window, deliveries, stage.quick ? shape.quick : shape.full)
    return { ...figures, turnedAway: writers.filter(({ guest }) => guest.socket.ended !== undefined).length }
  })
}

/** Everybody comes in, document after document. */
async function seat(stage: Stage, { people }: Typing): Promise<readonly Writer[]> {
  const { laid, firsts } = await stage.lay()
  const places = laid.flatMap((document, index) => Array.from({ length: people }, (_, person) => ({ document, index, person })))
  return inGroups(places, async ({ document, index, person }) => {
    const first = person === 0 ? firsts[index] : undefined
    return writer(first ?? (await stage.enter(document, person)).guest, document, index)
  })
}

function writer(guest: Guest, { text }: Laid, document: number): Writer {
  return { guest, typist: new Typist(guest.client, text), sent: new Sent(), document }
}

/** Has some of the writers note what comes from the others. */
function listen(writers: readonly Writer[], { people, probed }: Typing, window: ReturnType<typeof notYet>): readonly Probe[] {
  return writers
    .filter(({ document }, index) => document < probed.documents && index % people < probed.people)
    .map(({ guest, document }) => {
      const others = writers.slice(document * people, (document + 1) * people).filter((other) => other.guest !== guest)
      const probe = new Probe(new Map(others.map(({ typist, sent }) => [typist.client, sent])), window)
      guest.listen((heard) => {
        if (heard.kind !== 'update') return
        const now = performance.now()
        eachAuthor(heard.payload, (client, from, to) => probe.arrived(client, from, to, now))
      })
      return probe
    })
}
