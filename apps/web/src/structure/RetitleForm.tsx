/** The form for a new heading, of a clause or of a section. */
import type { Negotiation } from '@entente/agreement'
import { useState } from 'react'
import { TextField } from '../design/Field.tsx'
import { Statement } from '../statement/Statement.tsx'

type RetitleFormProps = {
  /** Whose heading, to follow “Heading of”. */
  readonly of: string
  readonly heading: string
  readonly command: 'clause.retitle' | 'section.retitle'
  /** Which clause or section, for the command. */
  readonly subject: Readonly<Record<string, string>>
  /** What a new heading means for consent, if anything. */
  readonly hint?: string | undefined
  readonly negotiation: Negotiation
  readonly onClose: () => void
}

export function RetitleForm({ of, heading: before, command, subject, hint, negotiation, onClose }: RetitleFormProps) {
  const [heading, setHeading] = useState(before)
  return (
    <Statement
      title={`Heading of ${of}`}
      command={command}
      input={{ ...subject, heading: heading.trim() }}
      negotiation={negotiation}
      submit="Record the heading"
      onClose={onClose}
    >
      <TextField
        label="Heading"
        value={heading}
        onChange={({ target }) => setHeading(target.value)}
        {...(hint !== undefined && { hint })}
      />
    </Statement>
  )
}
