/**
 * What a screen reader is told without asking: what concerns one's own delegation, what became agreed, and who came or left. Not what
 * anybody types; that can be read whenever one likes.
 */
import type { ClauseId, Negotiation, PartyId, Standing } from '@entente/agreement'
import type { RoomView } from '@entente/sync/client'
import { momentInFull } from '../design/moment.ts'
import { list, wordOfStatus } from '../design/status-words.ts'
import { endWords } from '../silence/end-words.ts'
import { proceedingsNews } from '../proceedings/proceedings-news.ts'
import { capital, clauseName, partyName } from './naming.ts'

/** A sentence, and what it is about: a later one about the same takes its place. */
export type News = { readonly subject: string; readonly sentence: string }

type Seen = Pick<RoomView, 'negotiation' | 'assessment' | 'presence' | 'speaker'>

export function newsBetween(before: Seen, after: Seen): readonly News[] {
  return [
    ...(before.negotiation === after.negotiation ? [] : procedureNews(before, after)),
    ...(before.assessment === after.assessment ? [] : clauseNews(before, after)),
    ...(before.presence === after.presence ? [] : presenceNews(before, after)),
  ]
}

/** What the chair or another party sets going that one's own delegation can answer: packages, silence, corrections. */
function procedureNews({ negotiation: was }: Seen, { negotiation: now, speaker }: Seen): readonly News[] {
  const named = (clauses: readonly ClauseId[]) => list(clauses.map((clause) => clauseName(now, clause)))
  const offered = [...now.packages.values()].filter(({ package: id }) => !was.packages.has(id))
  const corrections = [...now.corrections.values()].filter(({ correction }) => !was.corrections.has(correction))
  return [
    ...offered.map(({ package: id, title, by }) => ({
      subject: `package ${id}`,
      sentence: `${partyName(now, by)} offers the package “${title}”.`,
    })),
    ...[...now.silences.values()].flatMap(({ silence, clauses, closesAt, ended }): readonly News[] => {
      const before = was.silences.get(silence)
      const subject = `silence ${silence}`
      if (before === undefined && ended === undefined)
        return [{ subject, sentence: `Silence procedure on ${named(clauses)}, until ${momentInFull(closesAt)}.` }]
      if (before !== undefined && before.ended === undefined && ended !== undefined)
        return [{ subject, sentence: `The silence procedure on ${named(clauses)} ended: ${endWords(ended, now)}` }]
      return []
    }),
    ...proceedingsNews(was, now, speaker),
    ...corrections.map(({ correction, clause }) => ({
      subject: `correction ${correction}`,
      sentence: `Correction of a slip proposed in ${clauseName(now, clause)}.`,
    })),
  ]
}

function clauseNews(before: Seen, after: Seen): readonly News[] {
  const own = after.speaker?.party.party
  return [...after.assessment.clauses.values()].flatMap((now): readonly News[] => {
    const was = before.assessment.clauses.get(now.clause)
    if (was === undefined || was === now) return []
    const subject = `clause ${now.clause}`
    const name = capital(clauseName(after.negotiation, now.clause))
    const ours = own && ownNews(was.standings.get(own), now.standings.get(own))
    if (ours) return [{ subject, sentence: `${name}: ${ours}.` }]
    const agreed = now.blockers.length === 0
    return agreed !== (was.blockers.length === 0)
      ? [{ subject, sentence: agreed ? `${name} is now ${wordOfStatus(now.status).toLowerCase()}.` : `${name} is no longer agreed.` }]
      : []
  })
}

function ownNews(was: Standing | undefined, now: Standing | undefined): string | undefined {
  if (was?.is === 'current' && now?.is === 'lapsed') return 'your delegation’s consent lapsed, because the words changed'
  if (was?.is === 'lapsed' && now?.is === 'current' && was.position === now.position)
    return 'your delegation’s consent holds again, because the words are as they were'
  return undefined
}

function presenceNews({ presence: before }: Seen, { presence: after, negotiation }: Seen): readonly News[] {
  const was = seatsOf(before)
  const now = seatsOf(after)
  return [...new Set([...was.keys(), ...now.keys()])].flatMap((party) => {
    const count = now.get(party)?.size ?? 0
    if (count === (was.get(party)?.size ?? 0)) return []
    return [{ subject: `presence ${party}`, sentence: presenceSentence(negotiation, party, count) }]
  })
}

function presenceSentence(negotiation: Negotiation, party: PartyId, count: number): string {
  return count === 0 ? `${partyName(negotiation, party)} left the table.` : `${partyName(negotiation, party)}: ${count} at the table.`
}

function seatsOf(presence: Seen['presence']): ReadonlyMap<PartyId, ReadonlySet<string>> {
  const seats = new Map<PartyId, Set<string>>()
  for (const { party, seat } of presence) seats.set(party, (seats.get(party) ?? new Set()).add(seat))
  return seats
}

/** The clauses on which a party's last word lapsed, in the order of the text. */
export function lapsedOf({ clauses }: RoomView['assessment'], party: PartyId | undefined): ReadonlySet<ClauseId> {
  return new Set(
    [...clauses.values()]
      .filter(({ standings }) => party !== undefined && standings.get(party)?.is === 'lapsed')
      .map(({ clause }) => clause),
  )
}
