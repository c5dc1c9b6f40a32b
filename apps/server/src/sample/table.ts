/** Who sits at the table, under which rule, and the rounds of the talks. */
import type { SampleFile } from './format.ts'
import type { Statement } from './statements.ts'
import { PartyId, SeatId, Timestamp, type Fact, type Party, type NegotiationId } from '@entente/agreement'

export function opened({ document, fictional, notice }: SampleFile, negotiation: NegotiationId): Fact {
  const { signatureBlock: block } = document
  return {
    kind: 'negotiation-opened',
    negotiation,
    cover: {
      title: document.title,
      shortTitle: document.shortTitle,
      ...(document.symbol && { symbol: document.symbol }),
      ...(document.place !== undefined && { place: document.place }),
      referenceLanguage: document.referenceLanguage,
      authenticLanguages: document.authenticLanguages,
      annexes: document.annexes.map(({ id, title }) => ({ annex: id, title })),
      ...(block && {
        testimonium: block.formula,
        signatories: block.signatories.map((party) => PartyId.parse(party)),
        witnesses: block.witness.map((party) => PartyId.parse(party)),
        alternat: Object.fromEntries(
          Object.entries(block.orders).map(([keeper, order]) => [keeper, order.map((party) => PartyId.parse(party))]),
        ),
      }),
      ...(document.textStage !== undefined && { stage: document.textStage }),
      ...(document.signedOn !== undefined && { signedOn: document.signedOn }),
      ...(fictional && { fictional }),
      ...(notice !== undefined && { notice }),
    },
    rule: { rule: 'consensus' },
    singleUndertaking: document.singleUndertaking,
    drafting: 'open',
  }
}

export function seated({ parties, people }: SampleFile): readonly Fact[] {
  return [
    ...parties.map((party): Fact => ({ kind: 'party-seated', party: partyOf(party) })),
    ...people.map(({ id, party, delegationRole, name, title }): Fact => ({
      kind: 'seat-assigned',
      seat: { seat: SeatId.parse(id), party: PartyId.parse(party), role: delegationRole, name, ...(title !== undefined && { title }) },
    })),
  ]
}

function partyOf({
  id,
  role,
  name,
  shortName,
  adjective,
  alsoRoles,
  requiredForConsent,
  workingLanguages,
}: SampleFile['parties'][number]): Party {
  return {
    party: PartyId.parse(id),
    kind: role === 'negotiating-party' ? 'delegation' : role,
    name,
    shortName,
    ...(adjective !== undefined && { adjective }),
    ...(alsoRoles && { also: alsoRoles }),
    required: requiredForConsent,
    languages: workingLanguages,
  }
}

/** Rounds up to the document's have been opened; those before it, and all of a text no longer negotiated, are closed. */
export function rounds({ rounds: all, document }: SampleFile, at: Timestamp): readonly Statement[] {
  const negotiating = document.status === 'negotiating'
  const on = (day: string | undefined) => (day === undefined ? at : Timestamp.parse(`${day}T00:00:00Z`))
  return all.flatMap(({ n, label, symbol, from, to }): Statement[] => {
    const say = (when: Timestamp, fact: Fact): Statement => ({ at: when, by: 'server', fact })
    const scheduled = say(at, { kind: 'round-scheduled', round: n, label, ...(from && { from }), ...(to && { to }) })
    if (n > document.round) return [scheduled]
    const opening = say(on(from), { kind: 'round-opened', round: n, label, ...(symbol && { symbol }) })
    return n === document.round && negotiating
      ? [scheduled, opening]
      : [scheduled, opening, say(on(to), { kind: 'round-closed', round: n })]
  })
}
