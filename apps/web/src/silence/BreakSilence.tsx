/** Breaks a silence procedure for one's own delegation, with a reason that everybody reads. */
import type { Negotiation, Silence } from '@entente/agreement'
import { TextArea } from '../design/Field.tsx'
import { keeper } from '../position/useKept.ts'
import { Statement } from '../statement/Statement.tsx'
import { numbers } from '../path/move-words.ts'

const useReason = keeper<string>()

type BreakSilenceProps = { readonly negotiation: Negotiation; readonly silence: Silence; readonly onClose: () => void }

export function BreakSilence({ negotiation, silence, onClose }: BreakSilenceProps) {
  const [reason, setReason, clear] = useReason(`break ${silence.silence}`, '')
  return (
    <Statement
      title={`Break silence on ${numbers(silence.clauses, negotiation)}`}
      command="silence.break"
      input={{ silence: silence.silence, reason: reason.trim() }}
      negotiation={negotiation}
      submit="Break silence"
      onClose={onClose}
      onDone={clear}
      {...(reason.trim() === '' && { missing: 'Give the reason first' })}
    >
      <TextArea
        label="Reason"
        required
        rows={2}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        hint="The procedure ends for every clause it was opened on. Your position is a statement of its own."
      />
    </Statement>
  )
}
