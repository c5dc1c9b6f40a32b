/** Every update that ever got the better of the gate, or of an earlier form of it, is kept and tried again. */
import { shape } from '@entente/draft'
import { gateLimits, inspect, type UpdateFormat } from '@entente/sync/gate'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

type Case = {
  readonly found: string
  /** What the server has, and the update, as base64. */
  readonly state: string
  readonly update: string
  /** Version 1 unless said otherwise. */
  readonly format?: UpdateFormat
  readonly expect: { readonly code: string } | { readonly deleted: number }
}

const folder = join(import.meta.dirname, '../corpus/gate')
const cases = readdirSync(folder).map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as Case] as const)

test.each(cases)('[gate-1] once is enough: %s', (_, { state, update, format = 'v1', expect: wanted }) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(state, 'base64'))
  for (const root of doc.share.keys()) doc.getXmlFragment(root)
  const outcome = inspect(doc, Buffer.from(update, 'base64'), { shape, limits: gateLimits, format })
  const answer =
    outcome.kind === 'refusal'
      ? { code: outcome.code }
      : { deleted: [...outcome.touches.values()].reduce((sum, touch) => sum + touch.deleted, 0) }
  expect(answer).toEqual(wanted)
})
