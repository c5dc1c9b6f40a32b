/**
 * What a client sent, brought into the shape that is asked for.
 *
 * Two things no shape says are looked for first. A reader of shapes goes as deep as what it reads, so depth has a limit. And half a character
 * has no canonical JSON (RFC 8785 takes what I-JSON can say, RFC 7493 section 2.1): no entry of the record could be made of it.
 */
import type { z } from 'zod'
import { MAX_INPUT_DEPTH } from './limits.ts'

export type SaidInput<Input> = { readonly ok: true; readonly input: Input } | { readonly ok: false; readonly detail: string }

/** `raw` is plain JSON. `detail` says the first thing wrong with it, as `field: what`. */
export function inputOf<Input>(shape: z.ZodType<Input>, raw: unknown): SaidInput<Input> {
  const detail = faultIn(raw)
  if (detail !== undefined) return { ok: false, detail }
  const parsed = shape.safeParse(raw)
  return parsed.success ? { ok: true, input: parsed.data } : { ok: false, detail: firstIssue(parsed.error) }
}

/** Why plain JSON can be no input at all, as `field: what`. Without calling itself, because what it guards against is depth. */
export function faultIn(raw: unknown): string | undefined {
  const waiting: { readonly value: unknown; readonly field: string; readonly depth: number }[] = [{ value: raw, field: '', depth: 0 }]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const { value, field, depth } = one
    if (typeof value === 'string' && !value.isWellFormed()) return `${field}: half a character`
    if (typeof value !== 'object' || value === null) continue
    if (depth === MAX_INPUT_DEPTH) return `${field}: too deep`
    for (const [key, inner] of Object.entries(value)) {
      if (!key.isWellFormed()) return `${field}: half a character`
      // Only the outermost names are named: they are the fields of a form.
      waiting.push({ value: inner, field: depth === 0 ? key : field, depth: depth + 1 })
    }
  }
  return undefined
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  if (issue === undefined) return 'unreadable'
  return issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message
}
