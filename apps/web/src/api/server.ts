/** Everything the pages ask of the server over HTTP, one function each. Rooms are not here: they are sockets. */
import type { ClauseId, GroupOpening, NegotiationId, Opening, PartyId, RoomId, Seat, SeatId, Timestamp } from '@entente/agreement'
import type { z } from 'zod'
import { receive } from './receive.ts'
import { request, send, type Ask } from './request.ts'
import {
  Demo,
  DemoSeat,
  Feed,
  FeedMade,
  Identities,
  GroupOpened,
  Invitation,
  InvitationLink,
  Me,
  Members,
  NegotiationSummary,
  NewPasskeyOptions,
  Opened,
  PasskeyOptions,
  Passkeys,
  PrivateRoomEntry,
  ProviderAddress,
  PublishedBarometer,
  Redeemed,
  ServerState,
  Sessions,
} from './shapes.ts'
import { ToldHistory, ToldTexts } from '../versions/shapes.ts'

/** A PDF of a long text takes its time. */
const EXPORT_PATIENCE_MS = 120_000
/** The history of a long negotiation is played again from its beginning. */
const HISTORY_PATIENCE_MS = 60_000

export type ExportWhat = 'agreed' | 'rolling'
export type ExportFormat = 'docx' | 'pdf' | 'html' | 'md' | 'csv' | 'xlsx'

export const server = {
  me: (signal?: AbortSignal) => request('/me', Me, { signal }),
  /** Who this tab is, where it may be somebody else than the browser. */
  meAs: (token: string | undefined, signal?: AbortSignal) => request('/me', Me, { signal, token }),
  state: (signal?: AbortSignal) => request('/server', ServerState, { signal }),
  negotiations: (signal?: AbortSignal) => request('/negotiations', NegotiationSummary.array(), { signal }),
  demo: (signal?: AbortSignal) => request('/demo', Demo, { signal }),
  takeDemoSeat: (negotiation: NegotiationId, seat: SeatId) =>
    request('/demo/seats', DemoSeat, { method: 'POST', body: { negotiation, seat } }),
  open: (opening: z.input<typeof Opening>) => request('/negotiations', Opened, { method: 'POST', body: opening }),
  lookAtInvitation: (token: string) => request('/invitations/look', Invitation, { method: 'POST', body: { token } }),
  redeemInvitation: (token: string, name: string) => request('/invitations/redeem', Redeemed, { method: 'POST', body: { token, name } }),
  sessions: (signal?: AbortSignal) => request('/sessions', Sessions, { signal }),
  endSession: (session: string) => send(`/sessions/${session}/end`, { method: 'POST' }),
  signOutEverywhere: () => send('/sign-out/everywhere', { method: 'POST' }),
  passkeys: (signal?: AbortSignal) => request('/passkeys', Passkeys, { signal }),
  beginPasskey: () => request('/passkeys/begin', NewPasskeyOptions, { method: 'POST' }),
  addPasskey: (name: string, credential: object) => send('/passkeys', { method: 'POST', body: { name, credential } }),
  renamePasskey: (passkey: string, name: string) => send(`/passkeys/${passkey}/rename`, { method: 'POST', body: { name } }),
  removePasskey: (passkey: string) => send(`/passkeys/${passkey}/remove`, { method: 'POST' }),
  beginPasskeySignIn: () => request('/passkeys/sign-in/begin', PasskeyOptions, { method: 'POST' }),
  passkeySignIn: (credential: object) => send('/passkeys/sign-in', { method: 'POST', body: { credential } }),
  identities: (signal?: AbortSignal) => request('/identities', Identities, { signal }),
  unlinkIdentity: (identity: string) => send(`/identities/${identity}/unlink`, { method: 'POST' }),
  goToProvider: (provider: string, to: 'sign-in' | 'link', back: '/' | '/join' | '/account') =>
    request(`/oidc/${provider}/start`, ProviderAddress, { method: 'POST', body: { to, back } }),
  members: (negotiation: NegotiationId, ask: Pick<Ask, 'token' | 'signal'>) =>
    request(`/negotiations/${negotiation}/members`, Members, ask),
  giveSeat: (negotiation: NegotiationId, seat: Omit<Seat, 'seat'> & LinkTerms, token: string | undefined) =>
    request(`/negotiations/${negotiation}/seats`, InvitationLink, { method: 'POST', body: seat, token }),
  renewLink: (negotiation: NegotiationId, seat: SeatId, terms: LinkTerms, token: string | undefined) =>
    request(`/negotiations/${negotiation}/seats/${seat}/invitation`, InvitationLink, { method: 'POST', body: terms, token }),
  withdrawLink: (negotiation: NegotiationId, invitation: string, token: string | undefined) =>
    send(`/negotiations/${negotiation}/invitations/${invitation}/revoke`, { method: 'POST', token }),
  takeSeatAway: (negotiation: NegotiationId, seat: SeatId, reason: string, token: string | undefined) =>
    send(`/negotiations/${negotiation}/seats/${seat}/withdraw`, { method: 'POST', body: reason === '' ? {} : { reason }, token }),
  withdrawParty: (negotiation: NegotiationId, party: PartyId, reason: string, token: string | undefined) =>
    send(`/negotiations/${negotiation}/parties/${party}/withdraw`, { method: 'POST', body: { reason }, token }),
  privateRooms: (negotiation: NegotiationId, ask: Pick<Ask, 'token' | 'signal'>) =>
    request(`/negotiations/${negotiation}/rooms`, PrivateRoomEntry.array(), ask),
  openGroup: (negotiation: NegotiationId, opening: GroupOpening, token: string | undefined) =>
    request(`/negotiations/${negotiation}/groups`, GroupOpened, { method: 'POST', body: opening, token }),
  signOut: (token?: string) => send('/sign-out', { method: 'POST', token }),
  export: (negotiation: NegotiationId, query: ExportQuery, ask: Pick<Ask, 'token' | 'signal'>) =>
    receive(`/negotiations/${negotiation}/export?${new URLSearchParams(exportParams(query)).toString()}`, {
      ...ask,
      patience: EXPORT_PATIENCE_MS,
    }),
  privateExport: (room: RoomId, format: 'html' | 'md', token: string | undefined) =>
    receive(`/negotiations/${room}/export?format=${format}`, { token, patience: EXPORT_PATIENCE_MS }),
  history: (negotiation: string, clause: ClauseId, ask: Pick<Ask, 'token' | 'signal'>) =>
    request(`/negotiations/${negotiation}/clauses/${clause}/history`, ToldHistory, { ...ask, patience: HISTORY_PATIENCE_MS }),
  textsAt: (negotiation: string, at: Timestamp, ask: Pick<Ask, 'token' | 'signal'>) =>
    request(`/negotiations/${negotiation}/texts?at=${encodeURIComponent(at)}`, ToldTexts, { ...ask, patience: HISTORY_PATIENCE_MS }),
  feed: (negotiation: NegotiationId, token: string | undefined, signal?: AbortSignal) =>
    request(`/negotiations/${negotiation}/calendar`, Feed, { token, signal }),
  makeFeed: (negotiation: NegotiationId, token: string | undefined) =>
    request(`/negotiations/${negotiation}/calendar`, FeedMade, { method: 'POST', body: {}, token }),
  revokeFeed: (negotiation: NegotiationId, token: string | undefined) =>
    send(`/negotiations/${negotiation}/calendar`, { method: 'DELETE', token }),
  publishedBarometer: (negotiation: NegotiationId, signal?: AbortSignal) =>
    request(`/public/${negotiation}/commitments`, PublishedBarometer, { signal }),
  evidence: (negotiation: NegotiationId, sha256: string, token: string | undefined) =>
    receive(`/negotiations/${negotiation}/evidence/${sha256}`, { token, patience: EXPORT_PATIENCE_MS }),
} as const

/** How long a link is left open, in days, and for whose address, if for one. */
export type LinkTerms = { readonly days?: number; readonly expects?: string }

export type ExportQuery = {
  readonly what: ExportWhat
  readonly format: ExportFormat
  readonly positions: boolean
  readonly milestones: boolean
  readonly comments: boolean
  readonly tracked: boolean
}

function exportParams({ what, format, positions, milestones, comments, tracked }: ExportQuery): Record<string, string> {
  return {
    what,
    format,
    positions: String(positions),
    milestones: String(milestones),
    comments: String(comments),
    tracked: String(tracked),
  }
}
