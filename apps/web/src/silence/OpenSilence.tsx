/**
 * The chair opens a silence procedure: on which clauses, and until when. A clause on which it cannot run says why before it is chosen; the
 * deadline leaves the parties at least the time they agreed on.
 */
import type { Assessment, ClauseId, Negotiation } from '@entente/agreement'
import { useState } from 'react'
import { Checkbox } from '../design/Checkbox.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { TextField } from '../design/Field.tsx'
import { explain } from '../refusal/explain.ts'
import { useAsk, useRoom } from '../room/useRoom.ts'
import { Statement } from '../statement/Statement.tsx'
import { namingOf } from '../table/naming.ts'
import { useTableNow } from '../table/useTableNow.ts'
import { fieldOf, momentOf, proposedDeadline } from './deadline.ts'
import styles from './Silence.module.css'
import { untilWords } from './until-words.ts'

type OpenSilenceProps = {
  readonly negotiation: Negotiation
  readonly assessment: Assessment
  readonly chosen?: readonly ClauseId[]
  readonly onClose: () => void
}

export function OpenSilence({ negotiation, assessment, chosen = [], onClose }: OpenSilenceProps) {
  const room = useRoom()
  const ask = useAsk()
  const now = useTableNow()
  const { hours } = negotiation.silenceTerms
  const [clauses, setClauses] = useState<readonly ClauseId[]>(chosen)
  const [until, setUntil] = useState(() => fieldOf(proposedDeadline(room.view().now(), hours)))
  const closesAt = momentOf(until)
  const farAway = proposedDeadline(now, hours)
  const { numbers } = namingOf(negotiation)
  const open = [...assessment.clauses.values()].filter(({ blockers }) => blockers.length > 0)
  const missing = clauses.length === 0 ? 'Choose a clause first' : closesAt === undefined ? 'Choose when it ends' : undefined
  const unfit = (clause: ClauseId) => {
    const decision = ask('silence.open', { clauses: [clause], closesAt: farAway })
    return decision === undefined || decision.ok ? undefined : explain(decision.refusal, negotiation).what
  }
  return (
    <Dialog title="Silence procedure" size="medium" onClose={onClose}>
      <Statement
        title="Ask for acceptance by silence"
        command="silence.open"
        input={{ clauses, closesAt }}
        negotiation={negotiation}
        submit="Open the procedure"
        onClose={onClose}
        {...(missing !== undefined && { missing })}
      >
        <fieldset className={styles.clauses}>
          <legend>On the present words of</legend>
          {open.length === 0 ? <p className={styles.quiet}>Every clause is agreed.</p> : null}
          {open.map(({ clause }) => {
            const why = unfit(clause)
            return (
              <Checkbox
                key={clause}
                checked={clauses.includes(clause)}
                disabled={why !== undefined}
                label={`${numbers.get(clause) ?? ''}. ${negotiation.clauses.find((one) => one.clause === clause)?.heading ?? ''}`}
                hint={why}
                onChange={({ target }) => setClauses(target.checked ? [...clauses, clause] : clauses.filter((other) => other !== clause))}
              />
            )
          })}
        </fieldset>
        <TextField
          type="datetime-local"
          label="Ends, in UTC"
          value={until}
          onChange={({ target }) => setUntil(target.value)}
          hint={`At least ${hours} hours from now${closesAt === undefined ? '' : `; this is ${untilWords(closesAt, now)}`}. Required parties that say nothing accept the wording, and nothing besides.`}
        />
      </Statement>
    </Dialog>
  )
}
