/**
 * How fast a file of evidence has to come. A slow line may take its time as long as bytes keep coming; a connection that has stalled, or
 * trickles only to be held open, is given up.
 */

export type Pace = {
  /** The longest time without a byte, in milliseconds. */
  readonly idle: number
  /** In each stretch of so many milliseconds … */
  readonly stretch: number
  /** … at least so many bytes have to come. */
  readonly least: number
}

/** A mobile line on a bad day brings 8 KB a second; 1 GB may take a day and a half. */
export const PACE: Pace = { idle: 30_000, stretch: 60_000, least: 60 * 8 * 1024 }

/** Raised when an upload stopped moving. Whoever brought it brings it again. */
export class UploadStalled extends Error {
  override readonly name = 'UploadStalled'
}

/** The same bytes as they come, as long as they keep pace. Throws `UploadStalled`, and lets go of the source, when they do not. */
export async function* keepingPace(bytes: ReadableStream<Uint8Array>, { idle, stretch, least }: Pace): AsyncIterable<Uint8Array> {
  const reader = bytes.getReader()
  let began = performance.now()
  let came = 0
  try {
    for (;;) {
      const { done, value } = await inTime(reader.read(), idle)
      if (done) return
      came += value.byteLength
      const now = performance.now()
      if (now - began >= stretch) {
        if (came < (least * (now - began)) / stretch) throw new UploadStalled('The upload is too slow')
        began = now
        came = 0
      }
      yield value
    }
  } finally {
    // Also when whoever reads has had enough: what is still to come is not waited for.
    reader.cancel().catch(() => undefined)
  }
}

async function inTime<Value>(coming: Promise<Value>, patience: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UploadStalled('The upload has stalled')), patience)
  })
  try {
    return await Promise.race([coming, late])
  } finally {
    clearTimeout(timer)
  }
}
