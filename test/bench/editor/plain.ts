/** Plain Tiptap over one fragment, built with Vite, and a relay that hands updates on. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { writeText } from '@entente/draft'
import { build } from 'vite'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'
import type { EditorTarget } from './target.ts'
import { clauseText, type Size } from './text.ts'

const mediaTypes: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

export async function plainTiptap(size: Size): Promise<EditorTarget> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-bench-'))
  await build({
    root: join(import.meta.dirname, 'plain-page'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'es2024' },
  })
  const shared = new Y.Doc()
  writeText(shared.getXmlFragment('text'), Array.from({ length: size.clauses }, (_, index) => clauseText(index, size)).flat())
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    const name = path === '/' ? 'index.html' : path.slice(1)
    if (name.includes('..')) return void response.writeHead(404).end()
    readFile(join(folder, name)).then(
      (content) => response.writeHead(200, { 'content-type': mediaTypes[extname(name)] ?? 'application/octet-stream' }).end(content),
      () => response.writeHead(404).end(),
    )
  })
  const relay = new WebSocketServer({ server })
  relay.on('connection', (socket) => {
    socket.send(Y.encodeStateAsUpdate(shared))
    socket.on('message', (data) => {
      if (data instanceof Buffer) Y.applyUpdate(shared, new Uint8Array(data), socket)
    })
  })
  shared.on('update', (update: Uint8Array, origin: unknown) => {
    for (const socket of relay.clients) if (socket !== origin) socket.send(update)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  /** Everybody else has a document of their own, as people have. */
  const others = Array.from({ length: size.others }, () => {
    const own = new Y.Doc()
    Y.applyUpdate(own, Y.encodeStateAsUpdate(shared))
    own.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'wire') Y.applyUpdate(shared, update, own)
    })
    shared.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== own) Y.applyUpdate(own, update, 'wire')
    })
    return own
  })
  const wordsOf = (own: Y.Doc, paragraph: number) => {
    const element = own.getXmlFragment('text').get(paragraph)
    const words = element instanceof Y.XmlElement ? element.get(0) : undefined
    if (!(words instanceof Y.XmlText)) throw new Error(`Paragraph ${paragraph} has no words`)
    return words
  }
  return {
    name: 'plain-tiptap',
    async open(page) {
      await page.goto(`http://127.0.0.1:${port}/`)
      await page.locator('body[data-mounted]').waitFor()
      await page
        .locator('.ProseMirror > p')
        .nth(size.clauses - 1)
        .waitFor({ state: 'attached' })
    },
    async enter(page) {
      await page
        .locator('.ProseMirror > p')
        .nth(Math.floor(size.clauses / 2))
        .click()
    },
    otherTypes(other) {
      const own = others[other % others.length]
      if (own !== undefined) wordsOf(own, other % size.clauses).insert(0, 'x')
    },
    async close() {
      for (const socket of relay.clients) socket.terminate()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
