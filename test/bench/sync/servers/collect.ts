/** Loaded into a server before its own program: told to by SIGUSR2 it collects all garbage and says on stderr what is left. */
import { writeSync } from 'node:fs'

const STDERR = 2

process.on('SIGUSR2', () => {
  for (let time = 0; time < 3; time += 1) globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  writeSync(STDERR, `collected ${JSON.stringify(process.memoryUsage())}\n`)
})
