/**
 * A paper as a Word document (Office Open XML).
 *
 * Numbers and labels are literal text, not Word's automatic numbering: a paragraph number is part of what was agreed and must not change
 * when somebody deletes a line. There are no fields but page numbers, no images, and nothing outside the file but permitted links.
 */
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
  type FileChild,
  type ICommentOptions,
  type ISectionOptions,
} from 'docx'
import { MARGIN, MEASURE, styleSheet } from './docx-style.ts'
import { signatureTable, tableOf } from './docx-table.ts'
import { writer } from './docx-text.ts'
import {
  plain,
  type Alternative,
  type Annex,
  type Block,
  type Clause,
  type Discussion,
  type Line,
  type Paper,
  type Part,
  type Signatures,
} from './paper.ts'

type Orientation = Annex['orientation']
const LEVEL = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2 } as const

export async function docxOf(paper: Paper): Promise<Uint8Array> {
  const { title, stage, symbol, footer, language, direction, head, body, annexes, footnotes } = paper
  const { part, comments } = partsOf(paper)
  const sections = [
    sectionOf(paper, 'portrait', [...mastheadOf(paper), ...body.flatMap((one) => part(one, 'portrait'))]),
    ...annexes.map((annex) => annexOf(paper, annex, part)),
  ]
  const document = new Document({
    title,
    subject: symbol === undefined ? plain(stage) : `${plain(stage)}, ${symbol}`,
    creator: 'Entente',
    lastModifiedBy: 'Entente',
    description: footer,
    styles: styleSheet(wordLanguage(language), direction),
    customProperties: [
      { name: 'Entente record', value: head.hash },
      { name: 'Entente entry', value: String(head.seq) },
    ],
    sections: withColophon(sections, paper),
    ...(comments.length > 0 && { comments: { children: comments } }),
    ...(footnotes.length > 0 && {
      footnotes: Object.fromEntries(footnotes.map((note, index) => [index + 1, { children: [writer(paper).paragraph([{ text: note }])] }])),
    }),
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

/** A language with its region, as Word wants it; English is British, as in the United Nations. */
function wordLanguage(language: Paper['language']): string {
  if (language === 'en') return 'en-GB'
  const { language: name, region } = new Intl.Locale(language).maximize()
  return region === undefined ? name : `${name}-${region}`
}

function sectionOf({ footer }: Paper, orientation: Orientation, children: readonly FileChild[]): ISectionOptions {
  const margin = MARGIN[orientation]
  const page = new TextRun({ children: ['\t', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })
  const foot = new Paragraph({
    style: 'FooterText',
    tabStops: [{ type: TabStopType.RIGHT, position: MEASURE[orientation] }],
    children: [new TextRun(footer), page],
  })
  return {
    properties: {
      page: {
        size: {
          width: 11_906,
          height: 16_838,
          orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { top: margin, bottom: margin, left: margin, right: margin, footer: 567 },
      },
    },
    footers: { default: new Footer({ children: [foot] }) },
    children,
  }
}

/** The colophon stands at the end of the paper, wherever that is. */
function withColophon(sections: readonly ISectionOptions[], paper: Paper): readonly ISectionOptions[] {
  const { paragraph } = writer(paper)
  const last = paper.colophon.map((line, index) => paragraph(line, { style: 'Colophon', ...(index === 0 && { spacing: { before: 480 } }) }))
  return sections.map((section, index) =>
    index === sections.length - 1 ? { ...section, children: [...section.children, ...last] } : section,
  )
}

function mastheadOf(paper: Paper): readonly FileChild[] {
  const { stage, symbol = '', title, occasion, notices } = paper
  const { paragraph, runs } = writer(paper)
  return [
    new Paragraph({
      style: 'Stage',
      tabStops: [{ type: TabStopType.RIGHT, position: MEASURE.portrait }],
      children: [...runs(stage, 'ltr'), new TextRun(`\t${symbol}`)],
    }),
    paragraph([{ text: title }], { heading: HeadingLevel.TITLE }),
    paragraph(occasion, { style: 'Occasion' }),
    ...notices.map((notice) => paragraph(notice, { style: 'Notice' })),
  ]
}

function annexOf(
  paper: Paper,
  { title, orientation, parts }: Annex,
  part: (one: Part, orientation: Orientation) => readonly FileChild[],
): ISectionOptions {
  const { paragraph } = writer(paper)
  return sectionOf(paper, orientation, [paragraph(title, { heading: LEVEL[1] }), ...parts.flatMap((one) => part(one, orientation))])
}

function partsOf(paper: Paper) {
  const { paragraph, blocks } = writer(paper)
  const comments: ICommentOptions[] = []

  /** Puts a discussion beside the clause as Word comments: the first remark, and the others as replies to it. */
  const discuss = ({ about, resolved, remarks }: Discussion): readonly number[] => {
    const parentId = comments.length
    for (const [index, { author, at, words }] of remarks.entries()) {
      const said = words.map((line) => paragraph(line))
      const children = index === 0 ? [paragraph(about), ...said] : said
      comments.push({ id: comments.length, author, date: new Date(at), resolved, children, ...(index > 0 && { parentId }) })
    }
    return remarks.map((_, index) => parentId + index)
  }

  /** A page never begins with the status of a clause on the page before. */
  const withStatus = (all: readonly Block[], status: Line | undefined): readonly FileChild[] =>
    status === undefined ? blocks(all) : [...blocks(all, {}, { keepNext: true }), paragraph(status, { style: 'Status' })]

  const alternative = ({ title, blocks: text }: Alternative): readonly FileChild[] => [
    paragraph(title, { style: 'AlternativeTitle' }),
    ...blocks(text, { style: 'Alternative' }),
  ]

  const clause = ({ title, level, blocks: text, status, alternatives, discussions }: Clause): readonly FileChild[] => {
    const ids = discussions.flatMap(discuss)
    const marked = {
      before: ids.map((id) => new CommentRangeStart(id)),
      after: ids.flatMap((id) => [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })]),
    }
    const [first, ...rest] = text
    const untitled = title.length === 0 && first?.is === 'paragraph'
    const opening = untitled
      ? paragraph(first.line, { spacing: { before: 220 }, ...marked })
      : paragraph(title, { heading: LEVEL[level], ...marked })
    return [opening, ...withStatus(untitled ? rest : text, status), ...alternatives.flatMap(alternative)]
  }

  const signatures = ({ testimonium, groups }: Signatures): readonly FileChild[] => [
    ...(testimonium.length > 0 ? [paragraph(testimonium, { keepNext: true, spacing: { before: 560 } })] : []),
    ...groups.flatMap(({ title, names }) => [
      ...(title.length > 0 ? [paragraph(title, { style: 'SignatureTitle' })] : []),
      signatureTable(names.map((name) => paragraph(name, { style: 'Signatory' }))),
    ]),
  ]

  const part = (one: Part, orientation: Orientation): readonly FileChild[] => {
    switch (one.is) {
      case 'heading':
        return [paragraph(one.line, { heading: LEVEL[one.level] })]
      case 'clause':
        return clause(one)
      case 'proposal':
        return alternative(one)
      case 'paragraph':
      case 'list':
        return blocks([one])
      case 'table':
        return [tableOf(one, MEASURE[orientation], paper)]
      case 'signatures':
        return signatures(one)
      default:
        return one satisfies never
    }
  }

  return { part, comments }
}
