/**
 * Names for things. Branded, so that a clause can never be passed where a party is meant.
 * An id is given once and never used again, also after what it names is withdrawn.
 */
import { z } from 'zod'

/** What every id looks like. */
const PLAIN = '[A-Za-z0-9][A-Za-z0-9._-]{0,63}'

const id = <const Kind extends string>(kind: Kind) =>
  z
    .string()
    .regex(new RegExp(`^${PLAIN}$`))
    .brand(kind)

export const NegotiationId = id('NegotiationId')
export type NegotiationId = z.infer<typeof NegotiationId>

export const PartyId = id('PartyId')
export type PartyId = z.infer<typeof PartyId>

/** A seat is one person's place in one party. */
export const SeatId = id('SeatId')
export type SeatId = z.infer<typeof SeatId>

export const SectionId = id('SectionId')
export type SectionId = z.infer<typeof SectionId>

export const ClauseId = id('ClauseId')
export type ClauseId = z.infer<typeof ClauseId>

export const AmendmentId = id('AmendmentId')
export type AmendmentId = z.infer<typeof AmendmentId>

export const BracketId = id('BracketId')
export type BracketId = z.infer<typeof BracketId>

export const PackageId = id('PackageId')
export type PackageId = z.infer<typeof PackageId>

export const MilestoneId = id('MilestoneId')
export type MilestoneId = z.infer<typeof MilestoneId>

/** A named day on which due dates hang: "D", "Implementation Day". */
export const AnchorId = id('AnchorId')
export type AnchorId = z.infer<typeof AnchorId>

export const ThreadId = id('ThreadId')
export type ThreadId = z.infer<typeof ThreadId>

export const CommentId = id('CommentId')
export type CommentId = z.infer<typeof CommentId>

export const DeclarationId = id('DeclarationId')
export type DeclarationId = z.infer<typeof DeclarationId>

export const SilenceId = id('SilenceId')
export type SilenceId = z.infer<typeof SilenceId>

export const CorrectionId = id('CorrectionId')
export type CorrectionId = z.infer<typeof CorrectionId>

export const RollCallId = id('RollCallId')
export type RollCallId = z.infer<typeof RollCallId>

/** A contact group, or friends of the chair: a room of chosen parties. */
export const GroupId = id('GroupId')
export type GroupId = z.infer<typeof GroupId>

/** A request to the head of delegation to accept something. */
export const AskId = id('AskId')
export type AskId = z.infer<typeof AskId>

const CAUCUS = `${PLAIN}(~([2-9]|[1-9][0-9]{1,8}))?`

/**
 * One of a delegation's caucuses: `KES` is its first, `KES~2` the one that began when the caucus began anew. No party is called so, because
 * `~` stands in no id; and each caucus has one name only.
 */
export const CaucusName = z
  .string()
  .regex(new RegExp(`^${CAUCUS}$`))
  .brand('CaucusName')
export type CaucusName = z.infer<typeof CaucusName>

/**
 * The table, a delegation's caucus, or a group of parties: `<negotiation>/table`, `<negotiation>/caucus/<caucus>`,
 * `<negotiation>/group/<name>`.
 */
export const RoomId = z
  .string()
  .regex(new RegExp(`^${PLAIN}/(table|group/${PLAIN}|caucus/${CAUCUS})$`))
  .brand('RoomId')
export type RoomId = z.infer<typeof RoomId>

/** Names one exact wording of one clause: 64 hex digits of SHA-256. Two wordings never share a fingerprint. */
export const Fingerprint = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand('Fingerprint')
export type Fingerprint = z.infer<typeof Fingerprint>

/** A moment in UTC, ISO 8601 with `Z`. */
export const Timestamp = z.iso.datetime().brand('Timestamp')
export type Timestamp = z.infer<typeof Timestamp>

/** A calendar day, `2026-12-01`. */
export const Day = z.iso.date().brand('Day')
export type Day = z.infer<typeof Day>

/** A language tag (BCP 47), such as `en` or `sr-Latn`. */
export const Language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/)
  .brand('Language')
export type Language = z.infer<typeof Language>

/** The room everybody at the negotiation shares. */
export function tableOf(negotiation: NegotiationId): RoomId {
  return RoomId.parse(`${negotiation}/table`)
}

/** One of the private rooms of one delegation. Which one it meets in now says `caucusNumber`. */
export function caucusOf(negotiation: NegotiationId, party: PartyId, number: number): RoomId {
  return caucusCalled(negotiation, CaucusName.parse(number === 1 ? party : `${party}~${number}`))
}

/** The private room of a delegation by its name. */
export function caucusCalled(negotiation: NegotiationId, name: CaucusName): RoomId {
  return RoomId.parse(`${negotiation}/caucus/${name}`)
}

/** The room of a group of parties. */
export function groupOf(negotiation: NegotiationId, group: GroupId): RoomId {
  return RoomId.parse(`${negotiation}/group/${group}`)
}

export type RoomName =
  | { readonly kind: 'table'; readonly negotiation: NegotiationId }
  /** `number` counts the delegation's caucuses from 1. */
  | { readonly kind: 'caucus'; readonly negotiation: NegotiationId; readonly party: PartyId; readonly number: number }
  | { readonly kind: 'group'; readonly negotiation: NegotiationId; readonly group: GroupId }

export type RoomKind = RoomName['kind']

/** Takes a room's id apart. */
export function roomName(room: RoomId): RoomName {
  const [negotiation = '', kind, name = ''] = room.split('/')
  const of = NegotiationId.parse(negotiation)
  switch (kind) {
    case 'caucus': {
      const [party, number = '1'] = name.split('~')
      return { kind, negotiation: of, party: PartyId.parse(party), number: Number(number) }
    }
    case 'group':
      return { kind, negotiation: of, group: GroupId.parse(name) }
    default:
      return { kind: 'table', negotiation: of }
  }
}
