/**
 * Contact groups and friends of the chair: rooms of chosen parties.
 *
 * The chair convenes one, or a head of delegation proposes one and it begins when all whom it names have agreed. Who may enter is settled
 * when it is opened and only ever shrinks: nobody is let in later to read what was said before they came; a wider circle is another group.
 * Nor is anybody let in for a party of it whom somebody from outside has seated since (`private-room.ts`).
 */
import { z } from 'zod'
import { command, record, refuse, type Decision } from './command.ts'
import { GroupId, groupOf, PartyId, type NegotiationId } from './ids.ts'
import { MAX_NAME, MAX_PARTIES, MAX_STATEMENT } from './limits.ts'
import type { Negotiation } from './negotiation.ts'
import type { Speaker } from './party.ts'
import { may, powersOf } from './powers.ts'
import { SeatRole } from './party.ts'
import type { Refusal } from './refusal.ts'
import { acts, meets } from './rights.ts'
import { inputOf } from './said-input.ts'

const Label = z.string().trim().min(1).max(MAX_NAME)
const Parties = z.array(PartyId).min(2).max(MAX_PARTIES)

export const GroupOpening = z.strictObject({
  label: Label,
  parties: Parties,
  /** Whether the table is told that the group meets. What is said there it is never told. */
  announced: z.boolean(),
})
export type GroupOpening = z.infer<typeof GroupOpening>

/** The first entries of a group's own journal, or why it is not opened. `raw` is whatever a client sent; `fresh` as in a situation. */
export function openGroup(
  {
    negotiation,
    table,
    speaker,
    fresh,
  }: { readonly negotiation: NegotiationId; readonly table: Negotiation; readonly speaker: Speaker; readonly fresh: string },
  raw: unknown,
): Decision {
  const act = acts['group.open']
  if (!meets(speaker, act, 'table')) return refuse({ code: 'not-permitted', power: act.table[0] })
  const said = inputOf(GroupOpening, raw)
  if (!said.ok) return refuse({ code: 'malformed', detail: said.detail })
  const { label, parties } = said.input
  const wrong = unfit(table, parties)
  if (wrong) return refuse(wrong)
  const convenes = may(speaker, 'preside')
  const own = speaker.party.party
  if (!convenes && !parties.includes(own)) return refuse({ code: 'not-your-party', party: own })
  const awaits = convenes ? [] : parties.filter((party) => party !== own && agrees(table, party))
  const room = groupOf(negotiation, GroupId.parse(`g-${fresh}`))
  return record({ kind: 'room-opened', room, label, parties, ...(awaits.length > 0 && { awaits }), after: table.seq })
}

function unfit({ parties: seated }: Negotiation, parties: readonly PartyId[]): Refusal | undefined {
  const stranger = parties.find((party) => !seated.has(party))
  if (stranger !== undefined) return { code: 'unknown', what: 'party', id: stranger }
  return new Set(parties).size === parties.length ? undefined : { code: 'malformed', detail: 'parties: named twice' }
}

/** Whether somebody of the party may agree for it to meet. An interpreter or a monitor comes along. */
function agrees({ parties }: Negotiation, id: PartyId): boolean {
  const kind = parties.get(id)?.kind
  return (
    kind !== undefined && SeatRole.options.some((role) => powersOf(kind, role).some((power) => power === 'bind' || power === 'preside'))
  )
}

export const joinGroup = command({
  name: 'group.join',
  says: 'Agree for the party to meet in this group.',
  input: z.strictObject({}),
  rule({ negotiation, speaker }) {
    const { party } = speaker.party
    return negotiation.privateRoom?.awaits.includes(party) === true
      ? record({ kind: 'room-joined', party })
      : refuse({ code: 'nothing-new' })
  },
})

export const leaveGroup = command({
  name: 'group.leave',
  says: 'Leave this group for the party, or decline to meet in it. None of its seats can enter any more.',
  input: z.strictObject({ reason: z.string().trim().max(MAX_STATEMENT).optional() }),
  rule: ({ speaker }, { reason }) => record({ kind: 'room-left', party: speaker.party.party, ...(reason && { reason }) }),
})

export const closeGroup = command({
  name: 'group.close',
  says: 'Close this group. Its members can still read what was said.',
  input: z.strictObject({ reason: z.string().trim().max(MAX_STATEMENT).optional() }),
  rule: (_situation, { reason }) => record({ kind: 'room-closed', ...(reason && { reason }) }),
})

export const announceGroup = command({
  name: 'group.announce',
  says: 'Tell the table that a group of parties meets, under what name and who. Nothing of what is said there.',
  input: z.strictObject({ group: GroupId, label: Label, parties: Parties }),
  rule({ negotiation, speaker }, { group, label, parties }) {
    const wrong = unfit(negotiation, parties)
    if (wrong) return refuse(wrong)
    if (!may(speaker, 'preside') && !parties.includes(speaker.party.party))
      return refuse({ code: 'not-your-party', party: speaker.party.party })
    if (negotiation.groups.has(group)) return refuse({ code: 'nothing-new' })
    return record({ kind: 'group-announced', group, label, parties })
  },
})
