/**
 * Builds the web app when something it is made of has changed since the last build.
 * The decision: a hash over the content of its inputs, because file times say nothing after a clone or a checkout.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const built = join(root, 'apps/web/dist/index.html')
const stamp = join(root, 'node_modules/.cache/web-build')

const inputs = globSync(
  ['pnpm-lock.yaml', 'apps/web/{*,src/**,public/**}', 'packages/{agreement,draft,import,store,sync}/{package.json,src/**}'],
  {
    cwd: root,
    withFileTypes: true,
  },
)
  .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .toSorted()

const hash = createHash('sha256')
for (const path of inputs) hash.update(`\0${path.slice(root.length)}\0`).update(readFileSync(path))
const wanted = hash.digest('hex')

if (!existsSync(built) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  process.stderr.write('entente: building the web app …\n')
  const vite = spawnSync(join(root, 'apps/web/node_modules/.bin/vite'), ['build', '--logLevel', 'warn'], {
    cwd: join(root, 'apps/web'),
    stdio: ['ignore', 2, 2],
  })
  if (vite.error) throw vite.error
  if (vite.status !== 0) process.exit(vite.status ?? 1)
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true })
  writeFileSync(stamp, wanted)
}
