/** Bytes of evidence on their way in, written to a file of this computer and measured as they come. */
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { Incoming } from '../evidence.ts'

/** Writes what comes and answers how many bytes it was, or what is wrong with them. Stops reading at the limit. */
export async function written(
  path: string,
  { sha256, limit }: Incoming,
  bytes: AsyncIterable<Uint8Array>,
): Promise<number | 'empty' | 'too-large' | 'wrong-hash'> {
  const file = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const part of bytes) {
      size += part.byteLength
      if (size > limit) return 'too-large'
      hash.update(part)
      await file.write(part)
    }
    if (size === 0) return 'empty'
    if (hash.digest('hex') !== sha256) return 'wrong-hash'
    await file.sync()
    return size
  } finally {
    await file.close()
  }
}
