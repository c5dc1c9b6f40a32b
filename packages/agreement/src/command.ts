/**
 * What a command is: a request to put something on the record.
 *
 * It is defined once and used twice. The browser asks `decide` whether a button may be pressed, and why not; the server asks the same
 * `decide` and writes down the answer. They can disagree only about how fresh their record and their text are.
 */
import type { z } from 'zod'
import { whyNotAdmitted } from './admission.ts'
import type { Fact } from './fact.ts'
import type { AmendmentId, ClauseId, Fingerprint, Timestamp } from './ids.ts'
import type { Negotiation } from './negotiation.ts'
import type { Speaker } from './party.ts'
import { isClosed, kindOfRoom } from './private-room.ts'
import type { Refusal } from './refusal.ts'
import { meets, powersNeeded, rowOf, type Row } from './rights.ts'
import { inputOf } from './said-input.ts'
import type { Text } from './text.ts'
import type { Wording } from './wording.ts'

/** How every clause reads at one moment. The host derives it from the shared text; `agreement` never sees that text itself. */
export type Reading = {
  readonly fingerprint: Fingerprint
  readonly wording: Wording
  /** The exact words, emphasis included. */
  readonly text: Text
  readonly openBrackets: number
}
export type Readings = ReadonlyMap<ClauseId, Reading>

/** How an amendment reads, and what its changes mean in the text as it stands now. */
export type AmendedReading = Reading & {
  /** How many changes it makes, each of which can be taken over by its number. */
  readonly changes: number
  /** How many places both it and the text have changed since it was made. */
  readonly conflicts: number
}
/** Asked for one amendment at a time, because few rules need it. */
export type Amended = { readonly get: (amendment: AmendmentId) => AmendedReading | undefined }
export const nothingAmended: Amended = new Map<AmendmentId, AmendedReading>()

/** Everything a rule may know. No clock, no randomness, no I/O: what a rule needs of them is in here. */
export type Situation = {
  readonly negotiation: Negotiation
  readonly readings: Readings
  readonly amended: Amended
  readonly speaker: Speaker
  readonly now: Timestamp
  /** A token no id of this negotiation contains, for the ids of new things. Random on the server; anything when only asking. */
  readonly fresh: string
  /** Whether a file of these bytes has come to the server. Absent where nobody can know: in a browser that only asks. */
  readonly filed?: (sha256: string, bytes: number) => boolean
}

export type Decision = { readonly ok: true; readonly facts: readonly Fact[] } | { readonly ok: false; readonly refusal: Refusal }

export const record = (...facts: readonly Fact[]): Decision => ({ ok: true, facts })
export const refuse = (refusal: Refusal): Decision => ({ ok: false, refusal })

export type Command<Name extends string = string> = {
  readonly name: Name
  /** One plain sentence, shown in the API document. */
  readonly says: string
  /** Its line in the table of rights. Asked before anything else, so that a refusal never tells a stranger what exists. */
  readonly rights: Row
  readonly input: z.ZodType
  /** What would be recorded if the speaker of the situation gave this command, or why nothing would be. `raw` is whatever a client sent. */
  readonly decide: (situation: Situation, raw: unknown) => Decision
}

type Definition<Name extends string, Input> = Pick<Command<Name>, 'name' | 'says'> & {
  readonly input: z.ZodType<Input>
  readonly rule: (situation: Situation, input: Input) => Decision
}

export function command<const Name extends string, Input>({ name, says, input, rule }: Definition<Name, Input>): Command<Name> {
  const row = rowOf(name)
  return {
    name,
    says,
    rights: row,
    input,
    decide(situation, raw) {
      const why = barred(row, situation)
      if (why !== undefined) return refuse(why)
      const said = inputOf(input, raw)
      return said.ok ? rule(situation, said.input) : refuse({ code: 'malformed', detail: said.detail })
    },
  }
}

/** Why the table of rights keeps the speaker from a command in the room of the situation. */
export function barred(row: Row, { negotiation, speaker }: Pick<Situation, 'negotiation' | 'speaker'>): Refusal | undefined {
  const room = kindOfRoom(negotiation)
  const need = row[room]
  if (need === undefined) return { code: 'not-in-this-room', room }
  const unready = notReady(negotiation, row)
  if (unready !== undefined) return unready
  if (whyNotAdmitted(negotiation, speaker.party) !== undefined) return { code: 'not-attending' }
  const [power] = powersNeeded(need)
  return power === undefined || meets(speaker, row, room) ? undefined : { code: 'not-permitted', power }
}

function notReady(negotiation: Negotiation, { early = false }: Row): Refusal | undefined {
  if (isClosed(negotiation)) return { code: 'room-closed' }
  const [awaits] = negotiation.privateRoom?.awaits ?? []
  return awaits === undefined || early ? undefined : { code: 'room-not-agreed', awaits }
}
