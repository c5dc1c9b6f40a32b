/** Everything the pages ask of the server over HTTP, one function each. Rooms are not here: they are sockets. */
import type { NegotiationId, Opening, SeatId } from '@entente/agreement'
import type { z } from 'zod'
import { request, send, type Ask, type Outcome } from './request.ts'
import { Demo, DemoSeat, Invitation, Me, NegotiationSummary, Opened, Redeemed, ServerState } from './shapes.ts'

/** A PDF of a long text takes its time. */
const EXPORT_PATIENCE_MS = 120_000

export type ExportWhat = 'agreed' | 'rolling'
export type ExportFormat = 'docx' | 'pdf' | 'html' | 'md' | 'csv' | 'xlsx'

export const server = {
  me: (signal?: AbortSignal) => request('/me', Me, { signal }),
  state: (signal?: AbortSignal) => request('/server', ServerState, { signal }),
  negotiations: (signal?: AbortSignal) => request('/negotiations', NegotiationSummary.array(), { signal }),
  demo: (signal?: AbortSignal) => request('/demo', Demo, { signal }),
  takeDemoSeat: (negotiation: NegotiationId, seat: SeatId) =>
    request('/demo/seats', DemoSeat, { method: 'POST', body: { negotiation, seat } }),
  open: (opening: z.input<typeof Opening>) => request('/negotiations', Opened, { method: 'POST', body: opening }),
  lookAtInvitation: (token: string) => request('/invitations/look', Invitation, { method: 'POST', body: { token } }),
  redeemInvitation: (token: string, name: string) => request('/invitations/redeem', Redeemed, { method: 'POST', body: { token, name } }),
  signOut: (token?: string) => send('/sign-out', { method: 'POST', token }),
  export: (negotiation: NegotiationId, query: ExportQuery, ask: Pick<Ask, 'token' | 'signal'>): Promise<Outcome<Response>> =>
    send(`/negotiations/${negotiation}/export?${new URLSearchParams(exportParams(query)).toString()}`, {
      ...ask,
      patience: EXPORT_PATIENCE_MS,
    }),
} as const

export type ExportQuery = {
  readonly what: ExportWhat
  readonly format: ExportFormat
  readonly positions: boolean
  readonly milestones: boolean
}

function exportParams({ what, format, positions, milestones }: ExportQuery): Record<string, string> {
  return { what, format, positions: String(positions), milestones: String(milestones) }
}
