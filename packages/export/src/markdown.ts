/**
 * A paper as Markdown (CommonMark with GitHub's tables and footnotes).
 *
 * Every character that could be markup is escaped, so the text reads as it is and nothing in it becomes HTML, a link or a template tag.
 * List labels are literal, because Markdown would renumber them. Underlining has no form in Markdown and is left out; it is no part of the
 * wording.
 */
import { permittedLink } from './link.ts'
import type { Alternative, Block, Clause, Discussion, Inline, Line, Paper, Part, Table } from './paper.ts'

export function toMarkdown({ title, stage, symbol, occasion, notices, body, annexes, footnotes, colophon, footer }: Paper): string {
  const blocks = [
    `# ${escape(title)}`,
    [lineOf(stage), ...(symbol === undefined ? [] : [escape(symbol)])].join(' · '),
    lineOf(occasion),
    ...notices
      .map((notice) => `> ${lineOf(notice)}`)
      .flatMap((notice, index) => (index === 0 ? [notice] : ['>', notice]))
      .join('\n')
      .split('\n\n'),
    ...body.flatMap(partOf),
    ...annexes.flatMap(({ title: annex, parts }) => [`## ${lineOf(annex)}`, ...parts.flatMap(partOf)]),
    ...footnotes.map((note, index) => `[^${index + 1}]: ${escape(note)}`),
    '---',
    ...colophon.map(lineOf),
    escape(footer),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function partOf(part: Part): readonly string[] {
  switch (part.is) {
    case 'heading':
      return [heading(part.level, part.line)]
    case 'clause':
      return clauseOf(part)
    case 'proposal':
      return [alternativeOf(part)]
    case 'paragraph':
    case 'list':
      return blocksOf([part], '')
    case 'table':
      return [tableOf(part)]
    case 'signatures':
      return [
        lineOf(part.testimonium),
        ...part.groups.flatMap(({ title, names }) => [lineOf(title), ...names.map((name) => `${'\\_'.repeat(24)}  \n${lineOf(name)}`)]),
      ]
    default:
      return part satisfies never
  }
}

function clauseOf({ title, level, blocks, status, alternatives, discussions }: Clause): readonly string[] {
  return [
    title.length > 0 ? heading(level, title) : '',
    ...blocksOf(blocks, ''),
    status === undefined ? '' : `> ${lineOf(status)}`,
    ...alternatives.map(alternativeOf),
    ...discussions.map((discussion) => quoted(discussionOf(discussion))),
  ]
}

function alternativeOf({ title, blocks }: Alternative): string {
  return quoted([strong(lineOf(title)), ...blocksOf(blocks, '')])
}

function discussionOf({ about, remarks }: Discussion): readonly string[] {
  return [strong(lineOf(about)), ...remarks.map(({ by, words }) => `${lineOf(by)}: ${words.map(lineOf).join('  \n')}`)]
}

/** Blocks inside a list item are indented to the item's text. */
function blocksOf(blocks: readonly Block[], indent: string): readonly string[] {
  return blocks.map((block) => {
    if (block.is === 'paragraph') return indent + atLineStart(lineOf(block.line))
    return block.items
      .map(({ label, blocks: inside }) => {
        const [first, ...rest] = inside
        const opening =
          first?.is === 'paragraph' ? [`${escape(label)} ${lineOf(first.line)}`] : [escape(label), ...(first ? blocksOf([first], '') : [])]
        const [head = '', ...tail] = [...opening, ...blocksOf(rest, '')]
        return [`${indent}- ${head}`, ...tail.map((line) => indented(line, `${indent}  `))].join('\n\n')
      })
      .join('\n')
  })
}

function indented(block: string, indent: string): string {
  return block.replace(/^(?=.)/gm, indent)
}

function quoted(blocks: readonly string[]): string {
  return blocks.join('\n\n').replace(/^/gm, '> ').replace(/^> $/gm, '>')
}

function tableOf({ columns, rows }: Table): string {
  return [
    row(columns.map((column) => lineOf(column.heading))),
    row(columns.map(() => '---')),
    ...rows.map((cells) => row(cells.map((lines) => lines.map(lineOf).join('<br>')))),
  ].join('\n')
}

function heading(level: 1 | 2, line: Line): string {
  return `${'#'.repeat(level + 1)} ${lineOf(line)}`
}

function lineOf(line: Line): string {
  return line.map(inlineOf).join('')
}

/** Emphasis marks must touch the words, so white space is put outside of them. */
function inlineOf({ text, bold, italic, link, role, footnote }: Inline): string {
  if (footnote !== undefined) return `[^${footnote}]`
  const words = escape(text.trim())
  if (words === '') return text
  const emphatic = italic === true ? `*${words}*` : words
  const heavy = bold === true || role === 'attribution' ? strong(emphatic) : emphatic
  const address = permittedLink(link)
  const linked = address === undefined ? heavy : `[${heavy}](<${address.replaceAll(/[<>\\]/g, encodeURIComponent)}>)`
  return `${text.startsWith(' ') ? ' ' : ''}${linked}${text.endsWith(' ') ? ' ' : ''}`
}

function strong(words: string): string {
  return words === '' ? '' : `**${words}**`
}

/** Everything that means something inside a line, bare addresses included. */
function escape(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>|~$&!@]/g, String.raw`\$&`)
    .replaceAll('://', String.raw`\://`)
    .replaceAll(/\b(www)\./gi, String.raw`$1\.`)
}

/** What means something only where a line begins: a heading, a rule, a list. */
function atLineStart(line: string): string {
  return line.replace(/^([#+=:-])/, String.raw`\$1`).replace(/^(\d+)([.)])/, String.raw`$1\$2`)
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
