/** Positions, packages and declarations. */
import type { consentFacts } from '../fact/consent.ts'
import type { AmendmentId, ClauseId, PartyId } from '../ids.ts'
import type { Negotiation, Position, PositionStep } from '../negotiation.ts'
import { lastPosition } from '../standing.ts'
import type { Folds } from './folds.ts'
import { put } from './put.ts'

export const consent: Folds<typeof consentFacts> = {
  'position-taken': (was, fact, said) =>
    (fact.amendment === undefined ? stepped : onAReading(fact.amendment))(was, {
      clause: fact.clause,
      party: fact.party,
      on: fact.on,
      position: fact.position,
      said,
      round: fact.round,
      package: fact.package,
      bySilence: fact.silence,
      confirmed: undefined,
      missed: undefined,
    }),
  'position-withdrawn': (was, fact, said) =>
    (fact.amendment === undefined ? stepped : onAReading(fact.amendment))(was, {
      clause: fact.clause,
      party: fact.party,
      position: { stance: 'withdrawn' },
      said,
    }),
  'acceptance-confirmed': (was, fact, said) => amended(was, fact, { confirmed: said }),
  'confirmation-missed': (was, fact, said) => amended(was, fact, { missed: said }),
  'package-offered': (was, fact, said) => ({ packages: put(was.packages, fact.package, { ...fact, said, withdrawn: undefined }) }),
  'package-withdrawn': (was, fact, said) => {
    const offered = was.packages.get(fact.package)
    return offered ? { packages: put(was.packages, fact.package, { ...offered, withdrawn: said }) } : {}
  },
  'declaration-made': (was, fact, said) => ({ declarations: [...was.declarations, { ...fact, said }] }),
}

function stepped(was: Negotiation, step: PositionStep): Partial<Negotiation> {
  const onClause: ReadonlyMap<PartyId, readonly PositionStep[]> =
    was.positions.get(step.clause) ?? new Map<PartyId, readonly PositionStep[]>()
  return { positions: put(was.positions, step.clause, put(onClause, step.party, [...(onClause.get(step.party) ?? []), step])) }
}

/** What a party says of an amendment's reading leaves its position on the text as it was. Its last word on each amendment counts. */
function onAReading(amendment: AmendmentId) {
  return (was: Negotiation, step: PositionStep): Partial<Negotiation> => {
    const onClause: ReadonlyMap<PartyId, ReadonlyMap<AmendmentId, PositionStep>> = was.readingPositions.get(step.clause) ??
    new Map<PartyId, ReadonlyMap<AmendmentId, PositionStep>>()
    const own: ReadonlyMap<AmendmentId, PositionStep> = onClause.get(step.party) ?? new Map<AmendmentId, PositionStep>()
    return { readingPositions: put(was.readingPositions, step.clause, put(onClause, step.party, put(own, amendment, step))) }
  }
}

/** Changes a party's last position without making it a new one. */
function amended(
  was: Negotiation,
  { clause, party }: { clause: ClauseId; party: PartyId },
  how: Pick<Partial<Position>, 'confirmed' | 'missed'>,
): Partial<Negotiation> {
  const onClause = was.positions.get(clause)
  const steps = onClause?.get(party)
  const last = lastPosition(steps)
  if (onClause === undefined || steps === undefined || last === undefined) return {}
  return { positions: put(was.positions, clause, put(onClause, party, [...steps.slice(0, -1), { ...last, ...how }])) }
}
