/** A clientID as Yjs draws them where nobody leases any; most of them take five bytes. */
export function randomClient(): number {
  return Math.floor(Math.random() * 3e9) + 1e9
}
