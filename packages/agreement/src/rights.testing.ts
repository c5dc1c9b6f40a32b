/** The table of rights as a page of the documentation. `vitest run packages/agreement/src/rights.test.ts -u` writes it anew. */
import { commands } from './commands.ts'
import { PartyKind, SeatRole } from './party.ts'
import { EMPOWERED, powersOf, type Power } from './powers.ts'
import { acts, powersNeeded, roots, type Need, type Row } from './rights.ts'

export function rightsDocument(): string {
  const rows = Object.values(commands).map(
    ({ name, rights }) => `| \`${name}\` | ${need(rights.table)} | ${need(rights.caucus)} | ${need(rights.group)} |`,
  )
  const seats = PartyKind.options.flatMap((kind) =>
    SeatRole.options.map((role) => `| ${kind} | ${role} | ${listed(powersOf(kind, role)) || 'reads only'} |`),
  )
  return [
    '# Who may do what',
    '',
    'This page is written from `packages/agreement/src/rights.ts` and `powers.ts`, the only place that decides; a test holds it against them.',
    '',
    '## Commands',
    '',
    'Which power a seat needs to give a command, by kind of room. A dash: the command is not given in such rooms, whoever asks.',
    '',
    '| command | at the table | in a caucus | in a group |',
    '|---|---|---|---|',
    ...rows,
    '',
    '## Acts',
    '',
    'What is done over HTTP beside the rooms, with the same powers.',
    '',
    '| act | power |',
    '|---|---|',
    ...Object.entries(acts).map(([name, { table }]) => `| \`${name}\` | ${need(table)} |`),
    '',
    '## Texts',
    '',
    'Which power a seat needs to type in a text, by kind of room. An amendment at the table is typed by the party that tabled it only, a translation by those',
    'whose party has the language.',
    '',
    '| text | at the table | in a caucus | in a group |',
    '|---|---|---|---|',
    text('the words of a clause, drafting open', roots.clause.open),
    text('the words of a clause, the pen held by the chair’s office', roots.clause.held),
    text('the words of a clause, the pen given to the delegation', roots.clause.given),
    text('an amendment; in a private room, a draft of one', roots.amendment),
    text('a translation', roots.translation),
    '',
    '## Seats',
    '',
    'Which powers a seat has, by the kind of its party and its role there.',
    '',
    '| party | seat | powers |',
    '|---|---|---|',
    ...seats,
    '',
    `A seat that its head has empowered has besides: ${listed(EMPOWERED)}.`,
    '',
    '## Caucuses',
    '',
    'A caucus is open to the seats of its delegation. Once a head of the delegation has sat down, it begins anew with every seat in it that somebody outside gives to a',
    'newcomer, and with every seat of its own that somebody outside makes the head’s (`renewal.ts`). A seat may then give commands and type in the newest',
    'caucus only, may read that one and every earlier one since the seat was given, and has no place in those before.',
    '',
    '## Groups',
    '',
    'A group is open to the seats of the parties it was opened for, until a party leaves. Once a head of a party has sat down, a seat that somebody outside the party gave has no place in',
    'groups that were opened before that, unless the party whose act it was is a member of the group itself (`private-room.ts`).',
    '',
  ].join('\n')
}

function text(what: string, { table, caucus, group }: Row): string {
  return `| ${what} | ${need(table)} | ${need(caucus)} | ${need(group)} |`
}

function need(what: Need | undefined): string {
  if (what === undefined) return '–'
  return powersNeeded(what).join(' or ') || 'any seat'
}

function listed(powers: readonly Power[]): string {
  return powers.join(', ')
}
