/**
 * How much a client may send, hold back or ask for. Over a limit the frame is refused or the socket closed with a named code; nothing is cut.
 * What is counted over time is counted for each seat, over all its connections to a room.
 */
export const limits = {
  /** Bytes of one frame. The WebSocket server has the same number as its `maxPayload`. */
  frameBytes: 1 << 20,
  /** Frames at once, and per second on average: far above a person typing, far below a storm. */
  frameBurst: 400,
  framesPerSecond: 200,
  /** Bytes at once, and per second on average. */
  bytesBurst: 8 << 20,
  bytesPerSecond: 1 << 20,
  /**
   * Bytes that are kept for ever, at once and per hour on average: everything is evidence, so deleting gives nothing back. Somebody who types all day
   * writes less than 10 MB.
   */
  keptBurst: 64 << 20,
  keptPerHour: 64 << 20,
  /** What a statement counts at least among these bytes, because every browser at the table keeps it too. */
  statementBytes: 4_096,
  /** Commands at once, and per second on average. */
  commandBurst: 60,
  commandsPerSecond: 20,
  /** Requests for the whole state (sync step 1, query awareness): each may cost the encoding of all of it. */
  syncBurst: 30,
  syncsPerSecond: 2,
  /** Fresh documents: each is given a clientID that is kept for ever. */
  leaseBurst: 60,
  leasesPerMinute: 30,
  /** Bytes of one command as JSON. */
  commandBytes: 256 * 1_024,
  /** Bytes of one awareness message, and how many clients it may name. */
  awarenessBytes: 4_096,
  awarenessClients: 8,
  /** Earlier clientIDs a connection may claim in its handshake. */
  claimedClients: 64,
  /** Bytes a receiver may leave unread before it is cut off. It catches up by a fresh sync. */
  unsentBytes: 4 << 20,
  /** What may arrive while the room is still loading. */
  waitingFrames: 256,
  waitingBytes: 2 << 20,
  /** UTF-16 units of words in one room, all its texts together: some 300,000 words, 700 pages. */
  roomCharacters: 2_000_000,
  /** Bytes of accepted updates that may wait for storage in one room. */
  queuedBytes: 16 << 20,
  /** Connections to one room, and of one seat to it. */
  members: 2_000,
  membersPerSeat: 50,
  /** Entries of one `entries` frame; a longer catch-up is several frames. */
  entriesPerFrame: 500,
} as const

/** The limits a server runs with; tests and load runs may set some of them otherwise. */
export type Limits = { readonly [name in keyof typeof limits]: number }
