/** `entente serve`: opens the store, rehearses, starts the server, and ends in good order. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { EvidenceUnavailable, SchemaTooNew, StoreFault, StoreInUse, type Store } from '@entente/store'
import { openSqliteStore } from '@entente/store/sqlite'
import { awaySince, showLife } from './alive.ts'
import { now as clock } from './cli/clock.ts'
import type { Exit, Output } from './cli/output.ts'
import { DATABASE } from './cli/stored.ts'
import { openLog } from './log.ts'
import { rehearse } from './rehearsal/rehearse.ts'
import type { Settings } from './settings.ts'
import { FOUNDER_DAYS, inviteFounder } from './sign-in/invitations.ts'
import { start } from './start.ts'

/** Runs until the process is told to end. */
export async function serve({ demo }: { readonly demo: boolean }, settings: Settings, out: Output): Promise<Exit> {
  const log = openLog(settings.logLevel)
  const store = await openStore(settings, out)
  if (store === undefined) return 1
  if (settings.rehearsal !== false) await rehearse(settings.data, log)
  const away = await awaySince(settings.data, Date.now())
  const rest = await showLife(settings.data, (error) => log({ event: 'no-sign-of-life', fault: error instanceof Error ? error.name : '' }))
  const serving = await start({ demo, settings, store, log, away }).catch(async (error: unknown) => {
    if (!(error instanceof EvidenceUnavailable)) throw error
    out.note(`ENTENTE_S3 cannot be used: ${error.message}. The server does not start without its evidence.`)
    await store.close()
    await rest()
    return undefined
  })
  if (serving === undefined) return 1
  out.say(
    demo
      ? `Entente is at ${serving.origin} with its demonstration. Data: ${settings.data}`
      : `Entente is at ${serving.origin}. Data: ${settings.data}`,
  )
  if (!demo) await inviteFirst(store, settings, serving.origin, out)
  await new Promise<void>((resolve) => {
    // Kept on: a launcher may pass a signal on twice, and the second must not cut the ending short.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve())
  })
  await serving.close()
  await rest()
  return 0
}

async function openStore(settings: Settings, out: Output): Promise<Store | undefined> {
  try {
    await mkdir(settings.data, { recursive: true })
    return openSqliteStore({ path: join(settings.data, DATABASE) })
  } catch (error) {
    if (error instanceof StoreInUse) out.note(`${settings.data} is in use by another Entente. Stop it first, or set ENTENTE_DATA.`)
    else if (error instanceof SchemaTooNew)
      out.note(`${settings.data} was written by a newer Entente (schema ${error.found}). Nothing was changed.`)
    else if (error instanceof StoreFault) out.note(`${settings.data} cannot be used: ${error.message}`)
    else if (error instanceof Error && 'code' in error) out.note(`${settings.data} cannot be made: ${error.message}`)
    else throw error
    return undefined
  }
}

/** While nobody has ever come in, each start makes a link for the first chair; it is the only way in. */
async function inviteFirst(store: Store, settings: Settings, origin: string, out: Output): Promise<void> {
  if ((await store.rooms.list()).length > 0) return
  const basePath = settings.basePath !== '' && origin.endsWith(settings.basePath) ? '' : settings.basePath
  const { url } = await inviteFounder({ store, settings: { basePath }, timestamp: clock }, origin)
  out.say(`The first chair opens this link, once, within ${FOUNDER_DAYS} days:\n  ${url}`)
}
