/** `entente verify [NEGOTIATION]`: checks every hash of the record, and that the words of every wording on record have its fingerprint. */
import { roomName } from '@entente/agreement'
import type { Settings } from '../settings.ts'
import { examine, type Examination } from './examination.ts'
import type { Exit, Output } from './output.ts'
import { lookInto } from './stored.ts'

export async function verify(target: string | undefined, settings: Settings, out: Output): Promise<Exit> {
  const outcome = await lookInto(settings, async (store) => {
    const rooms = (await store.rooms.list()).filter((room) => target === undefined || roomName(room).negotiation === target)
    const found: Examination[] = []
    for (const room of rooms) found.push(await examine(store, room))
    return { found }
  })
  if ('problem' in outcome) {
    out.note(outcome.problem)
    return 1
  }
  const { found } = outcome
  if (found.length === 0) {
    out.note(
      target === undefined ? `There are no negotiations in ${settings.data}` : `There is no negotiation ${target} in ${settings.data}`,
    )
    return 1
  }
  for (const one of found) out.say(one.is === 'whole' ? `${one.room}: ${one.head.seq} entries, unbroken, head ${one.head.hash}` : one.why)
  return found.every(({ is }) => is === 'whole') ? 0 : 1
}
