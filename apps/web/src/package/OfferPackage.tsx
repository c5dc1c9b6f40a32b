/** Offers a package: a name, the clauses that are agreed together or not at all, and why. Offering accepts nothing. */
import type { ClauseId, Negotiation } from '@entente/agreement'
import { useState } from 'react'
import { Checkbox } from '../design/Checkbox.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { TextArea, TextField } from '../design/Field.tsx'
import { keeper } from '../position/useKept.ts'
import { Statement } from '../statement/Statement.tsx'
import { namingOf } from '../table/naming.ts'
import styles from './Packages.module.css'

const useWords = keeper<string>()

export function OfferPackage({ negotiation, onClose }: { readonly negotiation: Negotiation; readonly onClose: () => void }) {
  const [title, setTitle, clearTitle] = useWords('package title', '')
  const [description, setDescription, clearDescription] = useWords('package description', '')
  const [clauses, setClauses] = useState<readonly ClauseId[]>([])
  const { numbers } = namingOf(negotiation)
  const missing = title.trim() === '' ? 'Give the package a name' : clauses.length < 2 ? 'Choose at least two clauses' : undefined
  return (
    <Dialog title="Offer a package" size="medium" onClose={onClose}>
      <Statement
        title="Agreed together or not at all"
        command="package.offer"
        input={{ title: title.trim(), clauses, description: description.trim() }}
        negotiation={negotiation}
        submit="Offer the package"
        onClose={onClose}
        onDone={() => {
          clearTitle()
          clearDescription()
        }}
        {...(missing !== undefined && { missing })}
      >
        <TextField label="Name" value={title} onChange={({ target }) => setTitle(target.value)} />
        <fieldset className={styles.choose}>
          <legend>Clauses</legend>
          {negotiation.clauses
            .filter(({ standing }) => standing.is === 'standing')
            .map(({ clause, heading }) => (
              <Checkbox
                key={clause}
                checked={clauses.includes(clause)}
                label={`${numbers.get(clause) ?? ''}. ${heading}`}
                onChange={({ target }) => setClauses(target.checked ? [...clauses, clause] : clauses.filter((other) => other !== clause))}
              />
            ))}
        </fieldset>
        <TextArea
          label="What it trades"
          optional
          rows={2}
          value={description}
          onChange={({ target }) => setDescription(target.value)}
          hint="Offering a package accepts nothing: each party accepts it for itself."
        />
      </Statement>
    </Dialog>
  )
}
