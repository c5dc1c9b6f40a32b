/** A negotiation with a party of every kind and somebody in every seat, each with a session of their own. */
import { groupOf, GroupId, NegotiationId, PartyId, PartyKind, SeatRole, type CommandName, type RoomId } from '@entente/agreement'
import { expect } from 'vitest'
import { browserOf, join, sessionOf } from '../stories/founding.ts'
import { openHouse, type House, type HouseOptions } from '../stories/house.ts'
import { enter, type Coming, type RawClient } from '../stories/raw-client.ts'

export type Sitting = {
  readonly seat: string
  readonly party: PartyId
  readonly kind: PartyKind
  readonly role: SeatRole
  readonly token: string
  readonly languages: readonly string[]
}

export type FullHouse = {
  readonly house: House
  readonly negotiation: NegotiationId
  readonly everybody: readonly Sitting[]
  readonly who: (party: string, role: SeatRole) => Sitting
  readonly enter: (who: Sitting, room?: string, more?: Partial<Coming>) => Promise<RawClient>
  /** Gives a command over HTTP, at the table or in another room. */
  readonly say: (
    who: Sitting,
    name: CommandName,
    input: unknown,
    room?: string,
  ) => Promise<{ readonly status: number; readonly body: string }>
  /** Opens a group of parties in the chair's name. */
  readonly group: (parties: readonly string[]) => Promise<RoomId>
}

/** The second delegation is `ORL`; every other party is called by its kind. */
const parties = [
  { party: 'KES', kind: 'delegation' },
  { party: 'ORL', kind: 'delegation' },
  ...PartyKind.options.filter((kind) => kind !== 'delegation').map((kind) => ({ party: kind, kind })),
] as const

const languagesOf = (kind: string) => (kind === 'interpreter' ? ['fr'] : ['en'])

export async function fullHouse(options: HouseOptions = {}): Promise<FullHouse> {
  const house = await openHouse(options)
  const opened = await browserOf(house, 'whoever opens it').ask('POST', '/api/negotiations', {
    cover: { title: 'Full house', shortTitle: 'Full house', referenceLanguage: 'en', authenticLanguages: ['en', 'fr'], annexes: [] },
    rule: { rule: 'consensus' },
    singleUndertaking: true,
    parties: parties.map(({ party, kind }) => ({
      party,
      kind,
      name: party,
      shortName: party,
      required: kind === 'delegation',
      languages: languagesOf(kind),
    })),
    seats: parties.flatMap(({ party }) => SeatRole.options.map((role) => ({ party, role, name: `${role} of ${party}` }))),
  })
  expect(opened.status).toBe(201)
  const { id, links } = opened.json as { id: string; links: { seat: string; party: string; name: string; url: string }[] }
  const negotiation = NegotiationId.parse(id)
  const everybody: Sitting[] = []
  for (const { seat, party, name, url } of links) {
    const browser = await join(house, url, name)
    const kind = PartyKind.parse(parties.find((one) => one.party === party)?.kind)
    const role = SeatRole.parse(name.split(' ')[0])
    everybody.push({
      seat,
      party: PartyId.parse(party),
      kind,
      role,
      token: sessionOf(browser),
      languages: languagesOf(kind),
    })
  }
  const who: FullHouse['who'] = (party, role) => {
    const found = everybody.find((one) => one.party === party && one.role === role)
    if (found === undefined) throw new Error(`Nobody is ${role} of ${party}`)
    return found
  }
  const post = async (path: string, token: string, body: unknown) => {
    const answer = await house.fetch(`/api/negotiations/${id}${path}`, { method: 'POST', token, body: JSON.stringify(body) })
    return { status: answer.status, body: await answer.text() }
  }
  // The press attends where the chair admits it, and here everybody is to be asked.
  const admitted = await post('/commands/access.set', who('chair', 'head').token, { to: 'press', admitted: true })
  expect(admitted.status).toBe(200)
  return {
    house,
    negotiation,
    everybody,
    who,
    enter: ({ token }, room = 'table', more = {}) => enter({ origin: house.origin, negotiation: id, room, token, ...more }),
    say: ({ token }, name, input, room = 'table') => post(`${room === 'table' ? '' : `/${room}`}/commands/${name}`, token, input),
    async group(members) {
      const { status, body } = await post('/groups', who('chair', 'head').token, { label: 'A group', parties: members, announced: false })
      expect([status, body]).toEqual([201, expect.any(String)])
      return groupOf(negotiation, GroupId.parse((JSON.parse(body) as { readonly group: string }).group))
    },
  }
}
