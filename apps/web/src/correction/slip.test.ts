import { expect, test } from 'vitest'
import { quoteMeant, slipOf } from './slip.ts'

const bare = 'The parties shall withdraw.\nThe partys shall verify.'

test('[correction-view-1] words typed in are found where they stand exactly once', () => {
  expect(slipOf('partys', bare)).toMatchObject({ exact: 'partys', offset: bare.indexOf('partys') })
  expect(slipOf('shall', bare)).toBeUndefined()
  expect(slipOf('sensors', bare)).toBeUndefined()
  expect(slipOf('', bare)).toBeUndefined()
})

test('[correction-view-1] words selected are meant where they were selected, until others are typed', () => {
  const second = { exact: 'shall', prefix: 'The partys ', suffix: ' verify.', offset: bare.lastIndexOf('shall') }
  expect(quoteMeant('shall', second, bare)).toBe(second)
  expect(quoteMeant('partys', second, bare)).toMatchObject({ exact: 'partys' })
})
