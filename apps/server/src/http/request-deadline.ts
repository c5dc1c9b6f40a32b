/**
 * A request has to arrive within a time, body and all, so that nobody holds a connection open with a request that never ends. Node's own
 * deadline counts for every request alike; a file of evidence on a slow line may take longer, and keeps pace instead (`evidence/pace.ts`).
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'

/** How long a whole request may take to arrive, in milliseconds. */
export const REQUEST_TIME = 60_000

export function keepRequestDeadline(server: Server, within: number, isExempt: (request: IncomingMessage) => boolean): void {
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (isExempt(request)) return
    const timer = setTimeout(() => {
      if (request.complete) return
      if (!response.headersSent && request.socket.writable)
        request.socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n')
      request.socket.destroy()
    }, within)
    timer.unref()
    const over = () => clearTimeout(timer)
    request.once('end', over)
    response.once('close', over)
  })
}
