/**
 * Taking an amendment into the text, whole or change by change.
 *
 * Whoever presides decides it; whoever else holds the pen may do it once the parties behind the reading are enough under the decision rule.
 * Nobody can take in their own amendment alone. The server then changes the words itself, in the commit of the statement, so consent to
 * that reading is consent to the text from that moment.
 */
import { z } from 'zod'
import { behind, carried, type Amendment } from './amendment.ts'
import { asRead } from './as-read.ts'
import { readsOtherwise, tabledAmendment } from './amendments.ts'
import { unfrozenClause } from './clauses.ts'
import { command, record, refuse, type Decision, type Situation } from './command.ts'
import { AmendmentId, ClauseId, Fingerprint } from './ids.ts'
import { MAX_BLOCKS } from './limits.ts'
import { mayType, penOf } from './pen.ts'
import { may } from './powers.ts'
import type { Refusal } from './refusal.ts'

export const incorporateAmendment = command({
  name: 'amendment.incorporate',
  says: 'Take an amendment into the text, whole, or only the changes with these numbers.',
  input: z.strictObject({
    amendment: AmendmentId,
    /** The wording of the text, where there is one already, and the reading of the amendment, as they were read. */
    on: Fingerprint.optional(),
    of: Fingerprint.optional(),
    changes: z.array(z.int().min(0)).min(1).max(MAX_BLOCKS).optional(),
  }),
  rule(situation, { amendment, on, of, changes }) {
    const found = tabledAmendment(situation.negotiation, amendment)
    if ('code' in found) return refuse(found)
    const wrong = notTheirs(situation, found) ?? textOtherwise(situation, found, on) ?? readsOtherwise(situation, found, of)
    if (wrong) return refuse(wrong)
    return intoTheText(situation, found, changes)
  },
})

function intoTheText({ amended, fresh }: Situation, found: Amendment, changes: readonly number[] | undefined): Decision {
  const { amendment } = found
  switch (found.does) {
    case 'reword': {
      const reading = amended.get(amendment)
      if (reading === undefined) return refuse({ code: 'unknown', what: 'amendment', id: amendment })
      if (reading.changes === 0) return refuse({ code: 'nothing-new' })
      if (changes === undefined && reading.conflicts > 0) return refuse({ code: 'amendment-conflicts', conflicts: reading.conflicts })
      const chosen = changes === undefined ? undefined : [...new Set(changes)].toSorted((a, b) => a - b)
      if (chosen?.some((change) => change >= reading.changes))
        return refuse({ code: 'malformed', detail: 'changes: there are not so many' })
      const whole = chosen === undefined || (chosen.length === reading.changes && reading.conflicts === 0)
      return record({ kind: 'amendment-incorporated', amendment, of: reading.fingerprint, ...(!whole && { changes: chosen }) })
    }
    case 'delete':
      return record({ kind: 'clause-withdrawn', clause: found.clause, reason: '' }, { kind: 'amendment-incorporated', amendment })
    case 'insert': {
      const clause = ClauseId.parse(`c-${fresh}`)
      const { section, clauseKind, heading, after } = found
      return record(
        { kind: 'clause-added', clause, section, clauseKind, heading, ...(after !== undefined && { after }) },
        { kind: 'amendment-incorporated', amendment, clause },
      )
    }
    default:
      return found satisfies never
  }
}

/** Why the speaker may not take it in. */
function notTheirs({ negotiation, amended, speaker }: Situation, amendment: Amendment): Refusal | undefined {
  const presides = may(speaker, 'preside')
  const pen = amendment.does === 'insert' ? negotiation.pens.whole : penOf(negotiation, amendment.clause)
  if (!presides && !mayType(speaker, pen)) return { code: 'not-permitted', power: 'hold-the-pen' }
  if (amendment.does !== 'insert') {
    const fixed = unfrozenClause(negotiation, amendment.clause)
    if (fixed) return fixed
  }
  const parties = behind(negotiation, amendment, amended.get(amendment.amendment)?.fingerprint)
  if (amendment.party === speaker.party.party && parties.length < 2) return { code: 'own-amendment' }
  return presides || carried(negotiation, parties) ? undefined : { code: 'not-carried' }
}

function textOtherwise({ readings }: Situation, amendment: Amendment, on: Fingerprint | undefined): Refusal | undefined {
  if (amendment.does === 'insert') return undefined
  const { clause } = amendment
  const reading = asRead(readings.get(clause), clause, on)
  return 'code' in reading ? reading : undefined
}
