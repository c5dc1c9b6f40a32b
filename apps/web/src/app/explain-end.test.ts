import { CLOSE, type CloseReason } from '@entente/sync/client'
import { expect, test } from 'vitest'
import { explainEnd, type EndReason } from './explain-end.ts'

const reasons: readonly EndReason[] = [...(Object.keys(CLOSE) as CloseReason[]), 'closed', 'chain-broken']

test.each(reasons)('[refusal-3] an ended connection says why: %s', (reason) => {
  const { title, what } = explainEnd(reason)
  expect(title).toMatch(/^[A-Z][^.]*$/)
  expect(what).toMatch(/^[A-Z].*\.$/)
})

test('[refusal-3] a record that does not verify is told to everybody', () => {
  expect(explainEnd('chain-broken').what).toContain('Tell the other delegations')
})
