/**
 * One request to the server: who asks, what comes back, and every way it can fail as a value.
 */
import type { z } from 'zod'
import { api } from '../app/base.ts'
import { Problem } from './shapes.ts'

/** No answer after so long is treated as no connection. A document in the making may take longer: see `patience`. */
const PATIENCE_MS = 15_000

export type Fault =
  /** There was no answer. */
  | { readonly kind: 'unreachable' }
  /** The server said no. `code` is its machine-readable reason. */
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly detail: string | undefined }
  /** The answer was not what this app understands: app and server are of different versions, or the server is faulty. */
  | { readonly kind: 'unreadable'; readonly detail: string }

export type Outcome<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: Fault }

export type Ask = {
  readonly method?: 'GET' | 'POST' | 'DELETE'
  readonly body?: unknown
  /** A demonstration seat's token; without it the cookie speaks. */
  readonly token?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Milliseconds to wait for an answer. */
  readonly patience?: number
}

/** Asks for JSON of a known shape. */
export async function request<Value>(path: `/${string}`, shape: z.ZodType<Value>, ask: Ask = {}): Promise<Outcome<Value>> {
  const answer = await send(path, ask)
  if (!answer.ok) return answer
  const json: unknown = await answer.value.json().catch(() => undefined)
  const parsed = shape.safeParse(json)
  if (parsed.success) return { ok: true, value: parsed.data }
  const issue = parsed.error.issues[0]
  return { ok: false, fault: { kind: 'unreadable', detail: `${path}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}` } }
}

/** Sends a request and answers the response if the server said yes. */
export async function send(
  path: `/${string}`,
  { method = 'GET', body, token, signal, patience = PATIENCE_MS }: Ask,
): Promise<Outcome<Response>> {
  const timeout = AbortSignal.timeout(patience)
  let response: Response
  try {
    response = await fetch(api(path), {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    })
  } catch {
    // fetch throws only when there was no response at all: no network, cut off, or given up by the signal.
    return { ok: false, fault: { kind: 'unreachable' } }
  }
  if (response.ok) return { ok: true, value: response }
  const json: unknown = await response.json().catch(() => undefined)
  const problem = Problem.safeParse(json)
  return {
    ok: false,
    fault: {
      kind: 'refused',
      status: response.status,
      code: problem.success ? problem.data.code : `http-${response.status}`,
      detail: problem.success ? problem.data.detail : undefined,
    },
  }
}
