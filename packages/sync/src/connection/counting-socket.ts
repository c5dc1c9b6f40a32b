/**
 * A WebSocket that tells when a frame with words has been sent.
 *
 * y-websocket's provider sends by itself and has no acknowledgement of its own. Both ends count these frames, per socket; the server says
 * up to which of them everything is on disk.
 */
import { carriesWords } from '../frames.ts'

export type SocketClass = typeof WebSocket

/** `opened` is called for each new socket, `sent` after each frame with words. */
export function countingSocket(
  Base: SocketClass,
  { opened, sent }: { readonly opened: () => void; readonly sent: () => void },
): SocketClass {
  return class CountingSocket extends Base {
    constructor(...how: ConstructorParameters<SocketClass>) {
      super(...how)
      opened()
    }
    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data)
      if (data instanceof Uint8Array && carriesWords(data)) sent()
    }
  }
}
