/**
 * The house, executable: who may import whom. There is no exemption for types, because a package is only separate
 * if it compiles without the packages above it.
 */
import { existsSync, globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { code, importsOf, isForTests, leaves, manifest, members, root, sources, type Import } from './sources.ts'

/**
 * One line for each package and app. A name allows exactly itself, `name/*` everything below it.
 * The order is the architecture: a line only names packages that stand above it.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'packages/agreement': ['zod', '@noble/hashes/*', 'canonicalize'],
  'packages/draft': ['@entente/agreement', 'yjs', 'diff', 'zod', '@tiptap/core', '@tiptap/pm/*', '@tiptap/extension-*'],
  'packages/store': ['@entente/agreement', 'aws4fetch', 'zod', 'node:*'],
  'packages/sync': [
    '@entente/agreement',
    '@entente/draft',
    '@entente/store',
    'yjs',
    'y-protocols/*',
    'lib0/*',
    'y-websocket',
    'zod',
    'node:*',
  ],
  'packages/export': [
    '@entente/agreement',
    '@entente/draft',
    'docx',
    'ical-generator',
    '@myriaddreamin/typst-ts-node-compiler',
    '@expo-google-fonts/*',
    'write-excel-file/*',
    'node:*',
  ],
  'packages/import': ['@entente/agreement', '@entente/draft', 'fflate', 'marked', 'parse5', 'saxes'],
  'apps/server': [
    '@entente/agreement',
    '@entente/draft',
    '@entente/store',
    '@entente/store/evidence/*',
    '@entente/store/memory',
    '@entente/store/sqlite',
    '@entente/sync/frames',
    '@entente/sync/server',
    '@entente/export',
    'hono',
    'hono/*',
    'nodemailer',
    '@hono/node-server',
    '@hono/node-server/*',
    '@hono/zod-openapi',
    '@simplewebauthn/server',
    'openid-client',
    'pino',
    'ws',
    'yjs',
    'zod',
    'node:*',
  ],
  'apps/web': [
    '@entente/agreement',
    '@entente/draft',
    '@entente/draft/schema',
    '@entente/sync/client',
    '@entente/import',
    'react',
    'react/*',
    'react-dom',
    'react-dom/*',
    'idb-keyval',
    'wouter',
    'wouter/*',
    '@tiptap/core',
    '@tiptap/pm/*',
    '@tiptap/extension-*',
    '@tiptap/y-tiptap',
    'yjs',
    'y-protocols/*',
    'zod',
    '@fontsource-variable/*',
    '@noble/hashes/*',
  ],
}

/** What runs in a browser: everything reachable from here. */
const browserEntries = [
  'packages/agreement/src/index.ts',
  'packages/draft/src/index.ts',
  'packages/import/src/index.ts',
  'packages/sync/src/client.ts',
]

test('[house-1] every package and app has a line in the table', () => {
  expect(Object.keys(mayImport).toSorted()).toEqual(members())
})

describe.each(Object.entries(mayImport))('%s', (folder, allowed) => {
  const imports = sources(`${folder}/src`).flatMap((file) => importsOf(file).map((found) => ({ ...found, tests: isForTests(file) })))

  test('[house-1] imports only what its line allows; type imports count', () => {
    const strangers = imports.filter(({ from, tests }) => !tests && !from.startsWith('.') && !allows(allowed, from))
    expect(strangers).toEqual([])
  })

  test('[house-1] lets its tests look down, never up', () => {
    const below = [folderOf(manifest(folder).name), ...allowed.filter(isOurs).map((name) => folderOf(name))]
    const upwards = imports.filter(({ from, tests }) => tests && isOurs(from) && !below.includes(folderOf(from)))
    expect(upwards).toEqual([])
  })

  test('[house-2] does not reach into another package by a relative path', () => {
    expect(imports.filter((found) => leaves(folder, found))).toEqual([])
  })

  test('[house-1] depends in its manifest on no package of ours that its line does not allow', () => {
    const below = allowed.filter(isOurs).map((name) => folderOf(name))
    expect(Object.keys(manifest(folder).dependencies ?? {}).filter((name) => isOurs(name) && !below.includes(folderOf(name)))).toEqual([])
  })

  test('[house-1] names in its line only packages of ours that stand above it', () => {
    const order = Object.keys(mayImport)
    expect(allowed.filter((name) => isOurs(name) && order.indexOf(folderOf(name)) >= order.indexOf(folder))).toEqual([])
  })
})

test('[house-3] what a browser loads never imports Node', () => {
  const reached = reachable([...browserEntries, ...sources('apps/web/src').filter((file) => !isForTests(file))])
  expect(reached).toEqual(expect.arrayContaining(browserEntries))
  expect(reached.flatMap((file) => importsOf(file)).filter(({ from }) => from.startsWith('node:'))).toEqual([])
})

test('[house-3] what a browser loads contains no server end and no store', () => {
  const reached = reachable([...browserEntries, ...sources('apps/web/src').filter((file) => !isForTests(file))])
  expect(
    reached.filter((file) => /^(apps\/server|packages\/export|packages\/sync\/src\/server\.ts|packages\/store\/src\/sqlite)/.test(file)),
  ).toEqual([])
})

test('[origin-2] what browsers give only to pages over HTTPS is asked for only where there is another way', () => {
  const reached = reachable([...browserEntries, ...sources('apps/web/src').filter((file) => !isForTests(file))])
  const asks = /\bcrypto\.(subtle|randomUUID)\b|\bnavigator\.(clipboard|credentials|serviceWorker|locks|storage|share)\b/
  expect(reached.filter((file) => asks.test(code(file))).toSorted()).toEqual([
    'apps/web/src/design/copy.ts',
    'apps/web/src/sign-in/passkey.ts',
    'packages/sync/src/connection/seal.ts',
  ])
})

test('[house-4] no folder or file is named after leftovers', () => {
  const everything = globSync(['{packages,apps}/*/{src,test}/**', 'test/**', 'scripts/**'], {
    cwd: root,
    exclude: (path) => basename(path) === 'node_modules',
  })
  expect(everything.length).toBeGreaterThan(10)
  expect(everything.filter((path) => /(^|\/)(utils?|helpers?|commons?|types|shared|misc)(\.\w+)*$/i.test(path))).toEqual([])
})

test('the reader of imports sees every way to import', () => {
  const seen = importsOf('test/architecture.test.ts').map(({ from }) => from)
  expect(seen).toEqual(['node:fs', 'node:path', 'vitest', './sources.ts'])
})

function allows(allowed: readonly string[], from: string): boolean {
  return allowed.some((name) => (name.endsWith('*') ? from.startsWith(name.slice(0, -1)) : from === name))
}

function isOurs(name: string): boolean {
  return name.startsWith('@entente/')
}

/** The folder of one of our packages by a name such as `@entente/sync/client`. */
function folderOf(name: string): string {
  const short = name.split('/')[1] ?? ''
  return members().find((folder) => basename(folder) === short) ?? `(no package ${name})`
}

/** The files reached from the given ones through our own packages, following relative paths and `exports`. */
function reachable(from: readonly string[]): readonly string[] {
  const found = new Set<string>()
  const waiting = [...from]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file) || !/\.tsx?$/.test(file)) continue
    found.add(file)
    waiting.push(...importsOf(file).flatMap(resolve))
  }
  return [...found]
}

/** A file of ours that an import names; nothing for other people's packages. */
function resolve({ file, from }: Import): readonly string[] {
  if (from.startsWith('.')) return [join(file, '..', from)].filter((path) => existsSync(join(root, path)))
  if (!isOurs(from)) return []
  const folder = folderOf(from)
  const path = manifest(folder).exports?.[`.${from.slice(manifest(folder).name.length)}`]
  if (!path) throw new Error(`${file} imports ${from}, which ${folder} does not export`)
  return [join(folder, path)]
}
