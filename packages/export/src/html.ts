/**
 * A paper as one HTML file that can be opened, printed and archived on its own.
 *
 * No script, no remote resource: the content security policy in the file forbids both, whatever the text contains. Every piece of text
 * passes through `escape`; no other function writes text.
 */
import { createHash } from 'node:crypto'
import { directionOf } from './direction.ts'
import { styleSheet } from './html-style.ts'
import { permittedLink } from './link.ts'
import {
  plain,
  type Alternative,
  type Block,
  type Clause,
  type Direction,
  type Discussion,
  type Inline,
  type Line,
  type Paper,
  type Part,
  type Signatures,
  type Table,
} from './paper.ts'
import { phrase } from './phrase.ts'

export function toHtml(paper: Paper): string {
  const { language, direction, title, symbol, stage, occasion, notices, body, annexes, colophon, footer } = paper
  const page = pageOf(paper)
  const style = styleSheet(footer)
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`
  return [
    '<!doctype html>',
    `<html lang="${escape(language)}" dir="${direction}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="generator" content="Entente">',
    `<title>${escape(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    '<header>',
    `<p class="stage"><span>${page.line(stage)}</span>${symbol === undefined ? '' : `<span dir="ltr">${escape(symbol)}</span>`}</p>`,
    `<h1>${escape(title)}</h1>`,
    page.paragraph(occasion, 'occasion'),
    '<div class="notices">',
    ...notices.map((notice) => page.paragraph(notice)),
    '</div>',
    '</header>',
    ...body.map(page.part),
    ...annexes.flatMap((annex) => [
      `<section class="annex ${annex.orientation}">`,
      page.heading(1, annex.title),
      ...annex.parts.map(page.part),
      '</section>',
    ]),
    page.footnotes(),
    '</main>',
    `<footer class="${annexes.at(-1)?.orientation ?? 'portrait'}">`,
    ...colophon.map((line) => page.paragraph(line)),
    page.paragraph(phrase(footer)),
    '</footer>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** How the parts of one paper are written. Language and direction are told where they differ from the paper's. */
function pageOf({ language, direction, body, footnotes: notes }: Pick<Paper, 'language' | 'direction' | 'body' | 'footnotes'>) {
  const printed = new Set(body.flatMap((part) => (part.is === 'clause' ? [part.clause] : [])))

  const dir = (line: Line, around: Direction = direction) => {
    const own = directionOf(line, around)
    return own === around ? '' : ` dir="${own}"`
  }

  const inline = ({ text, bold, italic, underline, link, role, language: spoken, reference, footnote }: Inline): string => {
    if (footnote !== undefined)
      return `<sup><a id="mark-${footnote}" href="#note-${footnote}" role="doc-noteref" aria-label="Footnote ${footnote}">${footnote}</a></sup>`
    let html = escape(text)
    if (reference !== undefined && printed.has(reference)) html = `<a href="#clause-${escape(reference)}">${html}</a>`
    if (role !== undefined) html = `<b class="${role}">${html}</b>`
    if (underline === true) html = `<u>${html}</u>`
    if (italic === true) html = `<i>${html}</i>`
    if (bold === true) html = `<b>${html}</b>`
    const address = permittedLink(link)
    if (address !== undefined) html = `<a href="${escape(address)}" rel="noopener noreferrer nofollow">${html}</a>`
    return spoken === undefined || spoken === language ? html : `<span lang="${escape(spoken)}">${html}</span>`
  }

  const line = (inlines: Line): string => inlines.map(inline).join('')

  const paragraph = (inlines: Line, className?: string): string =>
    `<p${className === undefined ? '' : ` class="${className}"`}${dir(inlines)}>${line(inlines)}</p>`

  const heading = (level: 1 | 2, inlines: Line, id?: string): string =>
    `<h${level + 1}${id === undefined ? '' : ` id="${id}"`}${dir(inlines)}>${line(inlines)}</h${level + 1}>`

  const block = (one: Block): string => {
    if (one.is === 'paragraph') return paragraph(one.line)
    const items = one.items.map(
      ({ label, blocks }) => `<li><span class="label">${escape(label)}</span><div>${blocks.map(block).join('')}</div></li>`,
    )
    return `<ul role="list">${items.join('')}</ul>`
  }

  const alternative = ({ title, blocks }: Alternative): string =>
    `<div class="alternative">${paragraph(title, 'about')}${blocks.map(block).join('')}</div>`

  const discussion = ({ about, remarks }: Discussion): string => {
    const said = remarks.map(({ by, words }) => `<li>${paragraph(by, 'author')}${words.map((one) => paragraph(one)).join('')}</li>`)
    return `<aside class="discussion">${paragraph(about, 'about')}<ul role="list">${said.join('')}</ul></aside>`
  }

  const clause = ({ clause: id, title, level, blocks, status, alternatives, discussions }: Clause): string => {
    const titled = title.length > 0
    return [
      titled
        ? `<section class="clause" id="clause-${escape(id)}" aria-labelledby="title-${escape(id)}">`
        : `<div class="clause" id="clause-${escape(id)}">`,
      titled ? heading(level, title, `title-${escape(id)}`) : '',
      ...blocks.map(block),
      status === undefined ? '' : paragraph(status, 'status'),
      ...alternatives.map(alternative),
      ...discussions.map(discussion),
      titled ? '</section>' : '</div>',
    ].join('')
  }

  const cell = (lines: readonly Line[]): string => lines.map((one) => paragraph(one)).join('')

  const table = ({ summary, columns, rows }: Table): string => {
    const body = rows.map(
      ([name = [], ...cells]) => `<tr><th scope="row">${cell(name)}</th>${cells.map((one) => `<td>${cell(one)}</td>`).join('')}</tr>`,
    )
    return [
      `<div class="scroll" role="region" aria-label="${escape(plain(summary))}" tabindex="0"><table>`,
      `<caption>${line(summary)}</caption>`,
      `<thead><tr>${columns.map((column) => `<th scope="col">${line(column.heading)}</th>`).join('')}</tr></thead>`,
      `<tbody>${body.join('\n')}</tbody></table></div>`,
    ].join('\n')
  }

  const signatures = ({ testimonium, groups }: Signatures): string => {
    const lists = groups.map(
      ({ title, names }) =>
        `${title.length > 0 ? paragraph(title, 'about') : ''}<ul role="list">${names.map((name) => `<li>${line(name)}</li>`).join('')}</ul>`,
    )
    return `<div class="signatures">${paragraph(testimonium)}${lists.join('')}</div>`
  }

  const part = (one: Part): string => {
    switch (one.is) {
      case 'heading':
        return heading(one.level, one.line)
      case 'clause':
        return clause(one)
      case 'proposal':
        return alternative(one)
      case 'paragraph':
      case 'list':
        return block(one)
      case 'table':
        return table(one)
      case 'signatures':
        return signatures(one)
      default:
        return one satisfies never
    }
  }

  /** Each with the way back. */
  const footnotes = (): string => {
    if (notes.length === 0) return ''
    const items = notes.map((note, index) => {
      const back = `<a href="#mark-${index + 1}" role="doc-backlink" aria-label="Back to footnote ${index + 1}">↩</a>`
      return `<li id="note-${index + 1}"${dir([{ text: note }])}>${escape(note)} ${back}</li>`
    })
    return `<section class="footnotes" role="doc-endnotes" aria-label="Footnotes"><ol>${items.join('')}</ol></section>`
  }

  return { part, heading, paragraph, line, footnotes }
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

/** Safe as text and between double quotes. */
function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES.get(character) ?? character)
}
