/**
 * Documents that have a text already, for whatever is measured on them afterwards.
 *
 * What was filled in is read back and compared: a server that quietly refused or dropped it would look fast from then on.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { rootName } from '@entente/draft'
import * as Y from 'yjs'
import { wordsIn } from './holdings.ts'
import { inGroups, type Laid, type Stage } from './stage.ts'
import { grown, RUN } from './words.ts'

export type Filled = Laid & { readonly stateVector: Uint8Array }

/** So long a server may put off saving after somebody typed, in milliseconds; the longest are 2 s, or 10 s while typing goes on. */
const SAVING = { full: 5_000, quick: 2_500 }

/** Has one person write `runs` runs into each document and leave. Then the server is ended in good order and started again. */
export async function fill(stage: Stage, runs: number): Promise<readonly Filled[]> {
  const { laid, firsts } = await stage.lay()
  const filled = await inGroups(laid, async (document, index) => {
    const guest = firsts[index]
    if (guest === undefined) throw new Error('Nobody to write')
    guest.types(grown(guest.client, document.text, runs))
    const content = await guest.content()
    const words = wordsIn(content, rootName({ kind: 'clause', clause: document.clause }))
    if (words.length !== runs * RUN) throw new Error(`${document.name} has ${words.length} characters instead of ${runs * RUN}`)
    return { ...document, stateVector: Y.encodeStateVectorFromUpdate(content) }
  })
  for (const guest of firsts) guest.socket.close()
  await sleep(stage.quick ? SAVING.quick : SAVING.full)
  await stage.restart('stop')
  return filled
}
