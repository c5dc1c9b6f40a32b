/** `entente status FILE|NEGOTIATION [--json]`: the state of every clause. */
import { stat } from 'node:fs/promises'
import { assess, numbersOf, type Assessment, type Negotiation } from '@entente/agreement'
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
  const { negotiation, assessment } = state
  if (json) out.say(JSON.stringify({ clauses: Object.fromEntries([...assessment.clauses].map(([clause, of]) => [clause, of.status])) }))
  else for (const line of inWords(negotiation, assessment)) out.say(line)
  return 0
}

type Found = { readonly negotiation: Negotiation; readonly assessment: Assessment } | { readonly problem: string }

async function lookUp(target: string, settings: Settings): Promise<Found> {
  const isFile = (await stat(target).catch(() => undefined))?.isFile() === true
  if (isFile || target.endsWith('.json')) {
    const reading = await readSampleFile(target, now())
    return reading.ok ? stateOf(reading.sample.table) : { problem: reading.refusal.detail }
  }
  const table = await readTable(target, settings)
  return 'problem' in table ? table : { negotiation: table.negotiation, assessment: assess(table.negotiation, table.readings) }
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
