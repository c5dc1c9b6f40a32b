/** Objects to an editorial correction for one's own delegation. The words then stay as they are. */
import type { Correction, Negotiation } from '@entente/agreement'
import { TextArea } from '../design/Field.tsx'
import { keeper } from '../position/useKept.ts'
import { Statement } from '../statement/Statement.tsx'
import { clauseName } from '../table/naming.ts'

const useReason = keeper<string>()

type ObjectProps = { readonly negotiation: Negotiation; readonly correction: Correction; readonly onClose: () => void }

export function ObjectToCorrection({ negotiation, correction: { correction, clause }, onClose }: ObjectProps) {
  const [reason, setReason, clear] = useReason(`object ${correction}`, '')
  return (
    <Statement
      title={`Object to the correction of ${clauseName(negotiation, clause)}`}
      command="correction.object"
      input={{ correction, reason: reason.trim() }}
      negotiation={negotiation}
      submit="Object"
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
        hint="The words stay as they are."
      />
    </Statement>
  )
}
