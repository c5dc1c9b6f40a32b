/** `entente import FILE`: brings a whole negotiation into the store, with an invitation for every seat. */
import type { Store } from '@entente/store'
import { createRoom } from '../create-room.ts'
import type { Sample } from '../sample/sample.ts'
import type { Settings } from '../settings.ts'
import { inviteTo } from '../sign-in/invitations.ts'
import { now } from './clock.ts'
import { readSampleFile } from './file.ts'
import type { Exit, Output } from './output.ts'
import { withStore } from './stored.ts'

export async function importFile(path: string, settings: Settings, out: Output): Promise<Exit> {
  const reading = await readSampleFile(path, now())
  if (!reading.ok) {
    out.note(reading.refusal.detail)
    return 1
  }
  const { sample } = reading
  const outcome = await withStore(settings, async (store) => {
    if ((await bringIn(store, sample)) === 'exists')
      return { problem: `There is a negotiation ${sample.negotiation} already. Nothing was changed.` }
    return inviteAll(store, sample, settings)
  })
  if ('problem' in outcome) {
    out.note(outcome.problem)
    return 1
  }
  out.say(sample.negotiation)
  out.note(
    `${sample.title}\n${sample.table.statements.length} entries, ${sample.table.texts.size} texts, ${sample.privateRooms.length} private rooms.\nLinks, each for one person and one use:`,
  )
  for (const { name, url } of outcome) out.note(`  ${name}\n    ${url}`)
  return 0
}

/** Writes all rooms of a file. The table is last, so that a negotiation that can be seen is complete. */
export async function bringIn(store: Pick<Store, 'rooms'>, { table, privateRooms }: Sample): Promise<'created' | 'exists'> {
  const at = now()
  for (const room of privateRooms) await createRoom(store, room, at)
  return createRoom(store, table, at)
}

async function inviteAll(store: Store, { negotiation, table }: Sample, settings: Settings) {
  const origin = settings.origins[0] ?? `http://localhost:${settings.port}`
  const links: { name: string; url: string }[] = []
  for (const { fact } of table.statements) {
    if (fact.kind !== 'seat-assigned') continue
    const { seat, name, party } = fact.seat
    const { url } = await inviteTo({ store, settings, timestamp: now }, { negotiation, seat }, { by: 'server', origin })
    links.push({ name: `${name} (${party})`, url })
  }
  return links
}
