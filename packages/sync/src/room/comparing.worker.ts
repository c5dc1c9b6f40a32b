/** The thread that compares copies: one after the other, an answer for each. */
import { parentPort } from 'node:worker_threads'
import { compareCopy, type Copy } from './copy.ts'

parentPort?.on('message', (copy: Copy) => parentPort?.postMessage(compareCopy(copy), []))
