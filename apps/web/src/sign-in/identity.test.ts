import { NegotiationId, SeatId } from '@entente/agreement'
import { expect, test } from 'vitest'
import { openAs, seatAsked } from './identity.ts'

test('[seat-1] the wish for a demonstration seat travels in the fragment, which no server sees', () => {
  const address = openAs(NegotiationId.parse('vesna-valley'), SeatId.parse('u-kes1'))
  expect(address).toBe('/n/vesna-valley#as=u-kes1')
  expect(seatAsked(address.slice(address.indexOf('#')))).toBe('u-kes1')
})

test('an address of a clause asks for no seat', () => {
  expect(seatAsked('#clause-5')).toBeUndefined()
  expect(seatAsked('')).toBeUndefined()
})
