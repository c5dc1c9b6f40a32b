/** @y/websocket-server with LevelDB, started as its README says. */
import { join } from 'node:path'
import { installed } from '../peers.ts'
import { plain } from '../wire/dialect.ts'
import { nameable } from './nameable.ts'
import type { Target } from './target.ts'

export const yWebsocket: Target = {
  name: 'y-websocket',
  dialect: plain,
  keeps: true,
  leases: false,
  acknowledges: false,
  prepare: async (_, wanted) => nameable(wanted, (name) => `/${name}`),
  program: async (folder, port) => ({
    file: join(await installed('y-websocket'), 'node_modules/@y/websocket-server/src/server.js'),
    env: { PORT: String(port), HOST: '127.0.0.1', YPERSISTENCE: join(folder, 'level') },
  }),
}
