/** Reads a file away from the page, so that a long one never holds up anybody's typing. */
import { readFile } from '@entente/import'
import type { FromReader, ToReader } from './reader.ts'

const tell = (message: FromReader) => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<ToReader>) => {
  const answer = readFile(data.name, data.bytes, { accepted: data.accepted, step: (done) => tell({ is: 'step', done }) })
  tell({ is: 'answer', answer })
})
