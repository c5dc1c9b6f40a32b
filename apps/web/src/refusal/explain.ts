/**
 * A sentence for every way a statement can fail to be recorded: what happened, and what to do. Codes stay codes everywhere else.
 */
import type { Decision, Named, Negotiation, Refusal, RoomKind, SectionId } from '@entente/agreement'
import type { Undelivered } from '@entente/sync/client'
import { momentInFull } from '../design/moment.ts'
import { capital, clauseName, partyName, sectionName, sectionOf } from '../table/naming.ts'
import { deed, who } from './power-words.ts'

export type Explanation = {
  /** What became of the statement. */
  readonly outcome: 'Not recorded.' | 'Perhaps not recorded.' | 'Nothing to record.'
  readonly what: string
  readonly next: string
}

/** What happened and what to do about it, in the words of the table. */
export function explain(refusal: Refusal | Undelivered, negotiation: Negotiation): Explanation {
  return { outcome: outcomeOf(refusal.code), ...reason(refusal, negotiation) }
}

/** The whole explanation as one paragraph, for a notice after a statement was refused. */
export function complaint(refusal: Refusal | Undelivered, negotiation: Negotiation): string {
  const { outcome, what, next } = explain(refusal, negotiation)
  return `${outcome} ${what} ${next}`
}

/** Why a control cannot be used now, for its tip; undefined when it can. */
export function whyNot(decision: Decision | undefined, negotiation: Negotiation): string | undefined {
  if (decision === undefined || decision.ok) return undefined
  const { what, next } = explain(decision.refusal, negotiation)
  return `${what} ${next}`
}

function outcomeOf(code: (Refusal | Undelivered)['code']): Explanation['outcome'] {
  if (code === 'connection-lost') return 'Perhaps not recorded.'
  const needless: readonly string[] = [
    'nothing-new',
    'clause-not-withdrawn',
    'clause-not-frozen',
    'no-sitting-open',
    'no-position',
    'thread-not-resolved',
    'comment-retracted',
  ]
  return needless.includes(code) ? 'Nothing to record.' : 'Not recorded.'
}

function reason(refusal: Refusal | Undelivered, negotiation: Negotiation): Omit<Explanation, 'outcome'> {
  const clause = (id: string) => nameOfClause(negotiation, id)
  switch (refusal.code) {
    case 'malformed':
      return { what: `Something in the form is missing or too long (${refusal.detail}).`, next: 'Correct it and try again.' }
    case 'not-permitted':
      return { what: `Your seat may not ${deed(refusal.power)}.`, next: `${who(refusal.power)} can.` }
    case 'not-in-this-room':
      return { what: `This is not done in ${roomWords(refusal.room)}.`, next: 'Go to the table, or to another room, and do it there.' }
    case 'room-not-agreed':
      return {
        what: `This group has not begun: ${partyName(negotiation, refusal.awaits)} has yet to agree to meet.`,
        next: 'Wait until it has, or leave the group.',
      }
    case 'room-closed':
      return { what: 'This room was closed.', next: 'What was said here can still be read.' }
    case 'not-your-party':
      return { what: `This is for ${partyName(negotiation, refusal.party)} to do, not for your party.`, next: 'Ask them to.' }
    case 'only-reads':
      return { what: 'This seat only observes.', next: 'Give the person another role first.' }
    case 'binds-already':
      return { what: 'Your seat binds the party.', next: 'Take the position at the table yourself.' }
    case 'ask-answered':
      return { what: 'This request has been dealt with, or the words have changed since.', next: 'Ask again on the words as they are now.' }
    case 'not-attending':
      return {
        what: 'Observers and the press do not attend now: the sitting is closed, or the chair did not admit them.',
        next: 'Come back when the chair admits you.',
      }
    case 'unknown':
      return { what: `This ${noun(refusal.what)} is not known at this table.`, next: 'Reload the page and try again.' }
    case 'taken':
      return { what: `There is already a ${noun(refusal.what)} called “${refusal.id}”.`, next: 'Choose another name.' }
    case 'clause-withdrawn':
      return { what: `${capital(clause(refusal.clause))} was withdrawn.`, next: 'It can be restored where it stood in the text.' }
    case 'clause-not-withdrawn':
      return { what: `${capital(clause(refusal.clause))} is in the text already.`, next: 'There is nothing to restore.' }
    case 'clause-frozen':
      return { what: `${capital(clause(refusal.clause))} is frozen, so its words stay as they are.`, next: 'The chair can reopen it.' }
    case 'clause-not-frozen':
      return { what: `${capital(clause(refusal.clause))} is not frozen.`, next: 'There is nothing to reopen.' }
    case 'nothing-to-split':
      return { what: 'A split there would leave one part without words.', next: 'Choose a place with words on both sides of it.' }
    case 'not-neighbours':
      return {
        what: `The other clause does not come right after ${clause(refusal.clause)} any more.`,
        next: 'Move one of them first, or join other clauses.',
      }
    case 'section-not-empty': {
      const { clauses } = refusal
      return {
        what: `${capital(nameOfSection(negotiation, refusal.section))} still has ${clauses === 1 ? 'one clause' : `${clauses} clauses`} in it.`,
        next: `Move ${clauses === 1 ? 'it' : 'them'} to another section, or withdraw ${clauses === 1 ? 'it' : 'them'}, first.`,
      }
    }
    case 'section-needed':
      return {
        what: `${capital(nameOfSection(negotiation, refusal.section))} is the only section, and what was withdrawn from it or proposed for it has its place there.`,
        next: 'Add another section first.',
      }
    case 'joined-and-changed':
      return {
        what: `Its words went to the end of ${clause(refusal.clause)} and do not stand there any more as they were.`,
        next: `Split ${clause(refusal.clause)} instead; restored as it was, the clause would say the same twice.`,
      }
    case 'text-moved':
      return {
        what: `The words of ${clause(refusal.clause)} changed a moment before. Nothing was said in your name.`,
        next: 'Read the new wording and say it again if you still mean it.',
      }
    case 'nothing-new':
      return { what: 'This is already on record.', next: 'There is nothing to add.' }
    case 'seat-opens-rooms':
      return {
        what: `A head of ${partyName(negotiation, refusal.party)} has sat down, so a new link for this seat would open what was said there in private.`,
        next: 'Take the seat away and invite again: whoever comes then reads nothing from before.',
      }
    case 'head-seated':
      return {
        what: `Somebody sits at the head of ${partyName(negotiation, refusal.party)}.`,
        next: 'It gives its own seats now, and hands its head’s seat over itself.',
      }
    case 'head-needed':
      return { what: `${partyName(negotiation, refusal.party)} would have no head.`, next: 'Hand the head’s seat over first.' }
    case 'condition-on-itself':
      return { what: `${capital(clause(refusal.clause))} cannot depend on itself.`, next: 'Choose another clause as the condition.' }
    case 'no-position':
      return { what: `Your delegation has no position on ${clause(refusal.clause)}.`, next: 'There is nothing to withdraw.' }
    case 'not-the-author':
      return { what: 'Only whoever wrote a comment can retract it.', next: 'Reply to it instead.' }
    case 'thread-resolved':
      return { what: 'This discussion is resolved.', next: 'Reopen it to reply.' }
    case 'thread-not-resolved':
      return { what: 'This discussion is open already.', next: 'There is nothing to reopen.' }
    case 'comment-retracted':
      return { what: 'This comment was retracted already.', next: 'It stays in the record as retracted.' }
    case 'performer-verifies':
      return { what: 'Nobody verifies their own step.', next: 'Choose a verifier who is not among the performers.' }
    case 'dependency-circle':
      return { what: 'These milestones would wait for each other in a circle.', next: 'Remove one of the dependencies.' }
    case 'due-before-dependency':
      return { what: 'It would be due before a milestone that it waits for.', next: 'Choose a later day, or drop the dependency.' }
    case 'not-agreed':
      return { what: `${capital(clause(refusal.clause))} is not agreed, so nothing in it is owed yet.`, next: 'Agree the clause first.' }
    case 'milestone-ended':
      return {
        what: refusal.how === 'waived' ? 'Every required party has waived this milestone.' : 'Another milestone has taken its place.',
        next: refusal.how === 'waived' ? 'It is owed no longer.' : 'Speak of the one that replaced it.',
      }
    case 'milestone-final':
      return { what: 'This milestone is verified and the time for a dispute is over.', next: 'Nothing more can be filed or found.' }
    case 'milestone-disputed':
      return { what: 'A dispute about this milestone is open.', next: 'It is decided by a second inspection of the verifier.' }
    case 'not-disputed':
      return { what: 'Nobody disputes this milestone.', next: 'A second inspection follows a dispute; make a finding instead.' }
    case 'no-finding':
      return { what: 'The verifier has made no finding yet.', next: 'There is nothing to dispute.' }
    case 'not-a-performer':
      return { what: 'Your party does not perform this milestone.', next: 'One of its performers can report it.' }
    case 'not-the-verifier':
      return { what: 'Your party does not verify this milestone.', next: 'Only its verifier can say what was found.' }
    case 'not-named':
      return { what: 'The text names somebody else for this.', next: 'Ask whoever it names, or the chair.' }
    case 'not-on-request':
      return { what: 'This milestone is not due on request.', next: 'Its terms say when it is due.' }
    case 'not-requested':
      return { what: 'Nobody has requested this milestone yet.', next: 'It can be reported once it was requested.' }
    case 'not-a-breach':
      return { what: 'The terms do not count days anew after such a breach.', next: 'Choose one of the breaches that the terms name.' }
    case 'remedy-not-due':
      return {
        what: 'This remedial step is not called for now.',
        next: 'It falls due when the milestone is missed and the steps before it were taken.',
      }
    case 'milestone-withdrawn':
      return { what: 'This milestone was withdrawn.', next: 'Propose it anew if it is still meant.' }
    case 'round-open':
      return { what: `Round ${refusal.round} is still open.`, next: 'Close it first.' }
    case 'no-round-open':
      return { what: 'No round is open.', next: 'Open one first.' }
    case 'sitting-open':
      return { what: 'A sitting is going on.', next: 'Close it first.' }
    case 'no-sitting-open':
      return { what: 'No sitting is going on.', next: 'There is nothing to close.' }
    case 'list-closed':
      return { what: 'The speakers’ list is closed.', next: 'Raise a point of order, or ask the chair to open the list.' }
    case 'roll-call-running':
      return { what: 'A roll call is going on.', next: 'Wait for its end, or end it.' }
    case 'roll-call-over':
      return { what: 'This roll call is over.', next: 'Take a position on the clauses instead.' }
    case 'not-called':
      return { what: `${partyName(negotiation, refusal.called)} is called now.`, next: 'Answer when your delegation is called.' }
    case 'not-required':
      return { what: 'Only a party whose consent is required can do this.', next: 'Say it in a comment instead.' }
    case 'not-ad-referendum':
      return { what: `Your delegation has not accepted ${clause(refusal.clause)} ad referendum.`, next: 'There is nothing to confirm.' }
    case 'deadline-passed':
      return { what: 'The time for this has run out, or it was ended before.', next: 'Look at the record to see how it ended.' }
    case 'too-soon':
      return { what: 'This leaves the parties too little time.', next: `Choose ${momentInFull(refusal.earliest)} or later.` }
    case 'silence-running':
      return { what: `A silence procedure runs on ${clause(refusal.clause)} already.`, next: 'Wait for its end.' }
    case 'brackets-open':
      return { what: `Brackets are open in ${clause(refusal.clause)}.`, next: 'Close them first.' }
    case 'objection-stands':
      return {
        what: `${partyName(negotiation, refusal.party)} objects to ${clause(refusal.clause)}.`,
        next: 'An objection has to be lifted by whoever made it.',
      }
    case 'package-withdrawn':
      return { what: 'This package was withdrawn.', next: 'Take a position on its clauses one by one, or offer a new package.' }
    case 'correction-open':
      return { what: `A correction of ${clause(refusal.clause)} is open already.`, next: 'Wait for its end, or drop it.' }
    case 'not-in-the-text':
      return {
        what: 'These words stand nowhere in the clause, or in more than one place.',
        next: 'Select them again, with a few words around them.',
      }
    case 'amendment-closed':
      return { what: 'This amendment is not before the table any more.', next: 'Look at the record to see what became of it.' }
    case 'reading-moved':
      return {
        what: 'The words of this amendment changed a moment before. Nothing was said in your name.',
        next: 'Read it again and say it again if you still mean it.',
      }
    case 'own-amendment':
      return { what: 'A party cannot stand behind its own amendment twice.', next: 'Another delegation has to support it first.' }
    case 'not-carried':
      return { what: 'Not enough delegations stand behind this reading.', next: 'Win their support, or leave it to the chair to decide.' }
    case 'amendment-conflicts':
      return {
        what: `The text has changed in ${refusal.conflicts === 1 ? 'a place' : `${refusal.conflicts} places`} that this amendment changes too.`,
        next: 'Its author has to update it, or you take over only the other changes.',
      }
    case 'readings-differ':
      return { what: 'These amendments do not read alike.', next: 'Only readings that are alike can be merged.' }
    case 'amendment-supported':
      return { what: 'Another delegation stands behind this amendment.', next: 'Only its author can withdraw it.' }
    case 'too-many':
      return { what: `There can be at most ${refusal.limit} of these (${noun(refusal.what)}).`, next: 'Remove one first.' }
    case 'offline':
      return {
        what: 'There is no connection. Nothing was sent.',
        next: 'You can go on drafting; statements need a connection, because they are recorded in order.',
      }
    case 'connection-lost':
      return {
        what: 'The connection was lost before the server answered.',
        next: 'When it is back, look at the clause: if your statement is not there, make it again.',
      }
    case 'storage-unavailable':
      return { what: 'The server could not write it down.', next: 'Try again in a moment; if it persists, tell whoever runs the server.' }
    case 'full':
      return { what: 'The text is as long as this room can hold.', next: 'Take words away first, or carry on in another negotiation.' }
    case 'internal':
      return {
        what: 'The server failed over it. Nothing was recorded.',
        next: 'Put it in another way; if it persists, tell whoever runs the server.',
      }
    case 'rate-limited':
      return { what: 'Too many statements at once.', next: 'Wait a moment and try again.' }
    default:
      return refusal satisfies never
  }
}

function roomWords(room: RoomKind): string {
  switch (room) {
    case 'table':
      return 'the room of the whole table'
    case 'caucus':
      return 'a caucus'
    case 'group':
      return 'a contact group'
    default:
      return room satisfies never
  }
}

function noun(what: Named): string {
  switch (what) {
    case 'anchor':
      return 'anchor day'
    case 'evidence-item':
      return 'item of evidence'
    case 'thread':
      return 'discussion'
    case 'ask':
      return 'request'
    default:
      return what.replaceAll('-', ' ')
  }
}

function nameOfSection(negotiation: Negotiation, id: SectionId): string {
  const found = sectionOf(negotiation, id)
  return found === undefined ? 'the section' : sectionName(found)
}

function nameOfClause(negotiation: Negotiation, id: string): string {
  const found = negotiation.clauses.find(({ clause }) => clause === id)
  return found === undefined ? 'the clause' : clauseName(negotiation, found.clause)
}
