/** The thread of the players: told where a server is, it plays there and answers how many changes were typed. */
import { parentPort } from 'node:worker_threads'
import { play } from './play.ts'

parentPort?.on('message', (origin: string) => {
  void play(origin).then((keys) => parentPort?.postMessage(keys, []))
})
