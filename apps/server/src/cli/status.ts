/** `entente status FILE|NEGOTIATION [--json]`: the state of every clause. */
import { stat } from 'node:fs/promises'
import { accepting, assess, numbersOf, pathTo, type Assessment, type Blocker, type Negotiation, type Readings } from '@entente/agreement'
import { stateOf } from '../sample/state.ts'
import type { Settings } from '../settings.ts'
import { now } from './clock.ts'
import { readSampleFile } from './file.ts'
import type { Exit, Output } from './output.ts'
import { readTable } from './stored.ts'

export async function status(target: string, { json }: { readonly json: boolean }, settings: Settings, out: Output): Promise<Exit> {
  const state = await lookUp(target, settings)
  if ('problem' in state) {
    out.note(state.problem)
    return 1
  }
  const { negotiation, readings, assessment } = state
  if (json) out.say(JSON.stringify(asJson(negotiation, readings, assessment)))
  else for (const line of inWords(negotiation, assessment)) out.say(line)
  return 0
}

type Found =
  | { readonly negotiation: Negotiation; readonly readings: Readings; readonly assessment: Assessment }
  | { readonly problem: string }

async function lookUp(target: string, settings: Settings): Promise<Found> {
  const isFile = (await stat(target).catch(() => undefined))?.isFile() === true
  if (isFile || target.endsWith('.json')) {
    const reading = await readSampleFile(target, now())
    return reading.ok ? stateOf(reading.sample.table) : { problem: reading.refusal.detail }
  }
  const table = await readTable(target, settings)
  return 'problem' in table ? table : { ...table, assessment: assess(table.negotiation, table.readings) }
}

/** For programs: the state of each clause, what stands in the way of each, and the shortest path to agreement on all. */
function asJson(negotiation: Negotiation, readings: Readings, assessment: Assessment) {
  const each = [...assessment.clauses.values()]
  return {
    clauses: Object.fromEntries(each.map(({ clause, status: state }) => [clause, state])),
    agreedSet: [...assessment.agreed].toSorted(),
    lapsed: each.flatMap(({ clause, blockers }) =>
      blockers.flatMap((blocker) =>
        blocker.why === 'lapsed' && accepting(blocker.position.position) ? [{ party: blocker.party, clause }] : [],
      ),
    ),
    blockers: Object.fromEntries(
      each.filter(({ blockers }) => blockers.length > 0).map(({ clause, blockers }) => [clause, blockers.map(plain)]),
    ),
    path: pathTo(negotiation, readings, assessment, 'all'),
  }
}

function plain(blocker: Blocker) {
  if (blocker.why !== 'lapsed') return blocker
  const { why, party, because, change, position } = blocker
  return { why, party, because, on: position.on, ...(change && { at: change.said.at, authors: change.authors }) }
}

function inWords(negotiation: Negotiation, { clauses, agreed }: Assessment): readonly string[] {
  const numbers = numbersOf(negotiation)
  return [
    negotiation.opened?.cover.title ?? '',
    `${agreed.size} of ${clauses.size} clauses agreed`,
    '',
    ...[...clauses.values()].map(({ clause, status: state }) => {
      const heading = negotiation.clauses.find((other) => other.clause === clause)?.heading ?? ''
      return `${(numbers.get(clause) ?? '').padEnd(5)}${state.padEnd(26)}${heading}`
    }),
  ]
}
