import { expect, test } from 'vitest'
import { commands } from './commands.ts'
import { PartyKind, SeatRole } from './party.ts'
import { powersOf, type Power } from './powers.ts'
import { powersNeeded } from './rights.ts'
import { negotiation } from './testing.ts'

test('[power-1] only heads of delegation bind, only the chair’s office presides, observers do nothing', () => {
  const holders = (power: Power) =>
    PartyKind.options.flatMap((kind) =>
      SeatRole.options.filter((role) => powersOf(kind, role).includes(power)).map((role) => `${kind} ${role}`),
    )
  expect(holders('bind')).toEqual(['delegation head'])
  expect(holders('preside')).toEqual(['chair head', 'chair negotiator', 'chair secretary'])
  expect(holders('hold-the-pen')).toEqual(holders('preside'))
  expect(PartyKind.options.flatMap((kind) => powersOf(kind, 'observer'))).toEqual([])
  expect(SeatRole.options.flatMap((role) => powersOf('observer', role))).toEqual([])
})

test.each(Object.values(commands).filter(({ rights }) => rights.table !== undefined && powersNeeded(rights.table).length > 0))(
  '[power-2] $name asks for its power before it reads its input or says what exists',
  ({ rights, decide }) => {
    const { situation } = negotiation('KES', { a: 'A.' })
    expect(decide(situation('OBS', 'head'), { clause: 'a', nonsense: true })).toEqual({
      ok: false,
      refusal: { code: 'not-permitted', power: powersNeeded(rights.table ?? [])[0] },
    })
  },
)
