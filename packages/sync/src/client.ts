/** What a browser needs of a room. */
export { CLOSE, closeReason, retryable, type CloseCode, type CloseReason } from './close.ts'
export { connectRoom, type ConnectOptions } from './connection/connect.ts'
export { leaveCleaningToServer } from './connection/cleaning.ts'
export type { Device, KeptDraft, KeptWords, Shelf } from './connection/device.ts'
export type { EarlierLife } from './connection/earlier-life.ts'
export { keepNeighboursTrue } from './connection/neighbours.ts'
export type { Answer, Chain, Connection, OvertakenDraft, Presence, RefusedDraft, Room, RoomView, Undelivered } from './connection/view.ts'
