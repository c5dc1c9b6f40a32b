/** The bare relay: what a WebSocket server in Node costs that does nothing but pass messages on. */
import { fileURLToPath } from 'node:url'
import { plain } from '../wire/dialect.ts'
import { nameable } from './nameable.ts'
import type { Target } from './target.ts'

export const relay: Target = {
  name: 'relay',
  dialect: plain,
  keeps: false,
  leases: false,
  acknowledges: false,
  prepare: async (_, wanted) => nameable(wanted, (name) => `/${name}`),
  program: async (_, port) => ({ file: fileURLToPath(new URL('../servers/relay.ts', import.meta.url)), env: { PORT: String(port) } }),
}
