/** Hocuspocus with its SQLite extension: as it comes, and with a window of 16 ms before it sends. */
import { join } from 'node:path'
import { installed } from '../peers.ts'
import type { TargetName } from '../plan.ts'
import { named } from '../wire/dialect.ts'
import { nameable } from './nameable.ts'
import type { Target } from './target.ts'

export const hocuspocus = target('hocuspocus', {})
export const hocuspocus16ms = target('hocuspocus-16ms', { FLUSH_DELAY: '16' })

function target(name: TargetName, settings: Readonly<Record<string, string>>): Target {
  return {
    name,
    dialect: named,
    keeps: true,
    leases: false,
    acknowledges: true,
    prepare: async (_, wanted) => nameable(wanted, () => '/'),
    program: async (folder, port) => ({
      file: join(await installed('hocuspocus'), 'server.mjs'),
      env: { PORT: String(port), DATA: folder, ...settings },
    }),
  }
}
