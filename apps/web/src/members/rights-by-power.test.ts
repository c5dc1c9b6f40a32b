import { commands, type SeatRole } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { rightsByPower } from './rights-by-power.ts'

const table = negotiation('KES', { a: 'A.' })
const groupsOf = (party: string, role: SeatRole) => rightsByPower(table.situation(party, role).speaker)

test('[members-9] what a seat may do is read off the one table: every command stands in it once, allowed or not', () => {
  for (const [party, role] of [
    ['KES', 'head'],
    ['KES', 'adviser'],
    ['CHR', 'head'],
    ['OBS', 'head'],
  ] as const) {
    const names = groupsOf(party, role).flatMap((group) => group.commands.map(({ name }) => name))
    const powers = groupsOf(party, role).map(({ power, allowed }) => `${power} ${allowed}`)
    expect(new Set(powers).size).toBe(powers.length)
    expect(names.toSorted()).toEqual(Object.keys(commands).toSorted())
    const refused = groupsOf(party, role).filter(({ allowed }) => !allowed)
    // A command that is given in private rooms alone is refused at the table for that.
    for (const { name } of refused.flatMap((group) => group.commands).filter(({ rooms }) => rooms.includes('table')))
      expect([name, commands[name].decide(table.situation(party, role), {})]).toMatchObject([
        name,
        { ok: false, refusal: { code: 'not-permitted' } },
      ])
  }
})
