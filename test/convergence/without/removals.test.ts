import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { removals } from './removals.ts'

test.each(removals)('without "$rule", $file would read otherwise', ({ file, from, to }) => {
  const source = readFileSync(join(import.meta.dirname, '../../../packages/sync/src', file), 'utf8')
  expect(source).toContain(from)
  expect(to).not.toBe(from)
})
