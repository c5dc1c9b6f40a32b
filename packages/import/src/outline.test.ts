/** How sections and clauses are found, told by the lines a person would see. */
import { plainText } from '@entente/draft'
import { expect, test } from 'vitest'
import { readFile } from './read-file.ts'

function outlineOf(markdown: string) {
  const answer = readFile('text.md', new TextEncoder().encode(markdown))
  if (!answer.ok) return answer.refusal.code
  return answer.imported.sections.map(({ number, heading, clauses }) => ({
    section: [number, heading].filter(Boolean).join(' ') || '-',
    clauses: clauses.map(({ kind, label, text }) => `${kind === 'preambular' ? 'PP' : 'OP'} ${label ?? '-'} ${plainText(text)}`),
  }))
}

test('[file-1] numbered paragraphs are operative clauses, those before the first number preambular ones', () => {
  expect(
    outlineOf(
      '# Communiqué\n\n*Recalling* the truce,\n\nHave agreed:\n\n## I. Withdrawal\n\n1. Forces withdraw.\n\n   They do so by day.\n\n2. The Monitor reports.\n',
    ),
  ).toEqual([
    { section: '-', clauses: ['PP - Recalling the truce,', 'PP - Have agreed:'] },
    { section: 'I Withdrawal', clauses: ['OP 1. Forces withdraw.\nThey do so by day.', 'OP 2. The Monitor reports.'] },
  ])
})

test('[file-1] lettered and bulleted lines are items of the clause above, also when the letters were typed', () => {
  expect(outlineOf('OP1 Forces withdraw:\n\n(a) tanks;\n\n(i) heavy ones first;\n\n(b) artillery.\n\nOP2 The Monitor reports.\n')).toEqual([
    {
      section: '-',
      clauses: ['OP OP1 Forces withdraw:\n(a) tanks;\n  (i) heavy ones first;\n(b) artillery.', 'OP OP2 The Monitor reports.'],
    },
  ])
})

test('[file-1] a section headed "Preamble" holds preambular clauses, and numbers begin anew in each section', () => {
  expect(outlineOf('## Preamble\n\nOne,\n\nTwo,\n\n## Article 1 Passage\n\n1. Ships pass.\n\n## Article 2\n\n1. Ports open.\n')).toEqual([
    { section: 'Preamble', clauses: ['PP - One,', 'PP - Two,'] },
    { section: 'Article 1 Passage', clauses: ['OP 1. Ships pass.'] },
    { section: 'Article 2', clauses: ['OP 1. Ports open.'] },
  ])
})

test('[file-1] a numbered heading above words without a number is the heading of a clause', () => {
  const answer = readFile(
    'text.md',
    new TextEncoder().encode('# Communiqué\n\n## I. Ports\n\n### 4. Passage\n\nShips pass.\n\n### 5. Ports\n\nPorts open.\n'),
  )
  expect(answer.ok ? answer.imported.sections.map(({ clauses }) => clauses.map(({ label, heading }) => [label, heading])) : answer).toEqual(
    [
      [
        ['4.', 'Passage'],
        ['5.', 'Ports'],
      ],
    ],
  )
})

test('[file-1] in a text without numbers every paragraph is a clause', () => {
  expect(outlineOf('Recalling the truce,\n\nThe parties open the port.\n\n30 km remain closed.\n')).toEqual([
    { section: '-', clauses: ['PP - Recalling the truce,', 'OP - The parties open the port.', 'OP - 30 km remain closed.'] },
  ])
})

test('[file-1] articles in Ukrainian are numbered paragraphs too', () => {
  expect(outlineOf('Стаття 1. Війська відходять.\n\nСтаття 2. Порт відкрито.\n')).toEqual([
    { section: '-', clauses: ['OP Стаття 1. Війська відходять.', 'OP Стаття 2. Порт відкрито.'] },
  ])
})

test('[file-1] a file without words has no clauses', () => {
  expect(outlineOf('# Only a title\n')).toBe('empty')
})

test('[annex-3] a heading “Annex” begins an annex, with or without a letter, and there nothing is preambular', () => {
  const answer = readFile(
    'text.md',
    new TextEncoder().encode(
      '# Pact\n\n## I. Ports\n\n1. Ports open.\n\n## Annex A. Maps\n\nRecalling the map,\n\n## ANNEX II\n\n1. Lists.\n',
    ),
  )
  expect(answer.ok ? answer.imported.sections.map(({ annex, heading, number }) => [annex, heading, number]) : answer).toEqual([
    [false, 'Ports', 'I'],
    [true, 'Maps', undefined],
    [true, 'ANNEX II', undefined],
  ])
  expect(answer.ok && answer.imported.sections[1]?.clauses.map(({ kind }) => kind)).toEqual(['operative'])
  expect(outlineOf('## Annexation of land\n\n1. None.\n')).toEqual([{ section: 'Annexation of land', clauses: ['OP 1. None.'] }])
})
