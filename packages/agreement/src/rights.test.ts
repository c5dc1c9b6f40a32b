import { expect, test } from 'vitest'
import { commands } from './commands.ts'
import { NegotiationId, PartyId, caucusOf } from './ids.ts'
import { nothingSaid } from './negotiation.ts'
import { seenFrom } from './private-room.ts'
import { rightsDocument } from './rights.testing.ts'
import { negotiation } from './testing.ts'

test('[power-3] the table of rights in the documentation is the one that decides', async () => {
  await expect(rightsDocument()).toMatchFileSnapshot('../../../docs/rights.md')
})

test.each(Object.values(commands).filter(({ rights }) => rights.caucus === undefined))(
  '[power-4] $name is not given in a caucus',
  ({ decide }) => {
    const { situation } = negotiation('KES', { a: 'A.' })
    const at = situation('KES', 'head')
    const room = caucusOf(NegotiationId.parse('talks'), PartyId.parse('KES'))
    const inside = { ...at, negotiation: seenFrom(room, at.negotiation, nothingSaid) }
    expect(decide(inside, {})).toEqual({ ok: false, refusal: { code: 'not-in-this-room', room: 'caucus' } })
  },
)
