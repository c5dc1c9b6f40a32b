/** The version of the wire, told in the handshake. */

/**
 * Raised when either end would misunderstand the other, a new kind of fact in the journal included. History:
 * 1: the first.
 */
export const PROTOCOL_VERSION = 1
