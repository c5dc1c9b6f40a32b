/**
 * Development: the server restarts when its sources change, Vite serves the web app and passes API and sockets on to it.
 * Both end together: without the other, neither is of use. The address to open is Vite's.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const port = Number(process.env['PORT'] ?? 4747)
const behind = String(port + 1)

const children = [
  spawn(process.execPath, ['--watch', '--watch-preserve-output', 'apps/server/src/main.ts', 'serve', '--demo', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PORT: behind, ENTENTE_REHEARSAL: '0' },
  }),
  spawn(join(root, 'apps/web/node_modules/.bin/vite'), ['--port', String(port), '--strictPort'], {
    cwd: join(root, 'apps/web'),
    stdio: 'inherit',
    env: { ...process.env, ENTENTE_SERVER: `http://127.0.0.1:${behind}` },
  }),
]

const end = () => {
  for (const child of children) child.kill('SIGTERM')
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
for (const child of children)
  child.on('exit', (code) => {
    process.exitCode ||= code ?? 0
    end()
  })
