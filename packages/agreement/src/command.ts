/**
 * What a command is: a request to put something on the record.
 *
 * It is defined once and used twice. The browser asks `decide` whether a button may be pressed, and why not; the server asks the same
 * `decide` and writes down the answer. They can disagree only about how fresh their record and their text are.
 */
import type { z } from 'zod'
import type { Fact } from './fact.ts'
import type { ClauseId, Fingerprint, Timestamp } from './ids.ts'
import type { Negotiation } from './negotiation.ts'
import type { Speaker } from './party.ts'
import { may, type Power } from './powers.ts'
import type { Refusal } from './refusal.ts'
import type { Wording } from './wording.ts'

/** How every clause reads at one moment. The host derives it from the shared text; `agreement` never sees that text itself. */
export type Reading = { readonly fingerprint: Fingerprint; readonly wording: Wording; readonly openBrackets: number }
export type Readings = ReadonlyMap<ClauseId, Reading>

/** Everything a rule may know. No clock, no randomness, no I/O: what a rule needs of them is in here. */
export type Situation = {
  readonly negotiation: Negotiation
  readonly readings: Readings
  readonly speaker: Speaker
  readonly now: Timestamp
  /** A token no id of this negotiation contains, for the ids of new things. Random on the server; anything when only asking. */
  readonly fresh: string
}

export type Decision = { readonly ok: true; readonly facts: readonly Fact[] } | { readonly ok: false; readonly refusal: Refusal }

export const record = (...facts: readonly Fact[]): Decision => ({ ok: true, facts })
export const refuse = (refusal: Refusal): Decision => ({ ok: false, refusal })

export type Command<Name extends string = string> = {
  readonly name: Name
  /** One plain sentence, shown in the API document. */
  readonly says: string
  /** Checked before anything else, so that a refusal never tells a stranger what exists. `a-seat`: everybody who sits may. */
  readonly needs: Power | 'a-seat'
  readonly input: z.ZodType
  /** What would be recorded if the speaker of the situation gave this command, or why nothing would be. `raw` is whatever a client sent. */
  readonly decide: (situation: Situation, raw: unknown) => Decision
}

type Definition<Name extends string, Input> = Pick<Command<Name>, 'name' | 'says' | 'needs'> & {
  readonly input: z.ZodType<Input>
  readonly rule: (situation: Situation, input: Input) => Decision
}

export function command<const Name extends string, Input>({ name, says, needs, input, rule }: Definition<Name, Input>): Command<Name> {
  return {
    name,
    says,
    needs,
    input,
    decide(situation, raw) {
      if (needs !== 'a-seat' && !may(situation.speaker, needs)) return refuse({ code: 'not-permitted', power: needs })
      const parsed = input.safeParse(raw)
      return parsed.success ? rule(situation, parsed.data) : refuse({ code: 'malformed', detail: firstIssue(parsed.error) })
    },
  }
}

/** The first thing wrong with an input, as `field: what`. */
export function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  if (issue === undefined) return 'unreadable'
  return issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message
}
