/** What was said of a milestone's performance, one statement each, oldest first. */
import type { Day, PartyId } from '../ids.ts'
import type { Said } from '../negotiation.ts'
import type { Evidence } from './evidence.ts'

export type Level = 0 | 1 | 2 | 3

type Of<Is extends string, More> = {
  readonly is: Is
  readonly said: Said
  readonly occurrence: number
  readonly note: string | undefined
} & More

export type Report = Of<'reported', { readonly level: number | undefined; readonly evidence: readonly Evidence[] }>
/** What the verifier found, first or on a second inspection. */
export type Finding = Of<'found' | 'inspected', { readonly finding: 'verified' | 'not-verified'; readonly level: number }>
export type Dispute = Of<'disputed', { readonly party: PartyId }>
export type Request = Of<'requested', { readonly party: PartyId }>
export type Breach = Of<'breached', { readonly day: Day; readonly breach: string }>
export type RemedyTaken = Of<'remedied', { readonly step: string }>

export type MilestoneStep = Report | Finding | Dispute | Request | Breach | RemedyTaken
