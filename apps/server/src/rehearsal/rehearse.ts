/**
 * Before the doors open the server rehearses: at a demonstration of its own, in a folder of its own that it throws away, people come in,
 * type and come back.
 *
 * The engine translates into machine code what it has seen run often. Without a rehearsal it does so while hundreds come in at once after a
 * restart, which is when a server has least time for it (docs/decisions/0015). It is played more than once, because code that has seen one
 * server and one room only is translated for these, and again for the next.
 */
import { mkdir, rm } from 'node:fs/promises'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '@entente/store/sqlite'
import { limits } from '@entente/sync/frames'
import { openLog, type Log } from '../log.ts'
import { start } from '../start.ts'
import { openTroupe, type Troupe } from './troupe.ts'

const PERFORMANCES = 3
/** After so many milliseconds no new performance begins: on a slow computer people had better find an open door. */
const LONGEST = 2_500
/** The players are few and type faster than people do. */
const LIMITS = {
  frameBurst: limits.frameBurst * 100,
  syncBurst: limits.syncBurst * 100,
  leaseBurst: limits.leaseBurst * 100,
}

/** The folder it is played in, beside the data. What a rehearsal leaves there that was cut short, the next one throws away. */
const STAGE = 'rehearsal'

/**
 * Rehearses in a folder that nobody else has a hand in, and logs how much was played. When it fails the server is slower at first and
 * nothing else, so that is logged as well.
 */
export async function rehearse(folder: string, log: Log): Promise<void> {
  const begun = performance.now()
  const troupe = openTroupe()
  // Writing lines is rehearsed as well.
  const unheard = openLog('info', devNull)
  let keys = 0
  try {
    for (let played = 0; played < PERFORMANCES && performance.now() - begun < LONGEST; played += 1)
      keys += await perform(join(folder, STAGE), troupe, unheard)
    log({ event: 'rehearsed', keys, ms: Math.round(performance.now() - begun) })
  } catch (error) {
    log({ event: 'rehearsal-failed', fault: error instanceof Error ? error.name : '' })
  } finally {
    await troupe.leave()
  }
}

async function perform(data: string, troupe: Troupe, log: Log): Promise<number> {
  await rm(data, { recursive: true, force: true })
  await mkdir(data, { mode: 0o700 })
  try {
    const serving = await start({
      demo: true,
      settings: { port: 0, host: '127.0.0.1', data, origins: [], basePath: '', logLevel: 'silent', secureCookie: false },
      store: openSqliteStore({ path: join(data, 'entente.db') }),
      log,
      web: undefined,
      limits: LIMITS,
    })
    try {
      return await troupe.play(serving.origin)
    } finally {
      await serving.close()
    }
  } finally {
    await rm(data, { recursive: true, force: true })
  }
}
