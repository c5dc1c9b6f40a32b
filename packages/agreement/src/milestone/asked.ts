/**
 * What evidence was asked for, item by item and part by part, and what was filed for it.
 *
 * It counts what is on file, not what it is worth: whether a step was done is for the verifier to find.
 */
import type { PartyId } from '../ids.ts'
import type { Milestone } from './milestone.ts'
import type { MilestoneTerms, Part } from '../terms.ts'
import type { Answers, Evidence } from './evidence.ts'
import type { Report } from './step.ts'

/** One piece of evidence, and the report it came with. */
export type Piece = { readonly evidence: Evidence; readonly report: Report }

/** One item of evidence, for one part where the terms name parts. Without an item, any evidence for the part. */
export type Asked = {
  readonly item: string | undefined
  readonly part: Part | undefined
  /** What was filed for it this time, oldest first. */
  readonly filed: readonly Piece[]
}

/** What is counted: the parts where the terms name them, else the items. */
export type Tally = {
  readonly of: 'parts' | 'items'
  readonly total: number
  /** Names of the parts, or the items, for which something is still to be filed, and whose they are: all performers' where nobody is named. */
  readonly lacking: readonly { readonly name: string; readonly from: readonly PartyId[] }[]
}

/** Everything asked for, part by part, with what was filed for it at one time of the milestone. */
export function askedOf({ terms, steps }: Pick<Milestone, 'terms' | 'steps'>, occurrence: number): readonly Asked[] {
  const pieces = steps
    .filter((step): step is Report => step.is === 'reported' && step.occurrence === occurrence)
    .flatMap((report) => report.evidence.map((evidence): Piece => ({ evidence, report })))
  const items: readonly (string | undefined)[] = terms.evidence.length > 0 ? terms.evidence : [undefined]
  const parts: readonly (Part | undefined)[] = terms.parts?.each ?? [undefined]
  if (items[0] === undefined && parts[0] === undefined) return []
  return parts.flatMap((part) => items.map((item) => ({ item, part, filed: pieces.filter((piece) => answersTo(piece, item, part)) })))
}

/** How much of what was asked for is on file; undefined where the terms ask for nothing in particular. */
export function tallyOf(of: Pick<Milestone, 'terms' | 'steps'>, occurrence: number): Tally | undefined {
  const asked = askedOf(of, occurrence)
  if (asked.length === 0) return undefined
  const { parts, performers, evidence } = of.terms
  const missing = asked.filter(({ filed }) => filed.length === 0)
  if (parts !== undefined)
    return {
      of: 'parts',
      total: parts.each.length,
      lacking: parts.each
        .filter(({ name }) => missing.some(({ part }) => part?.name === name))
        .map(({ name, by }) => ({ name, from: by === undefined ? performers : [by] })),
    }
  return { of: 'items', total: evidence.length, lacking: missing.map(({ item = '' }) => ({ name: item, from: performers })) }
}

/** What is counted, in the words of the terms: "sites", else "items". */
export function partsCalled({ parts }: Pick<MilestoneTerms, 'parts'>): string {
  return parts?.called ?? 'items'
}

/** What in an answer cannot stand: words that the terms do not hold, or a part that another party owes. */
export function unfitAnswer(
  { evidence, parts }: Pick<MilestoneTerms, 'evidence' | 'parts'>,
  { item, part: name }: Answers,
  filedBy: PartyId,
): 'evidence-item' | 'part' | 'of-another' | undefined {
  if (item !== undefined && !evidence.includes(item)) return 'evidence-item'
  if (name === undefined) return undefined
  const part = parts?.each.find((one) => one.name === name)
  if (part === undefined) return 'part'
  return part.by === undefined || part.by === filedBy ? undefined : 'of-another'
}

function answersTo({ evidence, report }: Piece, item: string | undefined, part: Part | undefined): boolean {
  const by = report.said.by === 'server' ? undefined : report.said.by.party
  return (evidence.answers ?? []).some(
    (answer) =>
      (answer.item === undefined || item === undefined || answer.item === item) &&
      (part === undefined || (answer.part === undefined ? part.by === undefined || part.by === by : answer.part === part.name)),
  )
}
