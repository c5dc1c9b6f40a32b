/** The web app's files, as vite built them. Every other address below the base path is a page of the app. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

/** Files with a hash in their name never change. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/** `root` is the folder of the built app; `basePath` where it hangs below the origin. */
export function pages(root: string, basePath: string) {
  const index = readFileSync(join(root, 'index.html'), 'utf8')
    .replace('content="/"', `content="${basePath}/"`)
    .replaceAll('="/assets/', `="${basePath}/assets/`)
    .replaceAll('="/icon.svg"', `="${basePath}/icon.svg"`)
  const below = (path: string) => path.slice(basePath.length)
  const file = { root, rewriteRequestPath: below }
  return new Hono()
    .use('/assets/*', serveStatic({ ...file, onFound: (_, c) => c.header('cache-control', FOR_EVER) }))
    .use('/icon.svg', serveStatic(file))
    .get('*', (c) => {
      if (notPages.some((start) => below(c.req.path).startsWith(start))) return c.notFound()
      c.header('cache-control', 'no-cache')
      return c.html(index)
    })
}

const notPages = ['/assets/', '/api/', '/sync/']
