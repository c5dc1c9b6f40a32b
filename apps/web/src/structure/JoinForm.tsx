/** Joining a clause with the next one: how their words come together, and what follows for consent and for what hangs on them. */
import { nextClause, type Seam } from '@entente/agreement'
import { useState } from 'react'
import type { ClauseView } from '../clause/useClause.ts'
import { Choice, Choices } from '../design/Choice.tsx'
import { list } from '../design/status-words.ts'
import { notify } from '../design/Toast.tsx'
import { consentingTo, lapseWarning } from '../lapse/consenting.ts'
import { useAsk } from '../room/useRoom.ts'
import { Statement } from '../statement/Statement.tsx'
import { capital, clauseName, partyName } from '../table/naming.ts'
import { useView } from '../table/useView.ts'
import { goesAlong } from './goes-along.ts'
import styles from './Structure.module.css'

export function JoinForm({ view, onClose }: { readonly view: ClauseView; readonly onClose: () => void }) {
  const { clause, negotiation, reading, assessment } = view
  const ask = useAsk()
  const next = nextClause(negotiation, clause.clause)
  const onNext = useView((room) => (next === undefined ? undefined : room.readings.get(next.clause)?.fingerprint))
  const other = useView((room) => (next === undefined ? undefined : room.assessment.clauses.get(next.clause)))
  const wasOne = next?.cut?.from === clause.clause
  const [seam, setSeam] = useState<Seam>(wasOne ? 'as-before' : 'apart')
  const name = clauseName(negotiation, clause.clause)
  const nextName = next === undefined ? 'the next clause' : clauseName(negotiation, next.clause)
  const input = { clause: clause.clause, next: next?.clause, on: reading.fingerprint, of: onNext, seam }
  const decision = ask('clause.join', input)
  const joined = decision?.ok ? decision.facts.find((fact) => fact.kind === 'clause-joined') : undefined
  const names = (of: Parameters<typeof consentingTo>[0] | undefined) =>
    of === undefined ? [] : consentingTo(of).map((party) => partyName(negotiation, party))
  const [onFirst, onSecond] = [names(assessment), names(other)]
  const option = (value: Seam) => ({ name: 'seam', value, checked: seam === value, onChange: () => setSeam(value) })
  return (
    <Statement
      title={`Join ${name} with ${nextName}`}
      command="clause.join"
      input={input}
      negotiation={negotiation}
      submit="Join the clauses"
      onClose={onClose}
      onDone={() => notify(`${capital(nextName)} was joined to ${name}. Restoring it takes its words out again.`)}
      {...(next === undefined && { missing: 'No clause comes after this one in its section' })}
    >
      <Choices question="Its words follow" columns="wide">
        {wasOne ? (
          <Choice {...option('as-before')} compact answer="As before the split" meaning="The old wording, and consent to it, is back." />
        ) : null}
        <Choice {...option('apart')} compact answer="As paragraphs of their own" />
        <Choice {...option('running')} compact answer="In the same paragraph or list" />
      </Choices>
      <p className={styles.note}>
        {[
          onFirst.length > 0 && seam !== 'as-before' ? lapseWarning(onFirst, 'Joining them') : undefined,
          onSecond.length > 0 ? `What ${list(onSecond)} accepted in ${nextName} does not count for the two together.` : undefined,
          `${capital(nextName)} is withdrawn and stays on record.`,
          joined && goesAlong(joined.moved),
        ]
          .filter((sentence) => sentence !== undefined)
          .join(' ')}
      </p>
    </Statement>
  )
}
