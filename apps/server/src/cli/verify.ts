/** `entente verify [NEGOTIATION]`: checks every hash of the record, and that the words of every wording on record have its fingerprint. */
import { fingerprint, NO_ENTRIES, roomName, verify as verifyChain, type Entry, type RoomId } from '@entente/agreement'
import { Corrupt, type Store } from '@entente/store'
import type { Settings } from '../settings.ts'
import type { Exit, Output } from './output.ts'
import { withStore } from './stored.ts'

export async function verify(target: string | undefined, settings: Settings, out: Output): Promise<Exit> {
  const outcome = await withStore(settings, async (store) => {
    const rooms = (await store.rooms.list()).filter((room) => target === undefined || roomName(room).negotiation === target)
    const verdicts: Verdict[] = []
    for (const room of rooms) verdicts.push(await verdictOn(store, room))
    return { verdicts }
  })
  if ('problem' in outcome) {
    out.note(outcome.problem)
    return 1
  }
  if (outcome.verdicts.length === 0) {
    out.note(
      target === undefined ? `There are no negotiations in ${settings.data}` : `There is no negotiation ${target} in ${settings.data}`,
    )
    return 1
  }
  for (const { room, says } of outcome.verdicts) out.say(`${room}: ${says}`)
  return outcome.verdicts.every(({ whole }) => whole) ? 0 : 1
}

type Verdict = { readonly room: RoomId; readonly whole: boolean; readonly says: string }

async function verdictOn({ rooms }: Pick<Store, 'rooms'>, room: RoomId): Promise<Verdict> {
  const stored = await rooms.load(room).catch((error: unknown) => {
    if (error instanceof Corrupt) return error
    throw error
  })
  if (stored === undefined) return { room, whole: false, says: 'not there' }
  if (stored instanceof Corrupt) return { room, whole: false, says: stored.message }
  const chain = verifyChain(room, NO_ENTRIES, stored.entries)
  if (!chain.ok) return { room, whole: false, says: `the chain breaks at entry ${chain.broken.seq} (${chain.broken.why})` }
  const false_ = misnamedWording(stored.entries)
  if (false_ !== undefined)
    return { room, whole: false, says: `entry ${false_}: the words do not have the fingerprint they are recorded under` }
  return { room, whole: true, says: `${stored.entries.length} entries, unbroken, head ${chain.head.hash}` }
}

function misnamedWording(entries: readonly Entry[]): number | undefined {
  return entries.find(({ fact }) => fact.kind === 'wording-recorded' && fingerprint(fact.wording) !== fact.fingerprint)?.seq
}
