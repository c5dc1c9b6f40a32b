/**
 * From paragraphs to sections and clauses.
 *
 * A file does not say what a clause is, so it is read as a delegate reads it: headings begin sections; numbered paragraphs are operative
 * clauses; what stands before the first number is the preamble, a clause for each paragraph; what is lettered or indented belongs to the
 * clause above. Whoever imports sees the result first and can correct it.
 */
import { withoutFootnotes } from './footnote.ts'
import type { ClauseKind } from '@entente/agreement'
import type { FlowRun } from './flow.ts'
import { labelOf } from './label.ts'
import type { ReadParagraph } from './reading.ts'

export type OutlinedClause = {
  readonly kind: ClauseKind
  readonly label: string | undefined
  /** Of the clause itself; empty where it has none. */
  readonly heading: string
  /** The headings that stand right before it, for the remarks on them. */
  readonly before: readonly ReadParagraph[]
  /** The level of its own number. */
  readonly level: number
  readonly paragraphs: readonly ReadParagraph[]
}
export type OutlinedSection = {
  readonly heading: string | undefined
  readonly number: string | undefined
  readonly annex: boolean
  readonly clauses: readonly OutlinedClause[]
}
export type Outline = { readonly title: string | undefined; readonly sections: readonly OutlinedSection[] }

const PREAMBLE = /^(preamble|préambule|preámbulo|преамбула|الديباجة|ديباجة|序言)$/iu
const SECTION_NUMBER =
  /^\s*((?:[IVXLC]{1,6}|[A-Z]|\d{1,3})(?=[.)]\s)|(?:article|part|chapter|section|статья|часть|раздел)\s+(?:[IVXLC]+|\d+|[A-Z])\b)[.):]?\s*[—–-]?\s*/iu

/** An annex is called by a letter of its own, so the one it had in the file goes. */
const ANNEX = /^\s*(?:annexe?|anexo|приложение|додаток|附件)\s*(?:\b(?:[IVXLC]+|\d+|[A-Z]))?(?![\p{L}\p{N}])[.):]?\s*[—–-]?\s*/iu

const CLAUSE_NUMBER = /^(\d{1,3}[.)])\s+/

type Building = { heading: string | undefined; number: string | undefined; annex: boolean; clauses: OutlinedClause[] }

export function outline(paragraphs: readonly ReadParagraph[], named: string | undefined): Outline {
  const titled = titleAmong(paragraphs)
  const body = paragraphs.filter((paragraph) => wordsOf(paragraph.runs) !== '' && paragraph.role.is !== 'title' && paragraph !== titled)
  const numbered = body.findIndex((paragraph) => paragraph.role.is === 'paragraph' && labelOf(paragraph).label.is === 'number')
  const sections: Building[] = []
  let section: Building | undefined
  /** The level of the numbers that begin clauses in this section. */
  let level: number | undefined
  const sectionNow = () => {
    if (section === undefined) sections.push((section = { heading: undefined, number: undefined, annex: false, clauses: [] }))
    return section
  }
  let headings: ReadParagraph[] = []
  /** Number and heading that stand alone above the words of their clause. */
  let title: Titled | undefined
  const begin = (clause: Omit<OutlinedClause, 'heading' | 'before'>) => {
    sectionNow().clauses.push({ ...clause, label: title?.label ?? clause.label, heading: title?.heading ?? '', before: headings })
    headings = []
    title = undefined
  }
  const goOn = (paragraph: ReadParagraph): boolean => {
    const { clauses } = sectionNow()
    const last = clauses.at(-1)
    if (last === undefined) return false
    clauses[clauses.length - 1] = { ...last, paragraphs: [...last.paragraphs, paragraph] }
    return true
  }

  body.forEach((paragraph, index) => {
    if (paragraph.role.is === 'heading') {
      headings.push(paragraph)
      title = clauseTitle(body, index)
      level = title === undefined ? undefined : -1
      if (title !== undefined) return
      sections.push((section = headed(wordsOf(paragraph.runs))))
      level = undefined
      return
    }
    const { label } = labelOf(paragraph)
    if (title !== undefined) {
      begin({ kind: 'operative', label: undefined, level: -1, paragraphs: [paragraph] })
      return
    }
    const inPreamble = section?.heading !== undefined && PREAMBLE.test(section.heading)
    if (label.is === 'number' && (level === undefined || label.level <= level)) {
      level = label.level
      begin({
        kind: label.kind ?? (inPreamble ? 'preambular' : 'operative'),
        label: label.label,
        level: label.level,
        paragraphs: [paragraph],
      })
      return
    }
    const alone = label.is === 'none' && (numbered === -1 || index < numbered || inPreamble)
    if (!alone && goOn(paragraph)) return
    const preambular = section?.annex !== true && (inPreamble || (numbered === -1 ? readsAsPreamble(paragraph) : index < numbered))
    begin({ kind: preambular ? 'preambular' : 'operative', label: undefined, level: -1, paragraphs: [paragraph] })
  })
  return {
    title: titled === undefined ? named : wordsOf(titled.runs),
    sections: sections.filter(({ clauses, heading }) => clauses.length > 0 || heading !== undefined),
  }
}

type Titled = { readonly label: string; readonly heading: string }

/** A numbered heading below another heading, with words below it that have no number of their own, is the heading of a clause. */
function clauseTitle(body: readonly ReadParagraph[], index: number): Titled | undefined {
  const here = body[index]
  const next = body[index + 1]
  if (here?.role.is !== 'heading' || next === undefined || next.role.is === 'heading') return undefined
  const { level } = here.role
  const below = body.slice(0, index).some(({ role }) => role.is === 'heading' && role.level < level)
  const numbered = CLAUSE_NUMBER.exec(wordsOf(here.runs))
  if (!below || numbered?.[1] === undefined || labelOf(next).label.is === 'number') return undefined
  return { label: numbered[1], heading: wordsOf(here.runs).slice(numbered[0].length) }
}

/** The title as a style says, or the only heading of the highest level where there are lower ones below it. */
function titleAmong(paragraphs: readonly ReadParagraph[]): ReadParagraph | undefined {
  const styled = paragraphs.find(({ role, runs }) => role.is === 'title' && wordsOf(runs) !== '')
  if (styled !== undefined) return styled
  const headings = paragraphs.filter(({ role }) => role.is === 'heading')
  const levels = headings.map(({ role }) => (role.is === 'heading' ? role.level : 0))
  const highest = Math.min(...levels)
  const first = headings[0]
  const alone = levels.filter((one) => one === highest).length === 1 && levels[0] === highest
  return alone && headings.length > 1 && first !== undefined && paragraphs.indexOf(first) <= 3 ? first : undefined
}

function headed(words: string): Building {
  const annex = ANNEX.exec(words)
  if (annex !== null) return { heading: words.slice(annex[0].length).trim() || words, number: undefined, annex: true, clauses: [] }
  const number = SECTION_NUMBER.exec(words)
  const rest = number === null ? words : words.slice(number[0].length).trim()
  if (number?.[1] === undefined || rest === '') return { heading: words, number: undefined, annex: false, clauses: [] }
  return { heading: rest, number: number[1], annex: false, clauses: [] }
}

/** "Recalling …," in a text without numbers: it opens with a participle or ends in a comma. */
function readsAsPreamble({ runs }: ReadParagraph): boolean {
  const words = wordsOf(runs)
  return words.endsWith(',') || /^(?:\p{L}+\s)?\p{Lu}\p{Ll}+ing\b/u.test(words)
}

function wordsOf(runs: readonly FlowRun[]): string {
  return withoutFootnotes(runs)
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}
