import { expect, test } from 'vitest'
import { commands } from './commands.ts'
import { NegotiationId, PartyId, caucusOf } from './ids.ts'
import { nothingSaid } from './negotiation.ts'
import { seenFrom } from './private-room.ts'
import { rightsHere } from './rights-here.ts'
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
    const room = caucusOf(NegotiationId.parse('talks'), PartyId.parse('KES'), 1)
    const inside = { ...at, negotiation: seenFrom(room, at.negotiation, nothingSaid) }
    expect(decide(inside, {})).toEqual({ ok: false, refusal: { code: 'not-in-this-room', room: 'caucus' } })
  },
)

test('[power-8] what may I do here: the commands of this kind of room, and why some are not mine', () => {
  const { situation } = negotiation('KES', { a: 'A.' })
  const caucus = caucusOf(NegotiationId.parse('talks'), PartyId.parse('KES'), 1)
  const here = (code: string, role: 'head' | 'adviser', inside: boolean) => {
    const at = situation(code, role)
    const rights = rightsHere(inside ? seenFrom(caucus, at.negotiation, nothingSaid) : at.negotiation, at.speaker)
    return { may: rights.filter(({ barred }) => barred === undefined).map(({ command }) => command), all: rights.length }
  }
  expect(here('OBS', 'head', false).may).toEqual(
    Object.values(commands)
      .filter(({ rights }) => rights.table === 'a-seat')
      .map(({ name }) => name),
  )
  expect(here('KES', 'adviser', true).may).toContain('acceptance.ask')
  expect(here('KES', 'adviser', true).may).not.toContain('acceptance.decline')
  expect(here('KES', 'head', true).may).toContain('acceptance.decline')
  expect(here('KES', 'head', true).all).toBe(Object.values(commands).filter(({ rights }) => rights.caucus !== undefined).length)
})
