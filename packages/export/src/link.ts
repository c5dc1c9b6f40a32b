/**
 * Which links a paper follows.
 *
 * The editor's schema refuses other addresses too, but a document must be safe in itself: an address may have come from an older text or
 * another program. Anything not allowed here is printed as plain words.
 */

const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])
const MAX_ADDRESS = 2_000

/** The address in its normal form, or undefined if it must not become a link. Relative addresses lead nowhere on paper. */
export function permittedLink(address: string | undefined): string | undefined {
  if (address === undefined || address.length > MAX_ADDRESS || !URL.canParse(address)) return undefined
  const url = new URL(address)
  return PROTOCOLS.has(url.protocol) ? url.href : undefined
}
