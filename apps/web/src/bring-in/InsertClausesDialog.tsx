/**
 * What was pasted into a clause reads as several: shown as clauses, to be inserted after this one in one statement, or pasted as words of this
 * clause after all.
 */
import type { Clause, Negotiation } from '@entente/agreement'
import type { Imported } from '@entente/import'
import { useState } from 'react'
import { announce } from '../design/Announcer.tsx'
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { complaint } from '../refusal/explain.ts'
import { useRoom } from '../room/useRoom.ts'
import { goTo } from '../table/go-to.ts'
import { clauseName } from '../table/naming.ts'
import { useAttentionStore } from '../table/useAttention.ts'
import { useBarred } from '../table/useBarred.ts'
import { bringIn } from './bring-in.ts'
import styles from './BringIn.module.css'
import { FileText } from './FileText.tsx'
import { chosen, everything, type Selection } from './selection.ts'

type InsertClausesDialogProps = {
  readonly imported: Imported
  /** They are inserted after it. */
  readonly clause: Clause
  readonly negotiation: Negotiation
  /** Pastes the words into the clause. */
  readonly onPaste: () => void
  readonly onClose: () => void
}

export function InsertClausesDialog({ imported, clause, negotiation, onPaste, onClose }: InsertClausesDialogProps) {
  const room = useRoom()
  const attention = useAttentionStore()
  const barred = useBarred()
  const [selection, setSelection] = useState<Selection>(everything)
  const [inserting, setInserting] = useState(false)
  const [fault, setFault] = useState<string | undefined>(undefined)
  const taken = chosen(imported, selection)
  const count = taken.clauses.length
  const name = clauseName(negotiation, clause.clause)

  async function insert() {
    setInserting(true)
    const outcome = await bringIn(room, taken, {
      after: clause.section,
      into: { section: clause.section, after: clause.clause },
      remarks: false,
      tabled: new Set(),
      step: () => undefined,
    })
    setInserting(false)
    if (!outcome.ok) return setFault(complaint(outcome.refusal, room.view().negotiation))
    announce(`${count === 1 ? 'One clause was' : `${count} clauses were`} inserted.`)
    onClose()
    const [first] = outcome.clauses
    if (first !== undefined) goTo(attention, first)
  }

  return (
    <Dialog
      title="Insert as clauses"
      size="large"
      bare
      onClose={onClose}
      footer={
        <>
          <p className={styles.sum}>{placeWords(taken, name)}</p>
          <Button
            size="large"
            onClick={() => {
              onClose()
              onPaste()
            }}
          >
            Paste into {name}
          </Button>
          <Button
            size="large"
            look="primary"
            because={barred ?? (inserting ? 'They are being inserted' : count === 0 ? 'Choose at least one clause' : undefined)}
            onClick={() => void insert()}
          >
            {count === 1 ? 'Insert one clause' : `Insert ${count} clauses`}
          </Button>
        </>
      }
    >
      <div className={styles.report}>
        <p>
          What you pasted reads as several clauses. Nothing is in the text yet. Leave out what does not belong, or paste all of it into{' '}
          {name} as it is.
        </p>
        {fault === undefined ? null : <Banner role="alert">{fault}</Banner>}
      </div>
      <FileText {...{ imported, selection, negotiation }} headless={`After ${name}`} onSelect={setSelection} />
    </Dialog>
  )
}

function placeWords({ headless, sections }: ReturnType<typeof chosen>, name: string): string {
  const added = headless ? sections.length - 1 : sections.length
  const sectionWords = added === 1 ? 'one new section after this one' : `${added} new sections after this one`
  if (added === 0) return `After ${name}, in the same section.`
  return headless ? `After ${name}, and in ${sectionWords}.` : `In ${sectionWords}.`
}
