/** Taking the text home: what the server as shipped gives to a delegation, read back by programs that did not write it. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NegotiationId } from '@entente/agreement'
import {
  htmlOfDocx,
  installed,
  lettersAndDigits,
  lineFromTheRight,
  wordsByLibreOffice,
  wordsOfHtml,
  wordsOfPdf,
} from '@entente/export/testing'
import { recordsOfCsv, sheetsOfXlsx } from '@entente/export/testing/sheets'
import { start } from '@entente/server/start'
import { openSqliteStore } from '@entente/store/sqlite'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openHouse, type House } from './house.ts'

const SAMPLES = ['vesna-valley', 'north-coast'] as const
const main = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url))

type Run = { readonly text: string }
type File = {
  readonly clauses: readonly {
    readonly id: string
    readonly chapeau?: readonly Run[]
    readonly items?: readonly { readonly runs: readonly Run[] }[]
    readonly closing?: readonly Run[]
  }[]
  readonly people: readonly { readonly id: string; readonly party: string }[]
  readonly expected: { readonly agreedSet: readonly string[] }
}

const fileOf = (name: string) => JSON.parse(readFileSync(new URL(`../../samples/${name}.json`, import.meta.url), 'utf8')) as File
const withoutSpaces = (text: string) => text.replaceAll(/\s/g, '')
/** The words of a paper without the line at the foot of its pages, which may stand in the middle of a paragraph. */
const wordsAlone = (text: string) => withoutSpaces(text).replaceAll(/Ententerecord[0-9a-f]{16}·entry\d+·\d+[A-Z][a-z]+\d{4}\d+\/\d+/g, '')

/** Stretches of words that only an open clause has: if one is found, something leaked. */
function wordsOfOpenClauses({ clauses, expected }: File): readonly string[] {
  const runs = (of: File['clauses']) =>
    of.flatMap(({ chapeau = [], items = [], closing = [] }) =>
      [chapeau, ...items.map((item) => item.runs), closing].flatMap((all) => all.map(({ text }) => withoutSpaces(text))),
    )
  const agreed = runs(clauses.filter(({ id }) => expected.agreedSet.includes(id))).join('\n')
  return runs(clauses.filter(({ id }) => !expected.agreedSet.includes(id))).filter((words) => words.length >= 25 && !agreed.includes(words))
}

/** The clauses all of whose paragraphs are found in the words. */
function clausesIn(words: string, { clauses }: File): readonly string[] {
  return clauses
    .filter(({ chapeau = [], items = [], closing = [] }) =>
      [chapeau, ...items.map(({ runs }) => runs), closing].every((runs) =>
        words.includes(withoutSpaces(runs.map(({ text }) => text).join(''))),
      ),
    )
    .map(({ id }) => id)
    .toSorted()
}

async function exportOf(house: House, negotiation: string, query: string): Promise<Response> {
  const seat = fileOf(negotiation).people[0]?.id ?? ''
  const token = await house.token(seat, NegotiationId.parse(negotiation))
  return house.fetch(`/api/negotiations/${negotiation}/export?${query}`, { token })
}

async function bytesOf(answer: Response): Promise<Uint8Array> {
  expect([answer.status, answer.ok ? '' : await answer.text()]).toEqual([200, ''])
  return new Uint8Array(await answer.arrayBuffer())
}

type Reader = {
  readonly format: string
  readonly by: string
  readonly words: (file: Uint8Array) => string | Promise<string>
  /** The line with this word in the order in which it is read, where that is not the order of `words`. */
  readonly line?: (file: Uint8Array, containing: string) => string
}

const readers: readonly Reader[] = [
  { format: 'docx', by: 'mammoth', words: async (file) => wordsOfHtml(await htmlOfDocx(file)) },
  { format: 'html', by: 'parse5', words: (file) => wordsOfHtml(Buffer.from(file).toString()) },
  {
    format: 'md',
    by: 'its characters',
    words: (file) =>
      Buffer.from(file)
        .toString()
        .replaceAll(/\\(?=[^A-Za-z0-9\s])/g, ''),
  },
  ...(installed('soffice', 'libreoffice-writer') ? [{ format: 'docx', by: 'LibreOffice', words: wordsByLibreOffice }] : []),
  ...(installed('pdftotext', 'poppler-utils') ? [{ format: 'pdf', by: 'Poppler', words: wordsOfPdf, line: lineFromTheRight }] : []),
]

describe.each(readers)('$format read by $by', ({ format, words: read }) => {
  test.each(SAMPLES)(
    '[export-1] the agreed text of %s has exactly the clauses its file expects to be agreed',
    { timeout: 120_000 },
    async (name) => {
      const file = fileOf(name)
      const words = wordsAlone(await read(await bytesOf(await exportOf(await openHouse(), name, `what=agreed&format=${format}`))))
      expect(clausesIn(words, file)).toEqual(file.expected.agreedSet.toSorted())
      expect(wordsOfOpenClauses(file).filter((open) => words.includes(open))).toEqual([])
      expect(wordsOfOpenClauses(file).length > 0).toBe(file.expected.agreedSet.length < file.clauses.length)
    },
  )
})

test('[export-28] the positions of both samples have a row for every clause and a column for every delegation', async () => {
  const house = await openHouse()
  for (const name of SAMPLES) {
    const csv = recordsOfCsv(Buffer.from(await bytesOf(await exportOf(house, name, 'format=csv'))).toString())
    const sheets = await sheetsOfXlsx(await bytesOf(await exportOf(house, name, 'format=xlsx')))
    const [heading = [], ...rows] = sheets[0]?.cells ?? []
    expect(heading.slice(0, 4)).toEqual(['No.', 'Clause', 'Status', 'Wording'])
    expect(rows).toHaveLength(fileOf(name).clauses.length)
    expect(csv.slice(0, rows.length + 1)).toEqual([heading, ...rows])
  }
  const [heading = [], ...rows] = recordsOfCsv(await (await exportOf(house, 'vesna-valley', 'format=csv')).text())
  const cell = (number: string, party: string) => rows.find(([first]) => first === number)?.[heading.indexOf(party)]
  expect(cell('7', 'ORL')).toMatch(/^Lapsed: the words changed on \d+ November 2026\nBefore: Accepts\n/)
  expect(cell('14', 'KES')).toMatch(/^Accepts if clause 13 is agreed\n/)
})

test('[export-27] the rolling text annexes the positions if they are wanted, the agreed text never', async () => {
  const house = await openHouse()
  const html = async (query: string) => (await exportOf(house, 'vesna-valley', `format=html&${query}`)).text()
  expect(await html('what=rolling')).toContain('Annex: Positions')
  expect(await html('what=rolling&positions=false')).not.toContain('Annex: Positions')
  expect(await html('what=agreed')).not.toContain('Annex: Positions')
})

test('[export-10] comments are in the rolling text if they are asked for, and never in the agreed text', async () => {
  const house = await openHouse()
  const html = async (query: string) => (await exportOf(house, 'vesna-valley', `format=html&${query}`)).text()
  expect(await html('what=rolling&comments=true')).toContain('class="discussion"')
  expect(await html('what=rolling')).not.toContain('class="discussion"')
  expect(await html('what=agreed&comments=true')).not.toContain('class="discussion"')
  expect((await exportOf(house, 'vesna-valley', 'format=html&comments=yes')).status).toBe(400)
})

test('[export-30] every file has a name in plain letters, with the last entry of the record', async () => {
  const house = await openHouse()
  for (const [query, name] of [
    ['format=csv', /^attachment; filename="vesna-valley-framework-positions-\d+\.csv"$/],
    ['what=rolling&format=md', /^attachment; filename="vesna-valley-framework-rolling-text-\d+\.md"$/],
  ] as const)
    expect((await exportOf(house, 'vesna-valley', query)).headers.get('content-disposition')).toMatch(name)
})

test('[export-12] a stranger gets no file', async () => {
  const house = await openHouse()
  expect((await house.fetch('/api/negotiations/vesna-valley/export?format=csv')).status).toBe(401)
  const elsewhere = await house.token(fileOf('north-coast').people[0]?.id ?? '', NegotiationId.parse('north-coast'))
  expect((await house.fetch('/api/negotiations/vesna-valley/export?format=csv', { token: elsewhere })).status).toBe(404)
})

const ARABIC = 'تُسحب الأسلحة إلى مسافة 30 كيلومترا من الخط خلال 21 يوما.'
const UKRAINIAN = 'Воєнні дії припиняються не пізніше ніж за 30 днів; сторони ґрунтуються на їхніх зобов’язаннях.'
const RUSSIAN = 'Военные действия прекращаются не позднее чем через 30 дней; объявление обязательно.'
const OPEN = 'Мониторинг осуществляется совместно, и этого ещё никто не согласовал.'

describe('a negotiation in Arabic and Cyrillic, brought in from a file', () => {
  let data = ''
  let token = ''
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'entente-scripts-'))
    token = bringIn()
    return () => rm(data, { recursive: true, force: true })
  })

  /** Brings the file in by the command line and answers the token of the first seat's link. */
  const bringIn = (): string => {
    const clauses = [ARABIC, UKRAINIAN, RUSSIAN, OPEN].map((text, index) => ({
      id: `c${index + 1}`,
      section: 'I',
      type: 'operative',
      heading: text.split(' ').slice(0, 2).join(' '),
      chapeau: [{ type: 'text', text }],
      fingerprint: `sha256:${String(index).repeat(64)}`,
    }))
    const position = (party: string, clause: number) => ({
      party,
      clause: `c${clause + 1}`,
      stance: 'accepts',
      by: `u-${party}`,
      at: '2026-11-16T10:00:00Z',
      onFingerprint: `sha256:${String(clause).repeat(64)}`,
    })
    const positions = [0, 1, 2].flatMap((clause) => [position('AAA', clause), position('BBB', clause)])
    const party = (id: string) => ({ id, name: `Party ${id}`, shortName: id, role: 'negotiating-party', requiredForConsent: true })
    const file = {
      sampleSchema: 'entente-sample/1',
      id: 'scripts',
      document: { title: 'بيان مشترك', shortTitle: 'Спільна заява', round: 1, referenceLanguage: 'ar' },
      parties: [party('AAA'), party('BBB')],
      people: ['AAA', 'BBB'].map((id) => ({ id: `u-${id}`, party: id, name: `Person ${id}`, delegationRole: 'head' })),
      sections: [{ id: 'I', heading: 'أحكام' }],
      clauses,
      positions: [...positions, position('AAA', 3)].map((taken, index) => ({ seq: index + 1, ...taken })),
    }
    writeFileSync(join(data, 'scripts.json'), JSON.stringify(file))
    const { stderr, status } = command('import', join(data, 'scripts.json'))
    expect({ status, stderr }).toMatchObject({ status: 0 })
    return /#([A-Za-z0-9_-]{43})/.exec(stderr)?.[1] ?? ''
  }

  const command = (...args: readonly string[]) =>
    spawnSync(process.execPath, [main, ...args], { env: { ...process.env, ENTENTE_DATA: data, LOG_LEVEL: 'silent' }, encoding: 'utf8' })

  /** Starts the server on the data and answers how to fetch as the person with the link. */
  const signIn = async () => {
    const settings = { port: 0, host: '127.0.0.1', data, origins: [], basePath: '', logLevel: 'silent', secureCookie: false } as const
    const store = openSqliteStore({ path: join(data, 'entente.db') })
    const { origin, close } = await start({ demo: false, settings, store, log: () => undefined, web: undefined })
    onTestFinished(close)
    const headers = { origin, 'content-type': 'application/json' }
    const redeemed = await fetch(`${origin}/api/invitations/redeem`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ token, name: 'Person' }),
    })
    expect(redeemed.status).toBe(200)
    const cookie = (redeemed.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    return (query: string) => fetch(`${origin}/api/negotiations/scripts/export?${query}`, { headers: { cookie } })
  }

  test('[export-1] [export-24] reads right in every format, and has the agreed clauses only', { timeout: 180_000 }, async () => {
    const ask = await signIn()
    for (const { format, words: read, line = read } of readers) {
      const file = await bytesOf(await ask(`what=agreed&format=${format}`))
      const words = withoutSpaces(await read(file))
      for (const clause of [UKRAINIAN, RUSSIAN]) expect(words).toContain(withoutSpaces(clause))
      expect(lettersAndDigits(await line(file, 'كيلومترا'))).toContain(lettersAndDigits(ARABIC))
      expect(words).not.toContain(withoutSpaces(OPEN).slice(0, 10))
    }
    const csv = recordsOfCsv(await (await ask('format=csv')).text())
    expect(csv.slice(1, 5).map(([number, , status]) => [number, status])).toEqual([
      ['1', 'Agreed'],
      ['2', 'Agreed'],
      ['3', 'Agreed'],
      ['4', 'Open'],
    ])
    expect(csv[1]?.[1]).toBe('تُسحب الأسلحة')
  })

  test('[export-28] the command line makes the same sheet without a server', { timeout: 60_000 }, () => {
    const csv = command('export', 'scripts', '--format', 'csv')
    expect([csv.status, csv.stderr]).toEqual([0, ''])
    expect(csv.stdout.startsWith('\uFEFF"No.","Clause","Status","Wording","AAA","BBB"\r\n')).toBe(true)
    const xlsx = command('export', 'scripts', '--format', 'xlsx', '--out', join(data, 'positions.xlsx'))
    expect([xlsx.status, xlsx.stderr]).toEqual([0, expect.stringMatching(/positions\.xlsx: \d+ bytes/)])
    expect(readFileSync(join(data, 'positions.xlsx')).subarray(0, 2).toString()).toBe('PK')
    expect(command('export', 'scripts', '--format', 'ods').status).toBe(2)
  })
})
