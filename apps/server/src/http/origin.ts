/**
 * Whether a request comes from our own pages.
 *
 * Browsers send `Origin` with every WebSocket upgrade and every POST; a foreign one means that another site acts with somebody's cookie
 * (OWASP ASVS 5, 4.4.2). Where no origin is configured, the page's own host is taken, but only if it is this computer or a bare address:
 * a domain name would let anybody who controls a name point it here (DNS rebinding).
 */
import { isIP } from 'node:net'

/** `host` is the Host header; a missing Origin is foreign, because every browser sends it where this is asked. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, configured: readonly string[]): boolean {
  if (origin === undefined) return false
  if (configured.length > 0) return configured.includes(origin)
  const from = URL.parse(origin)
  return from !== null && from.host === host && isLocalName(from.hostname)
}

function isLocalName(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0
}
