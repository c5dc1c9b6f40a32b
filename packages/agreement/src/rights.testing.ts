/** The table of rights as a page of the documentation. `vitest -u packages/agreement/src/rights.test.ts` writes it anew. */
import { commands } from './commands.ts'
import { PartyKind, SeatRole } from './party.ts'
import { powersOf, type Power } from './powers.ts'
import { powersNeeded, type Need } from './rights.ts'

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
    '## Seats',
    '',
    'Which powers a seat has, by the kind of its party and its role there.',
    '',
    '| party | seat | powers |',
    '|---|---|---|',
    ...seats,
    '',
  ].join('\n')
}

function need(what: Need | undefined): string {
  if (what === undefined) return '–'
  return powersNeeded(what).join(' or ') || 'any seat'
}

function listed(powers: readonly Power[]): string {
  return powers.join(', ')
}
