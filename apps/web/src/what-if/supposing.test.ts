import { ClauseId, PartyId, pathTo } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { asSupposed, nothingSupposed, supposedFor, supposing, supposingAll, turns } from './supposing.ts'

const c = (id: string) => ClauseId.parse(id)
const p = (id: string) => PartyId.parse(id)

function talks() {
  const table = negotiation('KES ORL', { two: 'Two.', seven: 'Seven.' })
  table.as('KES').acceptsIf('two', 'seven')
  table.as('ORL').accepts('two')
  table.as('KES').accepts('seven')
  table.as('ORL').objects('seven')
  return table
}

test('[what-if-1] statuses and path follow from what is supposed, and the record is untouched', () => {
  const table = talks()
  const real = { negotiation: table.negotiation, readings: table.readings(), assessment: table.assessment() }
  const would = asSupposed(real, supposing(nothingSupposed, c('seven'), p('ORL'), { stance: 'accepts' }), table.now())
  expect(turns(real.assessment, would.assessment)).toEqual({ gained: ['two', 'seven'], lost: [] })
  expect(pathTo(would.negotiation, would.readings, would.assessment, 'all').steps).toEqual([])
  expect(table.assessment()).toEqual(real.assessment)
  expect(table.negotiation).toBe(real.negotiation)
})

test('[what-if-1] what is taken back stands as on record, and a position can be supposed away from agreement', () => {
  const table = talks()
  table.as('ORL').accepts('seven')
  const real = { negotiation: table.negotiation, readings: table.readings(), assessment: table.assessment() }
  const against = supposing(nothingSupposed, c('seven'), p('KES'), { stance: 'reserves' })
  expect(turns(real.assessment, asSupposed(real, against, table.now()).assessment)).toEqual({ gained: [], lost: ['two', 'seven'] })
  const back = supposing(against, c('seven'), p('KES'), undefined)
  expect(supposedFor(back, c('seven'), p('KES'))).toBeUndefined()
  expect(asSupposed(real, back, table.now()).assessment.agreed).toEqual(real.assessment.agreed)
})

test('[what-if-2] brackets are closed on trial only when that is supposed', () => {
  const table = talks()
  table.as('ORL').accepts('seven')
  table.bracket('seven', 1)
  const real = { negotiation: table.negotiation, readings: table.readings(), assessment: table.assessment() }
  expect(asSupposed(real, nothingSupposed, table.now()).assessment.agreed.size).toBe(0)
  expect(asSupposed(real, supposingAll([], true), table.now()).assessment.agreed.size).toBe(2)
})
