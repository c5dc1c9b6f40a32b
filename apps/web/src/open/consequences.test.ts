import { expect, test } from 'vitest'
import { consequences } from './consequences.ts'
import { emptyForm, newParty, type OpeningForm } from './form.ts'

const form = (...names: readonly string[]): OpeningForm => ({
  ...emptyForm('Chair'),
  parties: [...names.map((name) => newParty('delegation', name)), newParty('chair', 'Chair', 'CHR')],
})
const agreed = (of: OpeningForm) => consequences(of)[0]?.sentence

test('[open-3] the consequences of the decision rule are told in sentences', () => {
  expect(agreed(form('Kestria', 'Orlava'))).toBe('both accept the same wording. Any edit makes earlier consent lapse.')
  expect(agreed(form('Kestria', 'Orlava', 'Meridia'))).toMatch(/^all three accept/)
  expect(agreed({ ...form('Kestria', 'Orlava', 'Meridia'), rule: { rule: 'qualified-majority', of: 2, outOf: 3 } })).toMatch(
    /^at least two of three/,
  )
  expect(agreed(form())).toMatch(/^never/)
})

test('[open-3] a delegation that cannot hold agreement up is not counted', () => {
  const three = form('Kestria', 'Orlava', 'Meridia')
  expect(agreed({ ...three, rule: { rule: 'consensus-minus', except: [three.parties[0]?.key ?? ''] } })).toMatch(/^both accept/)
})

test('the number of links is told before they are made', () => {
  expect(consequences(form('Kestria', 'Orlava')).at(-1)?.sentence).toMatch(/^Three seats, one link each/)
})
