/** What a screen reader is told of the proceedings: who has the floor, who is called, sittings, clauses frozen and reopened. */
import { runningRollCall, runningSitting, toBeCalled, type Negotiation, type Speaker } from '@entente/agreement'
import { capital, clauseName, partyName } from '../table/naming.ts'
import type { News } from '../table/news.ts'

export function proceedingsNews(was: Negotiation, now: Negotiation, speaker: Speaker | undefined): readonly News[] {
  return [
    ...(was.floor.speaking === now.floor.speaking ? [] : floorNews(now)),
    ...(was.rollCalls === now.rollCalls ? [] : rollCallNews(was, now, speaker)),
    ...(was.sittings === now.sittings ? [] : sittingNews(was, now)),
    ...(was.freezes === now.freezes ? [] : freezeNews(was, now)),
  ]
}

function floorNews(now: Negotiation): readonly News[] {
  const { speaking } = now.floor
  return speaking === undefined ? [] : [{ subject: 'floor', sentence: `${partyName(now, speaking.party)} has the floor.` }]
}

function rollCallNews(was: Negotiation, now: Negotiation, speaker: Speaker | undefined): readonly News[] {
  const calledIn = (negotiation: Negotiation) => {
    const call = runningRollCall(negotiation)
    return call === undefined ? undefined : toBeCalled(call)[0]
  }
  const called = calledIn(now)
  if (called === calledIn(was)) return []
  if (called === undefined) return [{ subject: 'roll call', sentence: 'The roll call has ended.' }]
  const name = called === speaker?.party.party ? 'Your delegation' : partyName(now, called)
  return [{ subject: 'roll call', sentence: `Roll call: ${name} is called.` }]
}

function sittingNews(was: Negotiation, now: Negotiation): readonly News[] {
  const [before, after] = [runningSitting(was), runningSitting(now)]
  if (before?.sitting === after?.sitting) return []
  if (after === undefined) return [{ subject: 'sitting', sentence: 'The sitting is closed.' }]
  return [{ subject: 'sitting', sentence: after.kind === 'closed' ? 'A closed sitting has begun.' : 'A plenary sitting has begun.' }]
}

function freezeNews(was: Negotiation, now: Negotiation): readonly News[] {
  const name = (clause: Parameters<typeof clauseName>[1]) => capital(clauseName(now, clause))
  return [
    ...[...now.freezes.keys()]
      .filter((clause) => !was.freezes.has(clause))
      .map((clause) => ({ subject: `freeze ${clause}`, sentence: `${name(clause)} is frozen.` })),
    ...[...was.freezes.keys()]
      .filter((clause) => !now.freezes.has(clause))
      .map((clause) => ({ subject: `freeze ${clause}`, sentence: `${name(clause)} is open to drafting again.` })),
  ]
}
