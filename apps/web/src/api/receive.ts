/** A file from the server, to its last byte: a connection that breaks off in the middle is no file. */
import { send, type Ask, type Outcome } from './request.ts'

export type Received = {
  readonly blob: Blob
  /** As the server calls it. */
  readonly name: string | undefined
}

export async function receive(path: `/${string}`, ask: Ask): Promise<Outcome<Received>> {
  const answer = await send(path, ask)
  if (!answer.ok) return answer
  try {
    return { ok: true, value: { blob: await answer.value.blob(), name: fileNameOf(answer.value.headers.get('content-disposition')) } }
  } catch {
    // The body ends early only when the connection does, or when it was given up by the signal.
    return { ok: false, fault: { kind: 'unreachable' } }
  }
}

/** The name in a Content-Disposition header (RFC 6266), if there is one: the form that can have any letter, else the plain one. */
export function fileNameOf(header: string | null): string | undefined {
  const [, encoded] = header?.match(/filename\*=UTF-8''([^;\s]+)/i) ?? []
  const name = encoded === undefined ? header?.match(/filename="([^"]+)"/)?.[1] : decoded(encoded)
  return name === undefined || /[/\\]/.test(name) ? undefined : name
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    // Not from our server, which encodes what it sends.
    return undefined
  }
}
