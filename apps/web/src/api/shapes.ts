/**
 * What the server answers, parsed at the boundary. A field the server adds later is ignored; a field that is missing is a fault of the
 * server and says so.
 */
import { GroupId, NegotiationId, PartyId, PartyKind, RoomId, SeatId, SeatRole, SectionId, Timestamp } from '@entente/agreement'
import { z } from 'zod'

const ClauseStatus = z.enum([
  'agreed',
  'agreed-ad-referendum',
  'agreed-with-reservation',
  'agreed-in-package',
  'conditional',
  'contested',
  'bracketed',
  'consent-lapsed',
  'open',
])

/** A party as lists show it. */
const PartyShown = z.object({ party: PartyId, shortName: z.string(), kind: PartyKind })

/** The person behind the cookie, if anybody, and what they may do on this server. */
export const Me = z.object({
  demo: z.boolean(),
  person: z.string().optional(),
  /** `attends` is false while observers or the press are kept out of the table. */
  seats: z.array(z.object({ negotiation: NegotiationId, seat: SeatId, party: PartyId, attends: z.boolean() })),
  /** Whether this person may open a negotiation here. */
  mayOpen: z.boolean(),
  /** Organisations through which one can sign in here. */
  providers: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type Me = z.infer<typeof Me>

export const Demo = z.object({
  negotiations: z.array(
    z.object({
      id: NegotiationId,
      title: z.string(),
      shortTitle: z.string(),
      /** In order of invitation of their parties. */
      seats: z.array(z.object({ seat: SeatId, name: z.string(), role: SeatRole, party: PartyShown })),
    }),
  ),
})
export type Demo = z.infer<typeof Demo>
export type DemoNegotiation = Demo['negotiations'][number]

export const DemoSeat = z.object({ token: z.string().min(1) })

export const NegotiationSummary = z.object({
  id: NegotiationId,
  title: z.string(),
  shortTitle: z.string(),
  /** The round that is open or was last. */
  round: z.int().optional(),
  /** In order of invitation. */
  parties: z.array(PartyShown),
  /** Standing clauses in the order of the text. */
  progress: z.array(z.object({ clause: z.string(), number: z.string(), status: ClauseStatus })),
  /** On how many clauses the asker's party should say something. */
  needsYou: z.int(),
  lastEntryAt: z.iso.datetime(),
  as: z.object({ seat: SeatId, role: SeatRole, party: PartyId }).optional(),
})
export type NegotiationSummary = z.infer<typeof NegotiationSummary>

export const Opened = z.object({
  id: NegotiationId,
  /** One link per seat. The server keeps only hashes of them, so they can be shown this once. */
  links: z.array(z.object({ seat: SeatId, party: PartyId, name: z.string(), url: z.string() })),
})
export type Opened = z.infer<typeof Opened>

/** What the join page says before anybody joins. */
export const Invitation = z.discriminatedUnion('purpose', [
  z.object({
    purpose: z.literal('seat'),
    negotiation: z.object({ id: NegotiationId, title: z.string() }),
    party: PartyShown.extend({ name: z.string(), order: z.int().min(0) }),
    role: SeatRole,
    /** The name the inviter gave the seat. */
    name: z.string(),
    expires: z.iso.datetime(),
    /** Who made the link; nobody where the server did. */
    invitedBy: z.object({ name: z.string(), party: z.string(), role: SeatRole, kind: PartyKind }).optional(),
    /** Only for an address at this domain that an organisation vouches for; whether the asker has the one that is meant. */
    expects: z.object({ domain: z.string(), fits: z.boolean() }).optional(),
    /** The seat that whoever is signed in here has at the same table, which joining gives up. */
    instead: z.object({ seat: SeatId, shortName: z.string(), role: SeatRole, kind: PartyKind }).optional(),
  }),
  /** The first chair of a fresh server: may open negotiations. */
  z.object({ purpose: z.literal('founder'), expires: z.iso.datetime() }),
])
export type Invitation = z.infer<typeof Invitation>

/** A line for each seat that the asker answers for. */
export const Members = z.array(
  z.object({
    seat: SeatId,
    heldSince: z.iso.datetime().optional(),
    invitation: z
      .object({
        id: z.string(),
        created: z.iso.datetime(),
        expires: z.iso.datetime(),
        expired: z.boolean(),
        expects: z.string().optional(),
      })
      .optional(),
  }),
)
export type MemberLine = z.infer<typeof Members>[number]

/** A link that was just made, shown this once. */
export const InvitationLink = z.object({ seat: SeatId, party: PartyId, name: z.string(), url: z.string(), expires: z.iso.datetime() })
export type InvitationLink = z.infer<typeof InvitationLink>

/** Where somebody is signed in. */
export const Sessions = z.array(
  z.object({
    id: z.string(),
    device: z.string(),
    since: z.iso.datetime(),
    lastUsed: z.iso.datetime(),
    expires: z.iso.datetime(),
    here: z.boolean(),
  }),
)
export type SignedIn = z.infer<typeof Sessions>[number]

export const Passkeys = z.array(
  z.object({ id: z.string(), name: z.string(), since: z.iso.datetime(), lastUsed: z.iso.datetime().optional() }),
)
export type Passkey = z.infer<typeof Passkeys>[number]

const withChallenge = (value: unknown) => z.looseObject({ challenge: z.string() }).safeParse(value).success
/** What the browser is to ask of the device. It knows the rest of its shape. */
export const NewPasskeyOptions = z.object({ options: z.custom<PublicKeyCredentialCreationOptionsJSON>(withChallenge) })
export const PasskeyOptions = z.object({ options: z.custom<PublicKeyCredentialRequestOptionsJSON>(withChallenge) })
/** A private room in which the asker has a place. */
export const PrivateRoomEntry = z.object({
  room: RoomId,
  kind: z.enum(['caucus', 'group']),
  label: z.string(),
  parties: z.array(PartyId),
  awaits: z.array(PartyId),
  closed: z.boolean(),
})
export type PrivateRoomEntry = z.infer<typeof PrivateRoomEntry>

export const GroupOpened = z.object({ room: RoomId, group: GroupId })

/** Sign-ins of organisations that are linked to somebody. */
export const Identities = z.array(z.object({ id: z.string(), name: z.string(), email: z.string().optional(), since: z.iso.datetime() }))
export type Identity = z.infer<typeof Identities>[number]

/** Where to go to sign in through an organisation. */
export const ProviderAddress = z.object({ url: z.url() })

/** Where joining leads: to a table, or for a founder to the start page. */
export const Redeemed = z.object({ negotiation: NegotiationId.optional() })

export const ServerState = z.object({
  version: z.string(),
  healthy: z.boolean(),
  /** Where data lives, in words for a person: "SQLite in ./data". */
  storage: z.string(),
  demo: z.boolean(),
})
export type ServerState = z.infer<typeof ServerState>

/** How the server says no, with an HTTP status to match. */
export const Problem = z.object({ code: z.string(), detail: z.string().optional() })

const Levels = z.tuple([z.number(), z.number(), z.number(), z.number()])

/** What the parties let anybody see: how far the commitments have come, and the milestones whose terms are public. */
export const PublishedBarometer = z.object({
  title: z.string(),
  barometer: z.object({
    overTime: z.array(
      z.object({ at: Timestamp, all: Levels, sections: z.array(z.object({ section: SectionId, heading: z.string(), levels: Levels })) }),
    ),
  }),
  milestones: z.array(
    z.object({
      milestone: z.string(),
      number: z.string(),
      title: z.string(),
      performers: z.array(z.string()),
      verifier: z.string(),
      due: z.string(),
      stateInWords: z.string(),
      level: z.number().optional(),
    }),
  ),
})

/** Whether one has a calendar feed, and since when. */
export const Feed = z.object({ since: Timestamp.optional() })

/** A calendar feed just made. Its address is told this once. */
export const FeedMade = z.object({ url: z.string(), since: Timestamp })
