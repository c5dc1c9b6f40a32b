/** Words that somebody was typing in and that may be typed in no longer: why, as it is told them. */
import { penOf, type Amendment, type ClauseId, type Negotiation, type Said, type Speaker } from '@entente/agreement'
import type { Root } from '@entente/draft'
import { proposalName } from '../amendment/naming.ts'
import { clauseName, partyName, personName } from './naming.ts'

/** A sentence that begins "You can no longer type in …". What was typed and not saved by then comes back as a draft, and is told apart. */
export function closedWords(negotiation: Negotiation, speaker: Speaker, root: Root): string {
  return sentence(root.kind === 'amendment' ? ofAmendment(negotiation, root.amendment) : ofClause(negotiation, speaker, root.clause))
}

/** The same of a draft in a caucus, which a colleague put aside. */
export function putAsideWords(negotiation: Negotiation, label: string, { by }: Said): string {
  return sentence([label, `${by === 'server' ? 'somebody' : personName(negotiation, by.seat)} put it aside`])
}

function sentence([name, why]: Closed): string {
  return `You can no longer type in ${name}: ${why}. What was saved by then is kept.`
}

type Closed = readonly [name: string, why: string]

function ofClause(negotiation: Negotiation, speaker: Speaker, id: ClauseId): Closed {
  const name = clauseName(negotiation, id)
  if (isGone(negotiation, id)) return [name, 'it was withdrawn']
  if (negotiation.freezes.has(id)) return [name, 'the chair froze it']
  const pen = penOf(negotiation, id)
  if (pen.drafting === 'open' || pen.holder === speaker.party.party) return [name, 'your seat does not draft now']
  return [name, pen.holder === undefined ? 'the chair’s secretariat holds the pen' : `${partyName(negotiation, pen.holder)} holds the pen`]
}

function ofAmendment(negotiation: Negotiation, id: Amendment['amendment']): Closed {
  const amendment = negotiation.amendments.get(id)
  if (amendment === undefined) return ['an amendment', 'it is gone']
  const name =
    amendment.does === 'insert' ? proposalName(negotiation, amendment) : `your amendment to ${clauseName(negotiation, amendment.clause)}`
  switch (amendment.state.is) {
    case 'withdrawn':
      return [name, 'it was withdrawn']
    case 'incorporated':
      return [name, 'it went into the text']
    case 'merged':
      return [name, 'it was merged with one that reads like it']
    case 'dropped':
      return [name, 'the chair dropped it']
    case 'tabled':
      return [
        name,
        amendment.does !== 'insert' && isGone(negotiation, amendment.clause) ? 'the clause was withdrawn' : 'your seat does not draft now',
      ]
    default:
      return amendment.state satisfies never
  }
}

function isGone({ clauses }: Negotiation, id: ClauseId): boolean {
  return clauses.find(({ clause }) => clause === id)?.standing.is !== 'standing'
}
