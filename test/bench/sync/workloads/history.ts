/**
 * W3: opening a document with a long history, while the server has it in memory and after a restart.
 *
 * A server may say that it has sent everything (sync step 2) before it has: "there" is when what came covers the author's state vector.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { rootName } from '@entente/draft'
import * as Y from 'yjs'
import { percentile } from '../delivery.ts'
import type { Guest } from '../guest.ts'
import { history } from '../history.ts'
import { Holdings, textOf } from '../holdings.ts'
import { OpenLoop } from '../open-loop.ts'
import type { Assignment, Figures } from '../plan.ts'
import { onStage, type Laid, type Stage } from '../stage.ts'

/** Keys that are sent one by one. The rest of the history comes as one update, as from somebody who worked offline. */
const KEYS = { full: 1_000, quick: 400 }
/** Below the 200 frames a second that Entente takes from one connection. */
const PER_SECOND = 180
const WARM_OPENS = 10
/** How far apart two readings of the clock for one frame may be, in milliseconds. */
const SAME_FRAME = 1

export function longHistory(assignment: Assignment): Promise<Figures> {
  return onStage(assignment, { documents: 1, people: 1 }, async (stage) => {
    const { laid, firsts } = await stage.lay()
    const [document] = laid
    const [author] = firsts
    if (document === undefined || author === undefined) throw new Error('No document')
    const { keys, rest, stateVector } = write(await author.content(), document, author.client, stage.quick ? KEYS.quick : KEYS.full)
    const ingest = await type(stage, author, keys)
    author.types(rest)
    await author.content()
    await sleep(500)
    const warm: Opening[] = []
    const warmCpu = await stage.server.counted(async () => {
      for (let open = 0; open < WARM_OPENS; open += 1) {
        warm.push(await openOnce(stage, document, stateVector))
        await sleep(30)
      }
    })
    author.socket.close()
    await sleep(stage.quick ? 2_500 : 5_000)
    await stage.restart('stop')
    const cold: Opening[] = []
    const coldCpu = await stage.server.counted(async () => void cold.push(await openOnce(stage, document, stateVector)))
    return {
      ingestCpuUs: ingest,
      warmMs: percentile(
        warm.map(({ contentMs }) => contentMs),
        50,
      ),
      warmCpuMs: warmCpu / 1_000 / WARM_OPENS,
      restartSyncedMs: cold[0]?.syncedMs ?? null,
      restartContentMs: cold[0]?.contentMs ?? null,
      restartCpuMs: coldCpu / 1_000,
      syncedBeforeContent: [...warm, ...cold].some(({ syncedMs, contentMs }) => contentMs > syncedMs + SAME_FRAME),
    }
  })
}

/** Writes the history in the author's own document: the first keys as an update each, the rest as one. */
function write(content: Uint8Array, { clause }: Laid, client: number, count: number) {
  const doc = new Y.Doc()
  doc.clientID = client
  Y.applyUpdate(doc, content)
  const text = textOf(doc, rootName({ kind: 'clause', clause }))
  const press = ({ at, character }: ReturnType<typeof history>[number]) =>
    character === undefined ? text.delete(at, 1) : text.insert(at, character)
  const all = history()
  const keys: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => keys.length < count && keys.push(update))
  for (const key of all.slice(0, count)) press(key)
  const had = Y.encodeStateVector(doc)
  for (let from = count; from < all.length; from += 1_000) doc.transact(() => all.slice(from, from + 1_000).forEach(press))
  return { keys, rest: Y.encodeStateAsUpdate(doc, had), stateVector: Y.encodeStateVector(doc) }
}

/** Types the keys. Answers the server's CPU for each, in microseconds. */
async function type({ server }: Stage, author: Guest, keys: readonly Uint8Array[]): Promise<number> {
  let next = 0
  const spent = await server.counted(async () => {
    await new Promise<void>((resolve) => {
      const load = new OpenLoop(1, PER_SECOND, () => {
        const key = keys[next]
        next += 1
        if (key !== undefined) return author.types(key)
        load.stop()
        resolve()
      })
    })
    await author.content()
  })
  return spent / keys.length
}

type Opening = { readonly syncedMs: number; readonly contentMs: number }

/** Opens the document with nothing in hand, waits until all of it is there, and leaves. */
async function openOnce(stage: Stage, document: Laid, stateVector: Uint8Array): Promise<Opening> {
  const holdings = new Holdings()
  const { promise, resolve } = Promise.withResolvers<number>()
  const begun = performance.now()
  const { guest, welcome } = await stage.enter(document, 0, {
    hear: (heard) => {
      if (heard.kind !== 'step-2' && heard.kind !== 'update') return
      const after = performance.now() - begun
      holdings.add(heard.payload)
      if (holdings.cover(stateVector)) resolve(after)
    },
  })
  const contentMs = await promise
  guest.socket.close()
  return { syncedMs: welcome.after, contentMs }
}
