/** Commands on amendments: tabling, supporting, updating to a text that has moved, withdrawing. */
import { z } from 'zod'
import type { Amendment, Rewording } from './amendment.ts'
import { asRead } from './as-read.ts'
import { clauseOf, standingClause } from './clauses.ts'
import { command, record, refuse, type Situation } from './command.ts'
import { Heading } from './fact/told.ts'
import { AmendmentId, ClauseId, Fingerprint, SectionId } from './ids.ts'
import { MAX_AMENDMENTS, MAX_STATEMENT } from './limits.ts'
import type { Negotiation } from './negotiation.ts'
import type { Refusal } from './refusal.ts'
import { Text } from './text.ts'
import { ClauseKind } from './wording.ts'

export const tableAmendment = command({
  name: 'amendment.table',
  says: 'Table other words for a clause, or for another amendment of it. Without `text` it begins as what it is made against and is then typed in.',
  input: z.strictObject({ clause: ClauseId, on: Fingerprint, text: Text.optional(), to: AmendmentId.optional() }),
  rule(situation, { clause, on, text, to }) {
    const { negotiation, readings, speaker, fresh } = situation
    const wrong = standingClause(negotiation, clause) ?? tooMany(negotiation)
    if (wrong) return refuse(wrong)
    const amended = to === undefined ? undefined : rewordingOf(negotiation, to)
    if (amended !== undefined && 'code' in amended) return refuse(amended)
    if (to !== undefined && amended?.clause !== clause) return refuse({ code: 'unknown', what: 'amendment', id: to })
    const reading = asRead(to === undefined ? readings.get(clause) : situation.amended.get(to), clause, on)
    if ('code' in reading) return refuse(reading)
    return record({
      kind: 'amendment-tabled',
      amendment: AmendmentId.parse(`a-${fresh}`),
      clause,
      party: speaker.party.party,
      label: '',
      against: on,
      base: reading.text,
      ...(text !== undefined && { text }),
      ...(to !== undefined && { to }),
    })
  },
})

export const tableDeletion = command({
  name: 'amendment.table-deletion',
  says: 'Propose that a clause be left out.',
  input: z.strictObject({ clause: ClauseId, on: Fingerprint }),
  rule({ negotiation, readings, speaker, fresh }, { clause, on }) {
    const wrong = standingClause(negotiation, clause) ?? tooMany(negotiation)
    if (wrong) return refuse(wrong)
    const { party } = speaker.party
    const now = readings.get(clause)?.fingerprint
    if (now !== undefined && now !== on) return refuse({ code: 'text-moved', clause, now })
    const again = [...negotiation.amendments.values()].some(
      (one) => one.does === 'delete' && one.clause === clause && one.party === party && one.state.is === 'tabled',
    )
    if (again) return refuse({ code: 'nothing-new' })
    return record({ kind: 'deletion-tabled', amendment: AmendmentId.parse(`a-${fresh}`), clause, party, against: on })
  },
})

export const tableClause = command({
  name: 'amendment.table-clause',
  says: 'Propose a new clause: after another one, or first in a section.',
  input: z.strictObject({
    section: SectionId,
    after: ClauseId.optional(),
    clauseKind: ClauseKind,
    heading: Heading.default(''),
    text: Text.optional(),
  }),
  rule({ negotiation, speaker, fresh }, { section, after, clauseKind, heading, text }) {
    if (!negotiation.sections.some((one) => one.section === section)) return refuse({ code: 'unknown', what: 'section', id: section })
    if (after !== undefined && clauseOf(negotiation, after)?.section !== section)
      return refuse({ code: 'unknown', what: 'clause', id: after })
    const wrong = tooMany(negotiation)
    if (wrong) return refuse(wrong)
    return record({
      kind: 'clause-tabled',
      amendment: AmendmentId.parse(`a-${fresh}`),
      party: speaker.party.party,
      section,
      ...(after !== undefined && { after }),
      clauseKind,
      heading,
      ...(text !== undefined && { text }),
    })
  },
})

export const supportAmendment = command({
  name: 'amendment.support',
  says: 'Support an amendment as it reads now. Its square bracket then names the delegation too.',
  input: z.strictObject({ amendment: AmendmentId, on: Fingerprint.optional() }),
  rule(situation, { amendment, on }) {
    const { party } = situation.speaker.party
    const found = tabledAmendment(situation.negotiation, amendment)
    if ('code' in found) return refuse(found)
    if (found.party === party) return refuse({ code: 'own-amendment' })
    const moved = readsOtherwise(situation, found, on)
    if (moved) return refuse(moved)
    const before = found.supporters.get(party)
    if (before !== undefined && before.on === on) return refuse({ code: 'nothing-new' })
    return record({ kind: 'amendment-supported', amendment, party, ...(on !== undefined && { on }) })
  },
})

export const leaveAmendment = command({
  name: 'amendment.leave',
  says: 'Support an amendment no longer.',
  input: z.strictObject({ amendment: AmendmentId }),
  rule({ negotiation, speaker }, { amendment }) {
    const { party } = speaker.party
    const found = tabledAmendment(negotiation, amendment)
    if ('code' in found) return refuse(found)
    return found.supporters.has(party) ? record({ kind: 'amendment-left', amendment, party }) : refuse({ code: 'nothing-new' })
  },
})

export const withdrawAmendment = command({
  name: 'amendment.withdraw',
  says: 'Withdraw one’s own amendment. It stays on record.',
  input: z.strictObject({ amendment: AmendmentId, reason: z.string().trim().max(MAX_STATEMENT).optional() }),
  rule({ negotiation, speaker }, { amendment, reason }) {
    const found = tabledAmendment(negotiation, amendment)
    if ('code' in found) return refuse(found)
    if (found.party !== speaker.party.party) return refuse({ code: 'not-the-author' })
    return record({ kind: 'amendment-withdrawn', amendment, ...(reason && { reason }) })
  },
})

export const updateAmendment = command({
  name: 'amendment.update',
  says: 'Make one’s own amendment against the text as it reads now, in the words given. Refused when the text or the amendment have changed since they were read.',
  input: z.strictObject({ amendment: AmendmentId, on: Fingerprint, of: Fingerprint, text: Text }),
  rule(situation, { amendment, on, of, text }) {
    const { negotiation, readings, speaker } = situation
    const found = rewordingOf(negotiation, amendment)
    if ('code' in found) return refuse(found)
    if (found.party !== speaker.party.party) return refuse({ code: 'not-the-author' })
    const wrong = standingClause(negotiation, found.clause)
    if (wrong) return refuse(wrong)
    const other = found.to === undefined ? undefined : situation.amended.get(found.to)
    const base = asRead(other ?? readings.get(found.clause), found.clause, on)
    if ('code' in base) return refuse(base)
    const moved = readsOtherwise(situation, found, of)
    if (moved) return refuse(moved)
    return record({ kind: 'amendment-updated', amendment, against: on, base: base.text, text })
  },
})

/** The amendment, if it is before the table. */
export function tabledAmendment({ amendments }: Pick<Negotiation, 'amendments'>, id: AmendmentId): Amendment | Refusal {
  const found = amendments.get(id)
  if (found === undefined) return { code: 'unknown', what: 'amendment', id }
  return found.state.is === 'tabled' ? found : { code: 'amendment-closed' }
}

function rewordingOf(negotiation: Negotiation, id: AmendmentId): Rewording | Refusal {
  const found = tabledAmendment(negotiation, id)
  if ('code' in found || found.does === 'reword') return found
  return { code: 'unknown', what: 'amendment', id }
}

/** Whoever speaks of an amendment names the words they read, as with the text itself. Only a deletion has none. */
export function readsOtherwise(
  { amended }: Pick<Situation, 'amended'>,
  amendment: Amendment,
  on: Fingerprint | undefined,
): Refusal | undefined {
  const now = amendment.does === 'delete' ? undefined : amended.get(amendment.amendment)?.fingerprint
  return now === on ? undefined : { code: 'reading-moved', amendment: amendment.amendment }
}

function tooMany({ amendments }: Negotiation): Refusal | undefined {
  return amendments.size >= MAX_AMENDMENTS ? { code: 'too-many', what: 'amendment', limit: MAX_AMENDMENTS } : undefined
}
