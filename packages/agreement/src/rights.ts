/**
 * Who may do what, and where: the one table. Nothing else decides.
 *
 * A line for every command: in which kinds of room it is given, and which power a seat needs to give it there. Where a kind of room does not
 * stand in a line, the command is not given in such rooms at all. Which seats have which powers stands in `powers.ts`. A command without a
 * line does not compile.
 */
import type { CommandName } from './commands.ts'
import type { RoomKind } from './ids.ts'
import type { Speaker } from './party.ts'
import { may, type Power } from './powers.ts'

/** One power, any of several, or nothing but to sit there. */
export type Need = Power | readonly Power[] | 'a-seat'

export type Row = { readonly [kind in RoomKind]?: Need } & {
  /** Given also while a group still waits for parties to agree to meet. */
  readonly early?: boolean
}

export const rights = {
  'party.seat': { table: 'preside' },
  'party.withdraw': { table: 'preside' },
  'seat.assign': { table: ['admit', 'preside'] },
  'seat.take': { table: 'a-seat' },
  'seat.withdraw': { table: ['admit', 'preside'] },
  'seat.leave': { table: 'a-seat' },
  'seat.move': { table: ['admit', 'preside'] },
  'seat.hand-over': { table: 'admit' },
  'seat.empower': { table: 'admit' },
  'seat.disempower': { table: 'admit' },
  'credentials.verify': { table: 'preside' },
  'round.open': { table: 'preside' },
  'round.close': { table: 'preside' },
  'agenda.set': { table: 'preside' },
  'agenda.move': { table: 'preside' },
  'sitting.open': { table: 'preside' },
  'sitting.close': { table: 'preside' },
  'access.set': { table: 'preside' },
  'floor.ask': { table: 'a-seat' },
  'floor.withdraw': { table: 'a-seat' },
  'floor.give': { table: 'preside' },
  'floor.end': { table: 'a-seat' },
  'floor.limit': { table: 'preside' },
  'floor.close-list': { table: 'preside' },
  'floor.open-list': { table: 'preside' },
  'roll-call.open': { table: 'preside' },
  'roll-call.answer': { table: 'bind' },
  'roll-call.pass': { table: ['bind', 'preside'] },
  'roll-call.close': { table: 'preside' },
  'drafting.set': { table: 'preside' },
  'text.bring-in': { table: 'structure' },
  'section.add': { table: 'structure' },
  'section.retitle': { table: 'structure' },
  'section.move': { table: 'structure' },
  'section.remove': { table: 'structure' },
  'text.renumber': { table: 'preside' },
  'clause.add': { table: 'structure' },
  'clause.retitle': { table: 'structure' },
  'clause.move': { table: 'structure' },
  'clause.withdraw': { table: 'structure' },
  'clause.restore': { table: 'structure' },
  'clause.split': { table: 'structure' },
  'clause.join': { table: 'structure' },
  'clause.duplicate': { table: 'structure' },
  'clause.freeze': { table: 'preside' },
  'clause.reopen': { table: 'preside' },
  'bracket.attribute': { table: 'draft' },
  'amendment.table': { table: 'draft' },
  'amendment.table-deletion': { table: 'draft' },
  'amendment.table-clause': { table: 'draft' },
  'amendment.support': { table: 'bind' },
  'amendment.leave': { table: 'bind' },
  'amendment.withdraw': { table: 'draft' },
  'amendment.update': { table: 'draft' },
  'amendment.incorporate': { table: ['hold-the-pen', 'draft'] },
  'amendment.streamline': { table: 'preside' },
  'position.take': { table: 'bind' },
  'position.withdraw': { table: 'bind' },
  'position.confirm': { table: 'bind' },
  'declaration.make': { table: 'bind' },
  'package.offer': { table: 'offer' },
  'package.withdraw': { table: 'offer' },
  'package.accept': { table: 'bind' },
  'silence.open': { table: 'preside' },
  'silence.break': { table: 'bind' },
  'silence.propose-time': { table: 'preside' },
  'silence.accept-time': { table: 'bind' },
  'correction.propose': { table: 'preside' },
  'correction.object': { table: 'bind' },
  'correction.drop': { table: 'preside' },
  'thread.open': { table: 'comment', caucus: 'comment', group: 'comment' },
  'comment.make': { table: 'comment', caucus: 'comment', group: 'comment' },
  'comment.retract': { table: 'comment', caucus: 'comment', group: 'comment' },
  'thread.resolve': { table: 'comment', caucus: 'comment', group: 'comment' },
  'thread.reopen': { table: 'comment', caucus: 'comment', group: 'comment' },
  'milestone.propose': { table: 'commit' },
  'milestone.revise': { table: 'commit' },
  'milestone.withdraw': { table: 'commit' },
  'milestone.report': { table: 'report' },
  'milestone.find': { table: 'attest' },
  'milestone.dispute': { table: 'bind' },
  'milestone.inspect': { table: 'attest' },
  'milestone.breach': { table: 'attest' },
  'milestone.request': { table: 'bind' },
  'milestone.remedy': { table: 'attest' },
  'milestone.waive': { table: 'bind' },
  'anchor.name': { table: 'preside' },
  'anchor.set': { table: 'attest' },
  'review.hold': { table: 'attest' },
  'publication.agree': { table: 'bind' },
  'publication.withhold': { table: 'bind' },
  'group.announce': { table: ['preside', 'bind'] },
  'group.join': { group: ['bind', 'preside'], early: true },
  'group.leave': { group: ['bind', 'preside'], early: true },
  'group.close': { group: ['bind', 'preside'] },
  'line.set': { caucus: 'draft' },
  'line.drop': { caucus: 'draft' },
  'note.keep': { caucus: 'comment', group: 'comment' },
  'note.retract': { caucus: 'comment', group: 'comment' },
  'acceptance.ask': { caucus: 'draft' },
  'acceptance.decline': { caucus: 'bind' },
  'acceptance.take-back': { caucus: 'draft' },
  'draft.open': { caucus: 'draft', group: 'draft' },
  'draft.discard': { caucus: 'draft', group: 'draft' },
} as const satisfies { readonly [name in CommandName]: Row }

/** What is done beside the rooms, over HTTP only. */
export const acts = {
  'group.open': { table: ['preside', 'bind'] },
} as const satisfies { readonly [name: string]: Row }

/**
 * Who types in which text, by kind of text and of room. In a clause those who draft; while the pen is held, those who hold it, or those who
 * draft for the delegation it was given to. In an amendment those who draft for the party that tabled it, or in its own room before; in a
 * translation the revisers of that language.
 */
export const roots = {
  clause: { open: { table: 'draft' }, held: { table: 'hold-the-pen' }, given: { table: 'draft' } },
  amendment: { table: 'draft', caucus: 'draft', group: 'draft' },
  translation: { table: 'translate' },
} as const satisfies { readonly [kind: string]: Row | { readonly open: Row; readonly held: Row; readonly given: Row } }

const rows: { readonly [name in string]?: Row } = rights

/** The line of a command. Throws when there is none. */
export function rowOf(name: string): Row {
  const row = Object.hasOwn(rows, name) ? rows[name] : undefined
  if (row === undefined) throw new TypeError(`The table of rights has no line for ${name}`)
  return row
}

/** Whether the speaker meets a need in a room of that kind. */
export function meets(speaker: Speaker, row: Row, room: RoomKind): boolean {
  const need = row[room]
  if (need === undefined) return false
  const powers = powersNeeded(need)
  return powers.length === 0 || powers.some((power) => may(speaker, power))
}

/** The powers of which a seat needs one; none when it only needs to sit there. */
export function powersNeeded(need: Need): readonly Power[] {
  if (need === 'a-seat') return []
  return typeof need === 'string' ? [need] : need
}
