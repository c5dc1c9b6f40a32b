/** One command that a form gives: whether it can be given now, giving it, and why it was refused. */
import type { CommandName, Negotiation } from '@entente/agreement'
import { useState } from 'react'
import { complaint, whyNot } from '../refusal/explain.ts'
import { useAsk, useRoom, useSay } from '../room/useRoom.ts'
import { useBarred } from '../table/useBarred.ts'

export type StatementParts = {
  readonly command: CommandName
  /** Not looked at while something is missing. */
  readonly input: unknown
  readonly negotiation: Negotiation
  /** What has to be filled in first. */
  readonly missing?: string | undefined
  readonly onClose: () => void
  /** Called once it is on record, before the form closes. */
  readonly onDone?: () => void
}

/** `because` says why it cannot be given now; `fault`, in a sentence, why it was refused, to stand beside the form. */
export function useStatement({ command, input, negotiation, missing, onClose, onDone }: StatementParts): {
  readonly because: string | undefined
  readonly fault: string | undefined
  readonly send: () => Promise<void>
} {
  const room = useRoom()
  const ask = useAsk()
  const say = useSay()
  const barred = useBarred()
  const [fault, setFault] = useState<string | undefined>(undefined)
  const because = barred ?? missing ?? whyNot(ask(command, input), negotiation)

  async function send() {
    if (because !== undefined) return
    const answer = await say(command, input, { quietly: true })
    if (!answer.ok) return setFault(complaint(answer.refusal, room.view().negotiation))
    onDone?.()
    onClose()
  }

  return { because, fault, send }
}
