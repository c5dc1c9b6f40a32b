/** A reference to a clause in still words: the number the clause has now, leading to it. */
import type { ClauseId } from '@entente/agreement'
import { Link } from 'wouter'
import { clausePath } from '../app/views.ts'
import words from '../clause/words.module.css'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { useView } from '../table/useView.ts'
import { referenceWords } from './reference-words.ts'

export function ReferenceView({ clause, at }: { readonly clause: ClauseId; readonly at: number }) {
  const negotiation = useView((view) => view.negotiation)
  const { label, flaw, heading } = referenceWords(negotiation, clause)
  if (flaw !== undefined)
    return (
      <span className={words.flawed} title={flaw} data-at={at} data-reference={clause} data-flawed>
        {label}
        <VisuallyHidden> ({flaw})</VisuallyHidden>
      </span>
    )
  return (
    <Link
      className={words.reference}
      href={clausePath(negotiation, clause)}
      title={heading === '' ? undefined : heading}
      data-at={at}
      data-reference={clause}
    >
      {label}
    </Link>
  )
}
