/**
 * Puts an interpretative declaration or an explanation of position on record. It stands beside the position and changes nothing that is
 * agreed, and the form says so.
 */
import type { ClauseId, Negotiation } from '@entente/agreement'
import { Select, TextArea } from '../design/Field.tsx'
import { keeper } from '../position/useKept.ts'
import { Statement } from '../statement/Statement.tsx'
import { clauseName } from '../table/naming.ts'
import { declarationKinds, isDeclarationKind, type DeclarationKind } from './kinds.ts'

const useDraft = keeper<{ readonly kind: DeclarationKind; readonly text: string }>()
const empty = { kind: 'interpretative-declaration', text: '' } as const

type DeclarationFormProps = { readonly clause: ClauseId; readonly negotiation: Negotiation; readonly onClose: () => void }

export function DeclarationForm({ clause, negotiation, onClose }: DeclarationFormProps) {
  const [draft, keep, clear] = useDraft(`declaration ${clause}`, empty)
  const { kind, text } = draft
  return (
    <Statement
      title={`Declaration on ${clauseName(negotiation, clause)}`}
      command="declaration.make"
      input={{ clause, kind, text: text.trim() }}
      negotiation={negotiation}
      submit="Put on record"
      onClose={onClose}
      onDone={clear}
      {...(text.trim() === '' && { missing: 'Write the declaration first' })}
    >
      <Select
        label="Kind"
        value={kind}
        hint={declarationKinds[kind].meaning}
        onChange={({ target }) => isDeclarationKind(target.value) && keep({ kind: target.value, text })}
      >
        {Object.entries(declarationKinds).map(([value, { words }]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </Select>
      <TextArea
        label="Declaration"
        rows={3}
        value={text}
        onChange={({ target }) => keep({ kind, text: target.value })}
        hint="Everybody at the table reads it, and it is annexed to the text. It changes no position and nothing that is agreed."
      />
    </Statement>
  )
}
