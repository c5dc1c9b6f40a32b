/**
 * The sources of the house as plain text, for the tests that hold rules over all of them.
 * TypeScript 7 has no compiler API, so imports are read with one expression; it sees `import`, `export … from`, `import()` and `import('…')` in types.
 */
import { globSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

export const root = join(import.meta.dirname, '..')

export interface Import {
  /** The file that imports, relative to the root. */
  readonly file: string
  /** The specifier as it stands, or `(computed)` where it is not a literal. */
  readonly from: string
}

export interface Manifest {
  readonly name: string
  readonly exports?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** Every package and app, as folders relative to the root. */
export function members(): readonly string[] {
  return globSync('{packages,apps}/*/package.json', { cwd: root })
    .map((path) => relative(root, join(root, path, '..')))
    .toSorted()
}

export function manifest(folder: string): Manifest {
  return JSON.parse(read(join(folder, 'package.json'))) as Manifest
}

/** The TypeScript files below a folder, relative to the root. */
export function sources(folder: string): readonly string[] {
  return globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root, exclude: (path) => /(^|\/)(node_modules|dist)$/.test(path) }).toSorted()
}

/** What only tests read: the tests, the builders for them and the suites that several packages run. */
export function isForTests(file: string): boolean {
  return /(\.(test|testing)\.tsx?|(^|\/)(testing|suite)(\.ts|\/.*))$/.test(file)
}

export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** Every import of a file; type imports count. */
export function importsOf(file: string): readonly Import[] {
  const statement = /^\s*(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*(['"])([^'"\n]+)\1/gm
  const call = /\bimport\s*\(\s*(?:(['"`])([^'"`\n]+)\1)?/g
  const text = code(file)
  return [...text.matchAll(statement), ...text.matchAll(call)].map((found) => ({ file, from: found[2] ?? '(computed)' }))
}

/** Does a relative specifier lead out of the folder? */
export function leaves(folder: string, { file, from }: Import): boolean {
  return from.startsWith('.') && relative(folder, join(file, '..', from)).split(sep)[0] === '..'
}

/** A source without its comments. */
export function code(file: string): string {
  return read(file).replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}
