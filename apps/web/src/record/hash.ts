/** A hash as people compare it: in groups of four. */
export function groupedHash(hash: string): string {
  return hash.match(/.{1,4}/g)?.join(' ') ?? ''
}
