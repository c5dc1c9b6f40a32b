/** Streamlining: the chair merges readings that are alike and drops those that nobody but their author supports, in one act on record. */
import { useId, useState } from 'react'
import type { AmendmentId } from '@entente/agreement'
import type { ClauseView } from '../clause/useClause.ts'
import { Button } from '../design/Button.tsx'
import { Checkbox } from '../design/Checkbox.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { notify } from '../design/Toast.tsx'
import { whyNot } from '../refusal/explain.ts'
import { useAsk, useSay } from '../room/useRoom.ts'
import { clauseName, partyName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import styles from './Forms.module.css'
import type { TabledReading } from './useAmendments.ts'

type StreamlineDialogProps = { readonly view: ClauseView; readonly readings: readonly TabledReading[]; readonly onClose: () => void }

type Proposal =
  | { readonly does: 'merge'; readonly amendment: AmendmentId; readonly into: AmendmentId; readonly words: string }
  | { readonly does: 'drop'; readonly amendment: AmendmentId; readonly words: string }

export function StreamlineDialog({ view: { clause, negotiation }, readings, onClose }: StreamlineDialogProps) {
  const ask = useAsk()
  const say = useSay()
  const barred = useBarred()
  const form = useId()
  const [chosen, setChosen] = useState<ReadonlySet<AmendmentId>>(new Set())
  const proposals = proposalsFor(readings, (party) => partyName(negotiation, party))
  const taken = proposals.filter(({ amendment }) => chosen.has(amendment))
  const input = {
    clause: clause.clause,
    merge: taken.flatMap((one) => (one.does === 'merge' ? [{ amendment: one.amendment, into: one.into }] : [])),
    drop: taken.flatMap((one) => (one.does === 'drop' ? [one.amendment] : [])),
  }
  const because =
    barred ?? (taken.length === 0 ? 'Choose what is to be tidied first' : whyNot(ask('amendment.streamline', input), negotiation))
  return (
    <Dialog
      title={`Streamline the amendments to ${clauseName(negotiation, clause.clause)}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look="primary" because={because}>
            Record as one act
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void say('amendment.streamline', input).then((answer) => {
            if (!answer.ok) return
            notify('The amendments are streamlined')
            onClose()
          })
        }}
      >
        <p className={styles.note}>
          No word of the text or of anybody’s reading changes. What is dropped stays on record and can be tabled again.
        </p>
        {proposals.length === 0 ? <p>All readings differ, and each has support besides its author’s.</p> : null}
        {proposals.map(({ amendment, words }) => (
          <Checkbox
            key={amendment}
            checked={chosen.has(amendment)}
            onChange={({ target }) => {
              const next = new Set(chosen)
              if (target.checked) next.add(amendment)
              else next.delete(amendment)
              setChosen(next)
            }}
            label={words}
          />
        ))}
      </form>
    </Dialog>
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
