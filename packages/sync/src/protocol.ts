/** The version of the wire, told in the handshake. */

/**
 * Raised when either end would misunderstand the other, a new kind of fact in the journal included. History:
 * 1: the first.
 * 2: rooms besides the table, and the kinds of fact that came with them, with amendments, proceedings and milestones after agreement.
 */
export const PROTOCOL_VERSION = 2
