import { ClauseId, cutText, SeatId, Timestamp } from '@entente/agreement'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { historianOf, VERSION_LENGTH, VERSION_PAUSE, type Written } from './history.ts'
import { addEnding, keepBeginning } from './ends.ts'
import { plainText } from './plain.ts'
import { readText } from './read.ts'
import { rewriteText } from './rewrite.ts'
import { rootName, type Root } from './root.ts'
import { doc as textOf, li, ol, p } from './testing.ts'
import { elementsOf, writeText } from './write.ts'

const ANNA = SeatId.parse('u-anna')
const BORIS = SeatId.parse('u-boris')
const root: Root = { kind: 'clause', clause: ClauseId.parse('1') }

/** A text that people edit one after the other, each with a clientID of their own, and what the store has of it. */
function talks() {
  const shared = new Y.Doc()
  const written: Written[] = []
  let now = Date.parse('2026-03-01T10:00:00Z')
  const clients = new Map<string, number>([
    ['server', 1],
    [ANNA, 2],
    [BORIS, 3],
  ])
  const edit = (by: SeatId | 'server', how: (fragment: Y.XmlFragment) => void, name = 'clause/1') => {
    const own = new Y.Doc()
    Y.applyUpdate(own, Y.encodeStateAsUpdate(shared))
    own.clientID = clients.get(by) ?? 9
    const before = Y.encodeStateVector(own)
    how(own.getXmlFragment(name))
    const bytes = Y.encodeStateAsUpdate(own, before)
    Y.applyUpdate(shared, bytes)
    written.push({ seq: written.length + 1, at: Timestamp.parse(new Date(now).toISOString()), by, bytes })
    now += 1_000
  }
  const words = (fragment: Y.XmlFragment): Y.XmlText => {
    const first = fragment.get(0)
    const text = first instanceof Y.XmlElement ? first.get(0) : undefined
    if (!(text instanceof Y.XmlText)) throw new Error('no words')
    return text
  }
  return {
    written,
    edit,
    type: (by: SeatId, at: number, text: string) => edit(by, (fragment) => words(fragment).insert(at, text)),
    pause: (length = VERSION_PAUSE + 1) => void (now += length),
    versions: () => {
      const historian = historianOf(root)
      historian.play(written)
      return historian.versions()
    },
  }
}

const told = (versions: ReturnType<ReturnType<typeof talks>['versions']>) => versions.map(({ by, text }) => [by.join(' '), plainText(text)])
const writers = (version: { writers: readonly (readonly { client: number; text: string }[])[] } | undefined) =>
  version?.writers.map((paragraph) => paragraph.map(({ client, text }) => `${client}:${text}`))

describe('versions', () => {
  test('[history-1] a version is what stood when people paused, with everybody who changed the words meanwhile', () => {
    const table = talks()
    table.edit('server', (fragment) => writeText(fragment, textOf(p('Ports open.'))))
    table.pause()
    for (const [index, letter] of Array.from('now ').entries()) table.type(ANNA, 6 + index, letter)
    table.type(BORIS, 0, 'All ')
    table.pause()
    table.type(BORIS, 4, 'the ')
    expect(told(table.versions())).toEqual([
      ['server', 'Ports open.'],
      ['u-anna u-boris', 'All Ports now open.'],
      ['u-boris', 'All the Ports now open.'],
    ])
  })

  test('[history-1] whoever types on without a pause still leaves versions behind', () => {
    const table = talks()
    table.edit('server', (fragment) => writeText(fragment, textOf(p(''))))
    for (let minute = 0; minute < 25; minute += 1) {
      table.type(ANNA, 0, 'x')
      table.pause(60_000)
    }
    expect(table.versions().length).toBeGreaterThanOrEqual(Math.floor((25 * 60_000) / (VERSION_LENGTH + 61_000)))
    expect(plainText(table.versions().at(-1)?.text ?? [])).toBe('x'.repeat(25))
  })

  test('[history-1] edits of other clauses, and edits undone before a pause, leave no version', () => {
    const table = talks()
    table.edit('server', (fragment) => writeText(fragment, textOf(p('Ports open.'))))
    table.pause()
    table.edit(ANNA, (fragment) => writeText(fragment, textOf(p('Elsewhere'))), 'clause/2')
    table.type(ANNA, 0, 'x')
    table.edit(ANNA, (fragment) => rewriteText(fragment, textOf(p('Ports open.'))))
    expect(told(table.versions())).toEqual([['server', 'Ports open.']])
  })

  test('[history-1] a history played in portions is the same as one played at once', () => {
    const table = talks()
    table.edit('server', (fragment) => writeText(fragment, textOf(p('Ports open.'))))
    for (const letter of 'again') table.type(ANNA, 0, letter)
    const historian = historianOf(root)
    for (const update of table.written) historian.play([update])
    expect(historian.versions()).toEqual(table.versions())
  })
})

describe('who wrote', () => {
  test('[history-2] every word is attributed to the clientID it was typed under, in lists too', () => {
    const table = talks()
    table.edit('server', (fragment) => writeText(fragment, textOf(p('Ports open.'))))
    table.type(ANNA, 5, ' soon')
    table.edit(BORIS, (fragment) => fragment.insert(1, []))
    table.edit(BORIS, (fragment) => rewriteText(fragment, textOf(p('Ports soon open.'), ol(li(p('North;'))))))
    expect(writers(table.versions().at(-1))).toEqual([['1:Ports', '2: soon', '1: open.'], ['3:North;']])
  })

  test('[history-2] words that somebody restores stay those of who wrote them', () => {
    const table = talks()
    table.edit('server', (fragment) => writeText(fragment, textOf(p('Ports open.'))))
    table.type(ANNA, 5, ' soon')
    table.pause()
    table.edit(BORIS, (fragment) => rewriteText(fragment, textOf(p('Ports close.'))))
    table.pause()
    table.edit(BORIS, (fragment) => rewriteText(fragment, textOf(p('Ports soon open.'))))
    const versions = table.versions()
    expect(told(versions).map(([, text]) => text)).toEqual(['Ports soon open.', 'Ports close.', 'Ports soon open.'])
    expect(versions.at(-1)?.by).toEqual([BORIS])
    expect(writers(versions.at(-1))).toEqual([['1:Ports', '2: soon', '1: open.']])
  })
})

test('[history-6] words that go to another clause by a split, a join or as a duplicate stay their authors’', () => {
  const { edit, type, written } = talks()
  const [second, third]: Root[] = ['2', '3'].map((id) => ({ kind: 'clause', clause: ClauseId.parse(id) }))
  if (second === undefined || third === undefined) throw new Error('no roots')
  edit('server', (fragment) => writeText(fragment, textOf(p('Fire shall cease.'))))
  type(ANNA, 17, ' Troops leave.')
  type(BORIS, 24, ' all')
  edit('server', (fragment) => {
    const text = readText(fragment)
    writeText(fragment.doc?.getXmlFragment(rootName(second)) ?? fragment, cutText(text, 18)?.second ?? [])
    keepBeginning(fragment, 18)
  })
  edit(ANNA, (fragment) => fragment.doc?.getXmlFragment(rootName(second)).insert(1, elementsOf(textOf(p('Soon.')))))
  edit('server', (fragment) => {
    const text = readText(fragment.doc?.getXmlFragment(rootName(second)) ?? fragment)
    writeText(fragment.doc?.getXmlFragment(rootName(third)) ?? fragment, text)
    addEnding(fragment, text, 1)
  })
  const ways = [
    { from: root, to: second },
    { from: second, to: third },
    { from: second, to: root },
  ]
  const of = (asked: Root, known = ways) => {
    const historian = historianOf(asked, known)
    historian.play(written)
    return writers(historian.versions().at(-1))
  }
  const moved = ['2:Troops', '3: all', '2: leave.']
  expect(of(second)).toEqual([moved, ['2:Soon.']])
  expect(of(third)).toEqual([moved, ['2:Soon.']])
  expect(of(root)).toEqual([['1:Fire shall cease.', '2: Troops', '3: all', '2: leave.'], ['2:Soon.']])
  expect(of(second, [])).toEqual([['1:Troops all leave.'], ['2:Soon.']])
})
