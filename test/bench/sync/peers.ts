/**
 * The peers' own packages: installed from their lockfiles when a bench first needs them, beside everything else that can be deleted.
 *
 * They are no members of the workspace, so what they depend on never mixes with what we ship.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Peer = 'hocuspocus' | 'y-websocket'

/** Everything the bench leaves on disk, apart from its results. On the disk of the project, because the disk is part of what is measured. */
export const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/bench', import.meta.url))

/** The folder in which the peer is installed. Throws when npm cannot install it. */
export async function installed(peer: Peer): Promise<string> {
  const source = fileURLToPath(new URL(`../peers/${peer}`, import.meta.url))
  const folder = join(CACHE, `${peer}-${fingerprint(source)}`)
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.${process.pid}.part`
  mkdirSync(unfinished, { recursive: true })
  cpSync(source, unfinished, { recursive: true })
  process.stderr.write(`bench: installing ${peer} …\n`)
  // Native parts come prebuilt inside the packages; no script needs to run.
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: unfinished,
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) {
    rmSync(unfinished, { recursive: true, force: true })
    throw new Error(`npm could not install ${peer}; the reason is above`)
  }
  renameSync(unfinished, folder)
  return folder
}

function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).toSorted()) hash.update(`${name}\0`).update(readFileSync(join(folder, name)))
  return hash.digest('hex').slice(0, 12)
}
