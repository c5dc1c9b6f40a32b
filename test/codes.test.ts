/** docs/codes.md lists every code there is, and no other. */
import { expect, test } from 'vitest'
import { read } from './sources.ts'

const [statements = '', answers = ''] = read('docs/codes.md').split('## Other answers over HTTP')
const listed = (part: string) => [...part.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code = '']) => code)

test('[house-6] every code a statement can be refused with is documented', () => {
  const known = [...read('packages/agreement/src/refusal.ts').matchAll(/readonly code: '([a-z-]+)'/g)].map(([, code = '']) => code)
  expect(known.length).toBeGreaterThan(20)
  expect(listed(statements).toSorted()).toEqual(known.toSorted())
})

test('[house-6] every code of the HTTP API is documented with its status', () => {
  const known = [...read('apps/server/src/http/problem.ts').matchAll(/^ {2}'?([a-z-]+)'?: (\d{3}),$/gm)].map(
    ([, code = '', status = '']) => `${code} ${status}`,
  )
  const told = [...answers.matchAll(/^\| `([a-z-]+)` \| (\d{3}) \|/gm)].map(([, code = '', status = '']) => `${code} ${status}`)
  expect(known.length).toBeGreaterThan(8)
  expect(told.toSorted()).toEqual(known.toSorted())
})
