/**
 * What members send, frame by frame: held to the limits, read, and handed to whoever it is for.
 *
 * A frame that is no frame of ours, or more than a person causes, ends its connection with a named code. Nothing here answers at once: every
 * answer waits for what it rests on to be stored.
 */
import type { SeatId } from '@entente/agreement'
import { readClientMessage, readFrame, writeMessage } from '../frames.ts'
import type { GateRefusal } from '../gate/index.ts'
import type { ServerMessage } from '../messages.ts'
import type { Acknowledging } from './acknowledging.ts'
import type { Attendance } from './attendance.ts'
import { openGatekeeper } from './gatekeeper.ts'
import type { Host } from './host.ts'
import type { Member } from './member.ts'
import type { Outbox } from './outbox.ts'
import type { Command, CommandAnswer, Proceedings } from './proceedings.ts'
import { outgoing, together } from './socket.ts'

/** Takes a frame of a member who may still send. Throws `GateBreach`, and what is our own mistake. */
export type Receiving = (member: Member, bytes: Uint8Array) => void

export type ReceivingOptions = {
  readonly proceedings: Proceedings
  readonly attendance: Attendance
  readonly outbox: Outbox
  readonly acknowledging: Acknowledging
  /** A seat makes a statement. */
  readonly say: (seat: SeatId, command: Command) => CommandAnswer
  /** A statement was answered: who sits where may have changed. */
  readonly reseat: () => void
  /** How long somebody may wait for a commit, in milliseconds. */
  readonly window: () => number
  readonly host: Pick<Host, 'time' | 'log' | 'limits'>
}

export function openReceiving({ proceedings, attendance, outbox, acknowledging, say, reseat, window, host }: ReceivingOptions): Receiving {
  const { room, words } = proceedings
  const { time, log, limits } = host
  const gatekeeper = openGatekeeper(proceedings, log)

  function take(member: Member, bytes: Uint8Array): void {
    const now = time.now()
    if (bytes.byteLength > limits.frameBytes) return member.end('too-large')
    const { frames, bytes: volume, syncs } = member.allowance
    if (!frames.spend(now) || !volume.spend(now, bytes.byteLength)) return member.end('rate-limited')
    const frame = readFrame(bytes)
    if (frame === undefined) return member.end('malformed')
    switch (frame.kind) {
      case 'step-1':
        return syncs.spend(now) ? takeRequest(member, frame.stateVector) : member.end('rate-limited')
      case 'step-2':
        member.reconciled = true
        return takeWords(member, frame.update, now)
      case 'update':
        return takeWords(member, frame.update, now)
      case 'awareness':
        return takeCaret(member, frame.update)
      case 'query-awareness':
        return syncs.spend(now) ? outbox.afterwards(() => () => member.send(together(...attendance.carets()))) : member.end('rate-limited')
      case 'message':
        return frame.json.length > limits.commandBytes ? member.end('too-large') : takeMessage(member, frame.json, now)
      default:
        return frame satisfies never
    }
  }

  /** Words: gate, memory, queue. The commit that takes them sends them on and acknowledges them. */
  function takeWords(member: Member, update: Uint8Array, now: number): void {
    if (!member.reconciled) {
      member.taken += 1
      return
    }
    if (proceedings.queued() + update.byteLength > limits.queuedBytes) return member.end('room-busy')
    if (!member.allowance.kept.spend(now, update.byteLength)) return member.end('rate-limited')
    const outcome = gatekeeper(member, update, now)
    if (outcome.kind === 'refusal') return refuse(member, outcome, update)
    if (!outcome.noop) {
      for (const client of outcome.authors.keys()) proceedings.leases.hold(client, member.seat)
      words.take(member.seat, update, outcome)
      outbox.changed(window())
    }
    acknowledging.took(member)
  }

  /** A refusal ends the document it was written in: Yjs can never apply what the same author writes after it. */
  function refuse(member: Member, { code, rule, root }: GateRefusal, update: Uint8Array): void {
    const { seat, client } = member
    log({ event: 'update-refused', room, seat, client, code, rule, bytes: update.byteLength })
    member.muted = true
    outbox.afterwards(() => () => {
      tell(member, { kind: 'refused', code, ...(root !== undefined && { root }) })
      member.end('update-refused')
    })
  }

  function takeRequest(member: Member, stateVector: Uint8Array): void {
    outbox.afterwards(() => {
      const answer = words.answer(stateVector)
      return () => (answer === undefined ? member.end('malformed') : member.send(answer))
    })
  }

  function takeCaret(member: Member, update: Uint8Array): void {
    const taken = attendance.caret(member, update)
    if (taken === undefined) return member.end('malformed')
    if (taken.strangers === 0 || member.forged) return
    member.forged = true
    log({ event: 'awareness-forged', room, seat: member.seat, client: member.client })
  }

  function takeMessage(member: Member, json: string, now: number): void {
    const message = readClientMessage(json)
    if (message === undefined) return member.end('malformed')
    const { request } = message
    const { commands, kept } = member.allowance
    const answer: CommandAnswer =
      commands.spend(now) && kept.spend(now, Math.max(json.length, limits.statementBytes))
        ? say(member.seat, message)
        : { ok: false, refusal: { code: 'rate-limited' } }
    outbox.afterwards(() => () => tell(member, { kind: 'answer', request, ...answer }), window())
    reseat()
  }

  return take
}

function tell(member: Member, message: ServerMessage): void {
  member.send(outgoing(writeMessage(message)))
}
