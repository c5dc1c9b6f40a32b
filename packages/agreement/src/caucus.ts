/** Commands of a private room: the line on a clause, notes, requests to the head. None of it is heard at the table. */
import { z } from 'zod'
import { standingClause } from './clauses.ts'
import { command, record, refuse } from './command.ts'
import { Line } from './fact.ts'
import { AskId, ClauseId, Fingerprint } from './ids.ts'
import { MAX_ASKS, MAX_NOTES, MAX_STATEMENT } from './limits.ts'
import { Stance } from './position.ts'
import { unfitting } from './positions.ts'
import { may } from './powers.ts'
import { askState, lineOn } from './private-room.ts'
import { digest } from './wording.ts'

const Text = z.string().trim().min(1).max(MAX_STATEMENT)

export const setLine = command({
  name: 'line.set',
  says: 'Set the delegation’s line on a clause: what it says first, what it can live with, or what it will not go below.',
  input: z.strictObject({ clause: ClauseId, line: Line, text: Text }),
  rule({ negotiation }, { clause, line, text }) {
    const wrong = standingClause(negotiation, clause)
    if (wrong) return refuse(wrong)
    if (lineOn(negotiation, clause).get(line)?.text === text) return refuse({ code: 'nothing-new' })
    if (negotiation.notes.length >= MAX_NOTES) return refuse({ code: 'too-many', what: 'note', limit: MAX_NOTES })
    return record({ kind: 'caucus-note-kept', clause, noteKind: line, text })
  },
})

export const dropLine = command({
  name: 'line.drop',
  says: 'Take a step of the delegation’s line on a clause away. What it was stays in the room’s record.',
  input: z.strictObject({ clause: ClauseId, line: Line }),
  rule({ negotiation }, { clause, line }) {
    if (!lineOn(negotiation, clause).has(line)) return refuse({ code: 'nothing-new' })
    return record({ kind: 'line-dropped', clause, line })
  },
})

export const keepNote = command({
  name: 'note.keep',
  says: 'Keep a note in this room, of a clause or of the whole.',
  input: z.strictObject({ clause: ClauseId.optional(), noteKind: z.enum(['instruction', 'assessment', 'note']), text: Text }),
  rule({ negotiation }, { clause, noteKind, text }) {
    const wrong = clause && standingClause(negotiation, clause)
    if (wrong) return refuse(wrong)
    if (negotiation.notes.length >= MAX_NOTES) return refuse({ code: 'too-many', what: 'note', limit: MAX_NOTES })
    return record({ kind: 'caucus-note-kept', noteKind, text, ...(clause !== undefined && { clause }) })
  },
})

export const retractNote = command({
  name: 'note.retract',
  says: 'Retract a note by the number of its entry. It stays in the room’s record, marked as retracted.',
  input: z.strictObject({ note: z.int().min(1) }),
  rule({ negotiation }, { note }) {
    const found = negotiation.notes.find(({ said }) => said.seq === note)
    if (found === undefined) return refuse({ code: 'unknown', what: 'note', id: String(note) })
    return found.retracted === undefined ? record({ kind: 'caucus-note-retracted', note }) : refuse({ code: 'nothing-new' })
  },
})

export const askToAccept = command({
  name: 'acceptance.ask',
  says: 'Ask those who bind the party to take this position on these words. The request waits in the caucus.',
  input: z.strictObject({ clause: ClauseId, on: Fingerprint, position: Stance }),
  rule(situation, { clause, on, position }) {
    const { negotiation, readings, speaker, fresh } = situation
    if (may(speaker, 'bind')) return refuse({ code: 'binds-already' })
    const unfit = unfitting(situation, { clause, on, position })
    if (unfit) return refuse(unfit)
    const same = [...negotiation.asks.values()].some(
      (ask) =>
        ask.clause === clause &&
        ask.on === on &&
        digest(ask.position) === digest(position) &&
        askState(negotiation, readings, ask) === 'waits',
    )
    if (same) return refuse({ code: 'nothing-new' })
    if (negotiation.asks.size >= MAX_ASKS) return refuse({ code: 'too-many', what: 'ask', limit: MAX_ASKS })
    return record({ kind: 'acceptance-asked', ask: AskId.parse(`q-${fresh}`), clause, on, position })
  },
})

export const declineAsk = command({
  name: 'acceptance.decline',
  says: 'Decline to take a position that a member of the delegation asked for. To take it, take it at the table.',
  input: z.strictObject({ ask: AskId, reason: z.string().trim().max(MAX_STATEMENT).optional() }),
  rule({ negotiation, readings }, { ask, reason }) {
    const found = negotiation.asks.get(ask)
    if (found === undefined) return refuse({ code: 'unknown', what: 'ask', id: ask })
    if (askState(negotiation, readings, found) !== 'waits') return refuse({ code: 'ask-answered' })
    return record({ kind: 'acceptance-declined', ask, ...(reason && { reason }) })
  },
})

export const takeBackAsk = command({
  name: 'acceptance.take-back',
  says: 'Take back one’s own request to accept.',
  input: z.strictObject({ ask: AskId }),
  rule({ negotiation, readings, speaker }, { ask }) {
    const found = negotiation.asks.get(ask)
    if (found === undefined) return refuse({ code: 'unknown', what: 'ask', id: ask })
    if (found.said.by === 'server' || found.said.by.seat !== speaker.seat.seat) return refuse({ code: 'not-the-author' })
    if (askState(negotiation, readings, found) !== 'waits') return refuse({ code: 'ask-answered' })
    return record({ kind: 'ask-taken-back', ask })
  },
})
