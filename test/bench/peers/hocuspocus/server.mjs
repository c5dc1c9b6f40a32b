/** Hocuspocus with SQLite; everything that is not set here is its default. */
import { join } from 'node:path'
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

const { PORT, DATA, FLUSH_DELAY } = process.env

const server = new Server({
  port: Number(PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database: join(DATA, 'hocuspocus.sqlite') })],
  ...(FLUSH_DELAY && { flushDelay: Number(FLUSH_DELAY) }),
})

await server.listen()
