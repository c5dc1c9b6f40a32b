/** Streamlining: the chair merges readings that are alike and drops those that nobody but their author supports, in one act on record. */
import { useState } from 'react'
import type { AmendmentId } from '@entente/agreement'
import type { ClauseView } from '../clause/useClause.ts'
import { Checkbox } from '../design/Checkbox.tsx'
import { notify } from '../design/Toast.tsx'
import { toggled } from '../design/toggled.ts'
import { StatementDialog } from '../statement/StatementDialog.tsx'
import { clauseName, partyName } from '../table/naming.ts'
import styles from './Forms.module.css'
import type { TabledReading } from './useAmendments.ts'

type StreamlineDialogProps = { readonly view: ClauseView; readonly readings: readonly TabledReading[]; readonly onClose: () => void }

type Proposal =
  | { readonly does: 'merge'; readonly amendment: AmendmentId; readonly into: AmendmentId; readonly words: string }
  | { readonly does: 'drop'; readonly amendment: AmendmentId; readonly words: string }

export function StreamlineDialog({ view: { clause, negotiation }, readings, onClose }: StreamlineDialogProps) {
  const [chosen, setChosen] = useState<ReadonlySet<AmendmentId>>(new Set())
  const proposals = proposalsFor(readings, (party) => partyName(negotiation, party))
  const taken = proposals.filter(({ amendment }) => chosen.has(amendment))
  const input = {
    clause: clause.clause,
    merge: taken.flatMap((one) => (one.does === 'merge' ? [{ amendment: one.amendment, into: one.into }] : [])),
    drop: taken.flatMap((one) => (one.does === 'drop' ? [one.amendment] : [])),
  }
  return (
    <StatementDialog
      title={`Streamline the amendments to ${clauseName(negotiation, clause.clause)}`}
      command="amendment.streamline"
      input={input}
      negotiation={negotiation}
      missing={taken.length === 0 ? 'Choose what is to be tidied first' : undefined}
      submit="Record as one act"
      onClose={onClose}
      onDone={() => notify('The amendments are streamlined')}
    >
      <p className={styles.note}>
        No word of the text or of anybody’s reading changes. What is dropped stays on record and can be tabled again.
      </p>
      {proposals.length === 0 ? <p>All readings differ, and each has support besides its author’s.</p> : null}
      {proposals.map(({ amendment, words }) => (
        <Checkbox
          key={amendment}
          checked={chosen.has(amendment)}
          onChange={({ target }) => setChosen(toggled(chosen, amendment, target.checked))}
          label={words}
        />
      ))}
    </StatementDialog>
  )
}

function proposalsFor(
  readings: readonly TabledReading[],
  nameOf: (party: TabledReading['parties'][number]) => string,
): readonly Proposal[] {
  return readings.flatMap(({ amendment, name, reading, parties }, index): readonly Proposal[] => {
    const alike = readings.slice(0, index).find((other) => reading !== undefined && other.reading?.fingerprint === reading.fingerprint)
    const by = `${name} of ${nameOf(amendment.party)}`
    if (alike !== undefined)
      return [
        {
          does: 'merge',
          amendment: amendment.amendment,
          into: alike.amendment.amendment,
          words: `Merge ${by} into ${alike.name}: they read alike`,
        },
      ]
    return parties.length > 1 ? [] : [{ does: 'drop', amendment: amendment.amendment, words: `Drop ${by}: nobody else supports it` }]
  })
}
