/**
 * A Chromium for the browser tests: found where one usually is, or installed.
 *
 * The order: CHROMIUM_PATH, the system's, Playwright's own; then Playwright's installer; then, where that cannot download
 * and we may install packages, Debian's. Whatever is chosen must start: a browser without its libraries is none.
 */
import { execFile, spawn } from 'node:child_process'
import { access, constants, glob, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { LaunchOptions } from 'playwright'

/** Where the Chromium is and, in a sentence, why it is that one. */
export interface Chromium {
  readonly path: string
  readonly because: string
}

/** What was tried in vain, in sentences. */
export interface NoChromium {
  readonly path: undefined
  readonly because: string
}

/**
 * An address at which these browsers find this computer. Unlike loopback it is nothing they trust: pages there are as on a local network, without
 * what browsers give to pages over HTTPS only (https://w3c.github.io/webappsec-secure-contexts). Of a block kept for documents (RFC 5737).
 */
export const BARE_ADDRESS = '192.0.2.55'

/** Tests run on loopback, often as root in a container, so the sandbox stays off; the rest keeps Chromium from calling anybody. */
export function launchOptions(chromium: Chromium): LaunchOptions {
  return {
    executablePath: chromium.path,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--host-resolver-rules=MAP ${BARE_ADDRESS} 127.0.0.1`,
    ],
  }
}

const playwright = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js')
const playwrightMinutes = 3
const debianMinutes = 10

/** Finds a Chromium or installs one. What it does before it answers, it says through `say`. */
export async function provideChromium(say: (text: string) => void): Promise<Chromium | NoChromium> {
  const vain: string[] = []
  for (const attempt of [named, system, playwrightsOwn, fromPlaywright, fromDebian]) {
    const found = await attempt(say)
    if (typeof found === 'string') vain.push(found)
    else if (await starts(found.path)) return found
    else vain.push(`${found.path} does not start`)
  }
  return { path: undefined, because: vain.join('; ') }
}

type Attempt = (say: (text: string) => void) => Promise<Chromium | string>

const named: Attempt = async () => {
  const path = process.env['CHROMIUM_PATH']
  return path ? { path, because: 'CHROMIUM_PATH names it' } : 'CHROMIUM_PATH is not set'
}

const system: Attempt = async () => {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const places = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  for (const path of places) if (await isExecutable(path)) return { path, because: 'it is installed on this system' }
  return 'the system has none'
}

const playwrightsOwn: Attempt = async () => {
  const path = await playwrightShell()
  return path ? { path, because: 'Playwright has installed it earlier' } : 'Playwright has installed none'
}

const fromPlaywright: Attempt = async (say) => {
  // Playwright's own variable for machines that may not download browsers.
  if (process.env['PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD']) return 'PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD forbids the download'
  say('no Chromium found; asking Playwright to download one …')
  const code = await run(process.execPath, [playwright, 'install', 'chromium-headless-shell'], playwrightMinutes)
  const path = code === 0 ? await playwrightShell() : undefined
  return path ? { path, because: 'Playwright has just installed it' } : `Playwright could not download one (${code})`
}

const fromDebian: Attempt = async (say) => {
  if (!(await isDebianLike())) return 'this system has no Debian packages'
  const root = process.getuid?.() === 0
  if (!root && (await run('sudo', ['-n', 'true'], 1)) !== 0) return "installing Debian's package needs root or sudo without a password"
  say("installing Debian's package chromium …")
  const apt = [...(root ? [] : ['sudo', '-n']), 'apt-get', '-q', '-o', 'DPkg::Lock::Timeout=300']
  const install = ['install', '-y', '--no-install-recommends', '--no-remove', 'chromium']
  for (const step of [['update'], install]) {
    const [command = 'apt-get', ...args] = [...apt, ...step]
    const code = await run(command, args, debianMinutes)
    if (code !== 0) return `apt-get ${step[0]} failed (${code})`
  }
  const found = await system(say)
  return typeof found === 'string'
    ? 'the package chromium brought no program'
    : { ...found, because: "Debian's package has just been installed" }
}

/** Playwright's headless shell where Playwright would install this version, if it is complete. */
async function playwrightShell(): Promise<string | undefined> {
  const { stdout } = await promisify(execFile)(process.execPath, [playwright, 'install', '--dry-run', 'chromium-headless-shell'])
  const folder = /Install location:\s+(.*chromium_headless_shell.*)/.exec(stdout)?.[1]?.trim()
  if (!folder || !(await exists(join(folder, 'INSTALLATION_COMPLETE')))) return undefined
  for await (const file of glob('*/{chrome-headless-shell,headless_shell}', { cwd: folder })) return join(folder, file)
  return undefined
}

async function starts(path: string): Promise<boolean> {
  return promisify(execFile)(path, ['--headless', '--no-sandbox', '--version'], { timeout: 30_000 }).then(
    () => true,
    () => false,
  )
}

async function isDebianLike(): Promise<boolean> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '')
  return /^ID(_LIKE)?=.*\bdebian\b/m.test(release)
}

async function exists(path: string, mode = constants.F_OK): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  )
}

async function isExecutable(path: string): Promise<boolean> {
  return exists(path, constants.X_OK)
}

/** Runs an installer, its output on stderr, and answers its exit code, or why there is none. */
function run(command: string, args: readonly string[], minutes: number): Promise<number | string> {
  return new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const child = spawn(command, args, { stdio: ['ignore', 2, 2], env, timeout: minutes * 60_000 })
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code, signal) => resolve(code ?? signal ?? 'no exit code'))
  })
}
