/**
 * Who may do what, and where: the one table. Nothing else decides.
 *
 * A line for every command: in which kinds of room it is given, and which power a seat needs to give it there. Where a kind of room does not
 * stand in a line, the command is not given in such rooms at all. Which seats have which powers stands in `powers.ts`. A command without a
 * line does not compile.
 */
import type { CommandName } from './commands.ts'
import type { RoomKind } from './ids.ts'
import type { Power } from './powers.ts'

/** One power, any of several, or nothing but to sit there. */
export type Need = Power | readonly Power[] | 'a-seat'

export type Row = { readonly [kind in RoomKind]?: Need }

export const rights = {
  'party.seat': { table: 'preside' },
  'seat.assign': { table: ['admit', 'preside'] },
  'seat.take': { table: 'a-seat' },
  'seat.withdraw': { table: ['admit', 'preside'] },
  'seat.leave': { table: 'a-seat' },
  'seat.hand-over': { table: 'admit' },
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
  'clause.add': { table: 'structure' },
  'clause.retitle': { table: 'structure' },
  'clause.move': { table: 'structure' },
  'clause.withdraw': { table: 'structure' },
  'clause.restore': { table: 'structure' },
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
} as const satisfies { readonly [name in CommandName]: Row }

const rows: { readonly [name in string]?: Row } = rights

/** The line of a command. Throws when there is none. */
export function rowOf(name: string): Row {
  const row = Object.hasOwn(rows, name) ? rows[name] : undefined
  if (row === undefined) throw new TypeError(`The table of rights has no line for ${name}`)
  return row
}

/** The powers of which a seat needs one; none when it only needs to sit there. */
export function powersNeeded(need: Need): readonly Power[] {
  if (need === 'a-seat') return []
  return typeof need === 'string' ? [need] : need
}
