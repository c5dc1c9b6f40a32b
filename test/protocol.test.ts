/** docs/protocol.md says what the code does: its tables are held against the code, so that neither changes alone. */
import { commands, Fact, powersNeeded, type Row } from '@entente/agreement'
import { SCHEMA_VERSION, shape } from '@entente/draft'
import { CLOSE, limits, PROTOCOL_VERSION, retryable, ServerMessage } from '@entente/sync/frames'
import { gateLimits, gateQuota } from '@entente/sync/gate'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { read } from './sources.ts'

const document = read('docs/protocol.md')

/** The rows of the table under a header that begins with these cells, without the back quotes of code. */
function table(...header: readonly string[]): readonly (readonly string[])[] {
  const lines = document.split('\n')
  const start = lines.findIndex((line) => line.startsWith(`| ${header.join(' | ')} |`))
  expect(start, `a table with ${header.join(', ')}`).toBeGreaterThan(-1)
  const end = lines.findIndex((line, at) => at > start && !line.startsWith('|'))
  return lines.slice(start + 2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  )
}

/** Every table of that kind, because limits stand in several. */
function numbers(): Readonly<Record<string, number>> {
  const rows = document.matchAll(/^\| `(\w+)` \| (\d+) \|/gm)
  return Object.fromEntries(Array.from(rows, ([, name = '', number]) => [name, Number(number)]))
}

/** The names of an object's fields as the document writes them: `name`, or `name?` where it may be absent. */
function fieldsOf(schema: z.ZodType, without: readonly string[] = []): readonly string[] {
  if (!(schema instanceof z.ZodObject)) throw new TypeError('Not an object')
  return Object.entries(schema.shape)
    .filter(([name]) => !without.includes(name))
    .map(([name, field]) => ((field as z.ZodType).safeParse(undefined).success ? `${name}?` : name))
}

const listed = (cell = '') => (cell === '' ? [] : cell.split(', '))

test('[protocol-3] the document is about this version', () => {
  expect(document).toContain(`Version ${PROTOCOL_VERSION} of the protocol, version ${SCHEMA_VERSION} of the schema.`)
  expect(table('parameter').filter(([name]) => name === 'protocol' || name === 'schema')).toEqual([
    ['protocol', 'required', String(PROTOCOL_VERSION)],
    ['schema', 'required', String(SCHEMA_VERSION)],
  ])
})

test('[protocol-3] the close codes of the document are those of the code', () => {
  const rows = table('code', 'reason')
  expect(Object.fromEntries(rows.map(([code, reason = '']) => [reason, Number(code)]))).toEqual(CLOSE)
  expect(rows.map(([code]) => Number(code))).toEqual(Object.values(CLOSE).toSorted((one, other) => one - other))
  // What a client does agrees with what the code says may simply be tried again.
  const again = rows.filter(([, , , does = '']) => does.startsWith('connect again')).map(([, reason]) => reason)
  expect(again).toEqual(rows.filter(([code, reason]) => retryable(Number(code)) && reason !== 'too-large').map(([, reason]) => reason))
})

test('[protocol-3] the limits of the document are those of the code', () => {
  expect(numbers()).toEqual({ ...limits, ...gateLimits, ...gateQuota })
})

test('[protocol-3] the codes of a refused update are those of the code', () => {
  const [, union = ''] = /export type GateCode =([\s\S]*?)\n\n/.exec(read('packages/sync/src/gate/refusal.ts')) ?? []
  const codes = Array.from(union.matchAll(/^ {2}\| '([\w-]+)'/gm), ([, code]) => code)
  expect(codes.length).toBeGreaterThan(10)
  expect(table('code', 'what was wrong').map(([code]) => code)).toEqual(codes)
})

test('[protocol-3] the codes of a refused command are those of the code, with their fields', () => {
  const union = read('packages/agreement/src/refusal.ts')
  const codes = Array.from(union.matchAll(/\| \{ readonly code: '([\w-]+)'(.*) \}$/gm), ([, code, rest = '']) => ({
    code,
    fields: Array.from(rest.matchAll(/readonly (\w+):/g), ([, field]) => field),
  }))
  const [, list = ''] = /^Codes of a refusal: ([\s\S]*?)\. Besides/m.exec(document) ?? []
  const stated = Array.from(list.matchAll(/`([\w-]+)`(?: \(([^)]*)\))?/g), ([, code, fields = '']) => ({
    code,
    fields: listed(fields.replaceAll('`', '')),
  }))
  expect(codes.length).toBeGreaterThan(20)
  expect(stated).toEqual(codes)
})

test('[protocol-3] the commands of the document are those of the code, with their fields', () => {
  const rows = table('command').map(([name, power, fields]) => ({ name, power, fields: listed(fields).toSorted() }))
  expect(rows).toEqual(
    Object.values(commands).map(({ name, rights, input }) => ({
      name,
      power: needed(rights),
      // `drafting.set` has three forms, and in each of them something may be left out.
      fields: (name === 'drafting.set' ? ['clause?', 'section?', 'drafting?', 'holder?'] : fieldsOf(input)).toSorted(),
    })),
  )
})

/** The power, and the rooms when it is not only the table: `comment (table, caucus, group)`. */
function needed(row: Row): string {
  const kinds = (['table', 'caucus', 'group'] as const).filter((kind) => row[kind] !== undefined)
  const powers = new Set(kinds.map((kind) => powersNeeded(row[kind] ?? 'a-seat').join(' or ') || 'a-seat'))
  expect(powers.size, 'a command needs the same power in every room').toBe(1)
  return kinds.length === 1 && kinds[0] === 'table' ? [...powers].join('') : `${[...powers].join('')} (${kinds.join(', ')})`
}

test('[protocol-3] the messages of the document are those of the code, with their fields', () => {
  const rows = Object.fromEntries(table('kind', 'fields').map(([kind = '', fields]) => [kind, listed(fields)]))
  const kinds = ServerMessage.options.map((message) => {
    if (message instanceof z.ZodObject) return [message.shape.kind.value, fieldsOf(message, ['kind'])]
    // An answer is a yes or a no; what stands in one of them only may be absent.
    const [yes = [], no = []] = message.options.map((option) => fieldsOf(option, ['kind']))
    return [
      'answer',
      [...yes, ...no.filter((name) => !yes.includes(name))].map((name) => (yes.includes(name) && no.includes(name) ? name : `${name}?`)),
    ]
  })
  expect(rows).toEqual(Object.fromEntries(kinds))
})

test('[protocol-3] the facts of the document are those of the code, with their fields', () => {
  const facts = Object.fromEntries(
    Array.from(
      document.slice(document.indexOf('Facts, with their fields')).matchAll(/^\| `([\w-]+)` \| (?:(.*) )?\|$/gm),
      ([, kind = '', fields = '']) => [kind, listed(fields)],
    ),
  )
  for (const fact of Fact.options)
    expect([fact.shape.kind.value, facts[fact.shape.kind.value]]).toEqual([fact.shape.kind.value, fieldsOf(fact, ['kind'])])
})

test('[protocol-3] the elements and marks of the document are those of the schema', () => {
  const elements = new Map(table('element').map(([name, children]) => [name === '(root)' ? 'doc' : name, new Set(listed(children))]))
  expect(elements).toEqual(shape.children)
  expect(table('mark').map(([mark]) => mark)).toEqual([...shape.marks.keys()])
})
