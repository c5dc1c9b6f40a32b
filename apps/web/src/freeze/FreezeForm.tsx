/** Freezes a clause, or reopens it. Both need a reason that everybody reads. */
import type { ClauseId, Negotiation } from '@entente/agreement'
import { useState } from 'react'
import { TextArea } from '../design/Field.tsx'
import { Statement } from '../statement/Statement.tsx'
import { clauseName } from '../table/naming.ts'

type FreezeFormProps = { readonly clause: ClauseId; readonly negotiation: Negotiation; readonly onClose: () => void }

export function FreezeForm({ clause, negotiation, onClose }: FreezeFormProps) {
  const [reason, setReason] = useState('')
  const frozen = negotiation.freezes.has(clause)
  const name = clauseName(negotiation, clause)
  return (
    <Statement
      title={frozen ? `Reopen ${name}` : `Freeze ${name}`}
      command={frozen ? 'clause.reopen' : 'clause.freeze'}
      input={{ clause, reason: reason.trim() }}
      negotiation={negotiation}
      submit={frozen ? 'Reopen the clause' : 'Freeze the clause'}
      onClose={onClose}
      {...(reason.trim() === '' && { missing: 'Give the reason' })}
    >
      <TextArea
        label="Reason"
        rows={2}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        hint={
          frozen
            ? 'Everybody with a drafting seat can type in it again, unless the pen is held.'
            : 'Nobody types in it until it is reopened, you included. Positions, comments and amendments go on.'
        }
      />
    </Statement>
  )
}
