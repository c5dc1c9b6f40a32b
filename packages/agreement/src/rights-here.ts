/** What somebody may do in the room they are in, for whoever asks "what may I do here?". */
import { barred } from './command.ts'
import { commands, type CommandName } from './commands.ts'
import type { Negotiation } from './negotiation.ts'
import type { Speaker } from './party.ts'
import type { Refusal } from './refusal.ts'

export type RightHere = {
  readonly command: CommandName
  /** What the command does, in a sentence. */
  readonly says: string
  /** Why it is not the speaker's to give, whatever it says; undefined when it is. */
  readonly barred: Refusal | undefined
}

/** Every command that is given in rooms of this kind, and whether it is the speaker's to give. `negotiation` is as the room sees it. */
export function rightsHere(negotiation: Negotiation, speaker: Speaker): readonly RightHere[] {
  return Object.values(commands).flatMap(({ name, says, rights }) => {
    const why = barred(rights, { negotiation, speaker })
    return why?.code === 'not-in-this-room' ? [] : [{ command: name, says, barred: why }]
  })
}
