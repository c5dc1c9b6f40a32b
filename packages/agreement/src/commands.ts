/** Every command there is, by name. The HTTP routes, the API document and the wire are made from this list. */
import {
  leaveAmendment,
  supportAmendment,
  tableAmendment,
  tableClause,
  tableDeletion,
  updateAmendment,
  withdrawAmendment,
} from './amendments.ts'
import { attributeBracket } from './brackets.ts'
import { incorporateAmendment } from './incorporate.ts'
import { streamlineAmendments } from './streamline.ts'
import { confirmAcceptance } from './ad-referendum.ts'
import { bringIn } from './bringing-in.ts'
import { askToAccept, declineAsk, dropLine, keepNote, retractNote, setLine, takeBackAsk } from './caucus.ts'
import { addClause, addSection, moveClause, moveSection, renumberText, retitleClause, retitleSection, withdrawClause } from './clauses.ts'
import { refuse, type Decision, type Situation } from './command.ts'
import { dropCorrection, objectToCorrection, proposeCorrection } from './corrections.ts'
import { makeDeclaration } from './declarations.ts'
import { makeComment, openThread, reopenThread, resolveThread, retractComment } from './comments.ts'
import { discardDraft, openDraft } from './drafts.ts'
import { announceGroup, closeGroup, joinGroup, leaveGroup } from './groups.ts'
import { duplicateClause } from './duplicate.ts'
import { joinClauses, restoreClause } from './join.ts'
import { removeSection } from './remove-section.ts'
import { splitClause } from './split.ts'
import { nameAnchor, setAnchor } from './milestone/anchor.ts'
import { proposeMilestone, reviseMilestone, withdrawMilestone } from './milestone/commit.ts'
import { disputeMilestone, findMilestone, inspectMilestone, recordBreach } from './milestone/finding.ts'
import { agreeToPublication, withholdPublication } from './milestone/publication.ts'
import { takeRemedy, waiveMilestone } from './milestone/remedy.ts'
import { reportMilestone, requestMilestone } from './milestone/report.ts'
import { holdReview } from './milestone/review.ts'
import { acceptPackage, offerPackage, withdrawPackage } from './packages.ts'
import { takePosition, withdrawPosition } from './positions.ts'
import { acceptSilenceTime, breakSilence, openSilence, proposeSilenceTime } from './silence.ts'
import { seatParty } from './procedure.ts'
import { assignSeat, handOverHead, leaveSeat, moveSeat, takeSeat, withdrawParty, withdrawSeat } from './seats.ts'
import { empowerSeat, endEmpowerment, verifyCredentials } from './empowerment.ts'
import { askFloor, closeSpeakersList, endFloor, giveFloor, openSpeakersList, setSpeakingTime, withdrawFloorRequest } from './floor.ts'
import { freezeClause, reopenClause } from './freeze.ts'
import { setDrafting } from './pen.ts'
import { answerRollCall, closeRollCall, openRollCall, passInRollCall } from './roll-call.ts'
import { closeRound, moveAgenda, openRound, setAgenda } from './rounds.ts'
import { closeSitting, openSitting, setAccess } from './sitting.ts'

export const commands = {
  'party.seat': seatParty,
  'party.withdraw': withdrawParty,
  'seat.assign': assignSeat,
  'seat.take': takeSeat,
  'seat.withdraw': withdrawSeat,
  'seat.leave': leaveSeat,
  'seat.move': moveSeat,
  'seat.hand-over': handOverHead,
  'seat.empower': empowerSeat,
  'seat.disempower': endEmpowerment,
  'credentials.verify': verifyCredentials,
  'round.open': openRound,
  'round.close': closeRound,
  'agenda.set': setAgenda,
  'agenda.move': moveAgenda,
  'sitting.open': openSitting,
  'sitting.close': closeSitting,
  'access.set': setAccess,
  'floor.ask': askFloor,
  'floor.withdraw': withdrawFloorRequest,
  'floor.give': giveFloor,
  'floor.end': endFloor,
  'floor.limit': setSpeakingTime,
  'floor.close-list': closeSpeakersList,
  'floor.open-list': openSpeakersList,
  'roll-call.open': openRollCall,
  'roll-call.answer': answerRollCall,
  'roll-call.pass': passInRollCall,
  'roll-call.close': closeRollCall,
  'drafting.set': setDrafting,
  'text.bring-in': bringIn,
  'section.add': addSection,
  'section.retitle': retitleSection,
  'section.move': moveSection,
  'section.remove': removeSection,
  'text.renumber': renumberText,
  'clause.add': addClause,
  'clause.retitle': retitleClause,
  'clause.move': moveClause,
  'clause.withdraw': withdrawClause,
  'clause.restore': restoreClause,
  'clause.split': splitClause,
  'clause.join': joinClauses,
  'clause.duplicate': duplicateClause,
  'clause.freeze': freezeClause,
  'clause.reopen': reopenClause,
  'bracket.attribute': attributeBracket,
  'amendment.table': tableAmendment,
  'amendment.table-deletion': tableDeletion,
  'amendment.table-clause': tableClause,
  'amendment.support': supportAmendment,
  'amendment.leave': leaveAmendment,
  'amendment.withdraw': withdrawAmendment,
  'amendment.update': updateAmendment,
  'amendment.incorporate': incorporateAmendment,
  'amendment.streamline': streamlineAmendments,
  'position.take': takePosition,
  'position.withdraw': withdrawPosition,
  'position.confirm': confirmAcceptance,
  'declaration.make': makeDeclaration,
  'package.offer': offerPackage,
  'package.withdraw': withdrawPackage,
  'package.accept': acceptPackage,
  'silence.open': openSilence,
  'silence.break': breakSilence,
  'silence.propose-time': proposeSilenceTime,
  'silence.accept-time': acceptSilenceTime,
  'correction.propose': proposeCorrection,
  'correction.object': objectToCorrection,
  'correction.drop': dropCorrection,
  'thread.open': openThread,
  'comment.make': makeComment,
  'comment.retract': retractComment,
  'thread.resolve': resolveThread,
  'thread.reopen': reopenThread,
  'milestone.propose': proposeMilestone,
  'milestone.revise': reviseMilestone,
  'milestone.withdraw': withdrawMilestone,
  'milestone.report': reportMilestone,
  'milestone.find': findMilestone,
  'milestone.dispute': disputeMilestone,
  'milestone.inspect': inspectMilestone,
  'milestone.breach': recordBreach,
  'milestone.request': requestMilestone,
  'milestone.remedy': takeRemedy,
  'milestone.waive': waiveMilestone,
  'anchor.name': nameAnchor,
  'anchor.set': setAnchor,
  'review.hold': holdReview,
  'publication.agree': agreeToPublication,
  'publication.withhold': withholdPublication,
  'group.announce': announceGroup,
  'group.join': joinGroup,
  'group.leave': leaveGroup,
  'group.close': closeGroup,
  'line.set': setLine,
  'line.drop': dropLine,
  'note.keep': keepNote,
  'note.retract': retractNote,
  'acceptance.ask': askToAccept,
  'acceptance.decline': declineAsk,
  'acceptance.take-back': takeBackAsk,
  'draft.open': openDraft,
  'draft.discard': discardDraft,
} as const

export type CommandName = keyof typeof commands

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name)
}

/** Decides a command known only by its name, as it comes over the wire. */
export function decideByName(name: string, situation: Situation, raw: unknown): Decision {
  if (!isCommandName(name)) return refuse({ code: 'unknown', what: 'command', id: name.slice(0, 64) })
  return commands[name].decide(situation, raw)
}
