/**
 * `entente invite`: a new link when nobody at a table can make one any more, because whoever could has lost the last device.
 *
 * It is the operator's way back in for the chair of a negotiation, or for a head of delegation. Whoever opens the link sits in the seat from then on;
 * the record names them.
 */
import { NegotiationId, replay, SeatId, standingSeat, tableOf, type Negotiation } from '@entente/agreement'
import type { Store } from '@entente/store'
import type { Settings } from '../settings.ts'
import { FOUNDER_DAYS, INVITATION_DAYS, inviteFounder, inviteTo } from '../sign-in/invitations.ts'
import { now } from './clock.ts'
import type { Exit, Output } from './output.ts'
import { lookInto, withStore, type Problem } from './stored.ts'

/** Without a negotiation the link is for somebody who opens negotiations; without a seat, the seats are told. */
export async function invite(negotiation: string | undefined, seat: string | undefined, settings: Settings, out: Output): Promise<Exit> {
  const outcome = await linkFor(negotiation, seat, settings)
  if ('problem' in outcome) {
    out.note(outcome.problem)
    return 1
  }
  for (const line of outcome.notes) out.note(line)
  for (const line of outcome.lines) out.say(line)
  return 0
}

type Told = { readonly notes: readonly string[]; readonly lines: readonly string[] }

async function linkFor(negotiation: string | undefined, seat: string | undefined, settings: Settings): Promise<Told | Problem> {
  const origin = settings.origins[0] ?? `http://localhost:${settings.port}`
  if (negotiation === undefined)
    return withStore(settings, async (store) => {
      const { url } = await inviteFounder({ store, settings, timestamp: now }, origin)
      return { notes: [`For somebody who opens negotiations; works once, within ${FOUNDER_DAYS} days:`], lines: [url] }
    })
  const id = NegotiationId.safeParse(negotiation)
  if (!id.success) return { problem: `${negotiation} is not the id of a negotiation` }
  if (seat === undefined)
    return lookInto(settings, async (store) => {
      const record = await recordOf(store, id.data)
      return record === undefined
        ? unknown(id.data, settings)
        : { notes: ['Seats; give one to get a link for it:'], lines: seatsOf(record) }
    })
  return withStore(settings, async (store) => {
    const record = await recordOf(store, id.data)
    if (record === undefined) return unknown(id.data, settings)
    const wanted = SeatId.safeParse(seat)
    const found = wanted.success ? standingSeat(record, wanted.data) : undefined
    if (found === undefined) return { problem: `There is no seat ${seat} in ${id.data}. Without a seat, the seats are listed.` }
    const place = { negotiation: id.data, seat: found.seat }
    const { url } = await inviteTo({ store, settings, timestamp: now }, place, { by: 'server', origin })
    return {
      notes: [
        `For the seat of ${found.name} (${found.party}, ${found.role}); works once, within ${INVITATION_DAYS} days. Earlier links of the seat open nothing any more:`,
      ],
      lines: [url],
    }
  })
}

async function recordOf({ rooms }: Pick<Store, 'rooms'>, negotiation: NegotiationId): Promise<Negotiation | undefined> {
  const stored = await rooms.load(tableOf(negotiation))
  return stored && replay(stored.entries)
}

function seatsOf(record: Negotiation): readonly string[] {
  return [...record.seats.values()]
    .filter(({ seat }) => standingSeat(record, seat) !== undefined)
    .map(({ seat, party, role, name }) => `${seat}\t${party}\t${role}\t${name}`)
}

function unknown(negotiation: NegotiationId, settings: Settings): Problem {
  return { problem: `There is no negotiation ${negotiation} in ${settings.data}` }
}
