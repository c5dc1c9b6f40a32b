/**
 * What stands between a bare clone and everything else: Node ≥ 18 and npm are enough to start it.
 *
 * 1. When anything that decides node_modules has changed, the pinned pnpm installs the frozen lockfile.
 * 2. The task's commands run on the Node of that lockfile, whatever Node started us.
 *
 * Our own words and the installer's go to stderr, so that stdout belongs to the command that was asked for.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'node_modules', '.bin')
const stamp = join(root, 'node_modules', '.installed')
const pinned = 26

/** Each task is a list of steps: what to say (or nothing), then the command. */
const server = join(root, 'apps/server/src/main.ts')
const lint = [
  ['format', 'oxfmt', '--check', '.'],
  ['lint', 'oxlint', '.'],
  ['types', 'tsc', '-b'],
  ['unused code', 'knip'],
  ['manifests', 'sherif'],
]
const test = (args) => [
  ['types', 'tsc', '-b'],
  ['', 'node', 'scripts/build-web.ts'],
  ['', 'vitest', 'run', ...args],
]
const tasks = {
  start: (args) => [
    ['', 'node', 'scripts/build-web.ts'],
    ['', 'node', server, 'serve', '--demo', ...args],
  ],
  dev: (args) => [['', 'node', 'scripts/dev.ts', ...args]],
  test,
  lint: () => lint,
  check: (args) => [...lint, ...test(args).slice(1)],
  entente: (args) => [['', 'node', server, ...args]],
  bench: (args) => [['', 'node', 'test/bench/main.ts', ...args]],
  drill: (args) => {
    // The long form of what `test` does a few times; any of it can be set otherwise.
    for (const [name, often] of Object.entries({ DRILL_KILLS: '1000', DRILL_ROUNDS: '20', DRILL_DISK: '1' })) process.env[name] ??= often
    return [['', 'vitest', 'run', 'test/drills', ...args]]
  },
  fuzz: (args) => [['', 'node', 'test/convergence/fuzz.ts', ...args]],
}

const [task, ...args] = process.argv.slice(2)
if (!Object.hasOwn(tasks, task ?? '')) fail(`usage: node scripts/run.mjs <${Object.keys(tasks).join('|')}> [arguments]`)
if (process.platform === 'win32') fail('on Windows, run Entente inside WSL.')
await install()
for (const [label, command, ...rest] of tasks[task](args)) {
  if (label) say(`${label} …`)
  // Paths given on the command line are meant from where the person stands.
  const cwd = task === 'entente' ? (process.env.INIT_CWD ?? process.cwd()) : root
  const code = await run(command === 'node' ? node() : join(bin, command), rest, { cwd })
  if (code === 0) continue
  if (label) say(`${label}: failed (${code})`)
  process.exitCode ||= code
  // A check says everything that is wrong; every other task ends where it fails.
  if (code > 128 || !['lint', 'check'].includes(task)) break
}

async function install() {
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('installing the packages of pnpm-lock.yaml; the first time takes about a minute …')
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  // Without a network npm would keep trying for over a minute before it says so.
  const patience = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=4000']
  const code = await run('npx', ['--yes', ...patience, packageManager, 'install', '--frozen-lockfile'], {
    cwd: root,
    stdio: ['inherit', 2, 2],
  }).catch((error) => {
    if (error.code === 'ENOENT') return fail('npm is missing (no npx on the PATH). Install Node 18 or newer with npm.')
    throw error
  })
  if (code === 0) writeFileSync(stamp, wanted)
  else if (code < 128)
    fail(
      `the installation failed (${code}); the reason is above. It needs the npm registry: are you online? ` +
        'Behind a proxy set HTTPS_PROXY; with a certificate authority of your own set NODE_EXTRA_CA_CERTS.',
      code,
    )
  else process.exit(code)
}

/** Changes with every file that decides what is in node_modules. */
function fingerprint() {
  const members = ['packages', 'apps'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
  const manifests = ['.', 'test', ...members].map((folder) => join(folder, 'package.json'))
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  for (const file of [...manifests.sort(), 'pnpm-lock.yaml', 'pnpm-workspace.yaml']) {
    const path = join(root, file)
    if (existsSync(path)) hash.update(`\0${file}\0`).update(readFileSync(path))
  }
  return hash.digest('hex')
}

/** The Node of the lockfile; on systems without a package of it, the one we run on if it is new enough. */
function node() {
  const own = join(bin, 'node')
  if (existsSync(own)) return own
  if (Number.parseInt(process.versions.node, 10) >= pinned) return process.execPath
  return fail(`there is no packaged Node ${pinned} for ${process.platform} ${process.arch}. Install Node ${pinned} or newer and try again.`)
}

/** Runs a command to its end and answers its exit code. Signals reach the child, also those that only kill our parent. */
function run(command, args, options) {
  const env = { ...process.env, PATH: bin + delimiter + process.env.PATH }
  // npm hands its settings to its children as npm_config_*; pnpm would take some of them for its own.
  for (const name of Object.keys(env)) if (/^npm_(?!config_(registry|cafile|(https?[-_])?proxy|noproxy)$)/i.test(name)) delete env[name]
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env, ...options })
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    const forward = (signal) => child.kill(signal)
    for (const signal of signals) process.on(signal, forward)
    // `npm start` puts a shell between npm and us that dies of SIGTERM without passing it on.
    const parent = process.ppid
    const watch = setInterval(() => process.ppid === parent || forward('SIGTERM'), 250)
    const end = (settle, value) => {
      clearInterval(watch)
      for (const signal of signals) process.off(signal, forward)
      settle(value)
    }
    child.on('error', (error) => end(reject, error))
    child.on('exit', (code, signal) => end(resolve, code ?? 128 + (constants.signals[signal] ?? 0)))
  })
}

function say(text) {
  process.stderr.write(`entente: ${text}\n`)
}

function fail(text, code = 1) {
  say(text)
  process.exit(code)
}
