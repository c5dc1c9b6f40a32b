import { open, Opening } from '@entente/agreement'
import { expect, test } from 'vitest'
import { codeFor, codesOf, emptyForm, missing, newParty, newSeat, toOpening, type OpeningForm } from './form.ts'

const named = (...names: readonly string[]): OpeningForm => {
  const form = emptyForm('Ingrid Solheim-Varga')
  const chair = form.parties.at(-1)
  return { ...form, title: 'Joint Communiqué', parties: [...names.map((name) => newParty('delegation', name)), ...(chair ? [chair] : [])] }
}

test('[open-1] a title and two delegations are enough, and the rule takes what the form makes', () => {
  const form = named('Kestria', 'Orlava')
  expect([...missing(form)]).toEqual([])
  const decision = open(toOpening(form), 'x')
  expect(decision.ok).toBe(true)
  const opening = Opening.parse(toOpening(form))
  expect(opening.parties.map(({ party }) => party)).toEqual(['KES', 'ORL', 'CHR'])
  expect(opening.seats.map(({ name }) => name)).toEqual([
    'Head of delegation, Kestria',
    'Head of delegation, Orlava',
    'Ingrid Solheim-Varga',
  ])
})

test('[open-1] a seat without a name is called by its office', () => {
  const form = emptyForm(undefined)
  const [chair] = form.parties.filter(({ kind }) => kind === 'chair')
  const joint = newParty('monitor', 'Joint Mission')
  const parties = [newParty('delegation', 'Kestria'), joint, ...(chair ? [chair] : [])]
  expect(toOpening({ ...form, parties }).seats.map(({ name }) => name)).toEqual([
    'Head of delegation, Kestria',
    'Head, Joint Mission',
    'Chair of the talks',
  ])
})

test('[open-1] what is missing is named field by field', () => {
  const faults = missing(emptyForm(undefined))
  expect(faults.get('title')).toBeDefined()
  expect([...faults.keys()].filter((field) => field.endsWith('-name'))).toHaveLength(2)
})

test('[open-2] codes are made from names, and no two parties have the same', () => {
  expect(codeFor('Republic of Kestria', 0)).toBe('KES')
  expect(codeFor('Österland', 0)).toBe('OST')
  expect(codeFor('Україна', 2)).toBe('P3')
  expect(codesOf([newParty('delegation', 'Merland'), newParty('delegation', 'Meridia'), newParty('delegation', 'X', 'MER2')])).toEqual([
    'MER',
    'MER3',
    'MER2',
  ])
})

test('[open-2] two parties with the same code typed are told', () => {
  const form = named('A', 'B')
  const faults = missing({ ...form, parties: form.parties.map((party) => ({ ...party, code: 'SAME' })) })
  expect([...faults.values()]).toContain('Another party has this code.')
})

test('only delegations are required, whatever the form said before', () => {
  const form = named('Kestria', 'Orlava')
  const observer = { ...newParty('observer', 'Littoral Union'), required: true, seats: [newSeat('observer')] }
  expect(Opening.parse(toOpening({ ...form, parties: [...form.parties, observer] })).parties.at(-1)?.required).toBe(false)
})

test('a delegation left out of consensus is named by its code', () => {
  const form = named('Kestria', 'Orlava')
  const rule = { rule: 'consensus-minus', except: [form.parties[1]?.key ?? ''] } as const
  expect(Opening.parse(toOpening({ ...form, rule })).rule).toEqual({ rule: 'consensus-minus', except: ['ORL'] })
})
