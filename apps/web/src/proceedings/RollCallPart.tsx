/** Roll calls: the one that is going on with its sheet, the last one, and for whoever presides the way to call one. */
import { runningRollCall, toBeCalled, type ClauseId, type Negotiation, type RollCall, type Speaker } from '@entente/agreement'
import { useState } from 'react'
import { Button } from '../design/Button.tsx'
import { Choice, Choices } from '../design/Choice.tsx'
import { useSay } from '../room/useRoom.ts'
import { Statement } from '../statement/Statement.tsx'
import { partyName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import { AnswerRollCall } from './AnswerRollCall.tsx'
import { calledOn } from './called-on.ts'
import { ClauseChoice } from './ClauseChoice.tsx'
import styles from './Proceedings.module.css'
import { RollCallSheet } from './RollCallSheet.tsx'

type RollCallPartProps = { readonly negotiation: Negotiation; readonly speaker: Speaker; readonly presides: boolean }

export function RollCallPart({ negotiation, speaker, presides }: RollCallPartProps) {
  const barred = useBarred()
  const [calling, setCalling] = useState(false)
  const running = runningRollCall(negotiation)
  const call = running ?? [...negotiation.rollCalls.values()].at(-1)
  if (call === undefined && !presides) return null
  return (
    <section className={styles.part} aria-labelledby="part-roll-call">
      <h3 id="part-roll-call">
        {call === undefined ? 'Roll call' : `Roll call on ${calledOn(call.on, negotiation)}${running === undefined ? ', ended' : ''}`}
      </h3>
      {call === undefined ? (
        <p className={styles.quiet}>
          Delegations are called one after another, beginning with one drawn by lot. Each answer is a position.
        </p>
      ) : (
        <RollCallSheet call={call} negotiation={negotiation} />
      )}
      {running === undefined ? null : <AnswerRollCall key={running.rollCall} call={running} {...{ negotiation, speaker }} />}
      {running !== undefined && presides ? <Conduct call={running} negotiation={negotiation} /> : null}
      {calling ? <CallRoll negotiation={negotiation} onClose={() => setCalling(false)} /> : null}
      {presides && running === undefined && !calling ? (
        <p className={styles.actions}>
          <Button because={barred} onClick={() => setCalling(true)}>
            Call the roll…
          </Button>
        </p>
      ) : null}
    </section>
  )
}

function Conduct({ call, negotiation }: { readonly call: RollCall; readonly negotiation: Negotiation }) {
  const say = useSay()
  const barred = useBarred()
  const [called] = toBeCalled(call)
  return (
    <p className={styles.actions}>
      {called === undefined ? null : (
        <Button because={barred} onClick={() => void say('roll-call.pass', { rollCall: call.rollCall, party: called })}>
          {partyName(negotiation, called)} does not answer
        </Button>
      )}
      <Button because={barred} onClick={() => void say('roll-call.close', { rollCall: call.rollCall })}>
        End the roll call
      </Button>
    </p>
  )
}

function CallRoll({ negotiation, onClose }: { readonly negotiation: Negotiation; readonly onClose: () => void }) {
  const [whole, setWhole] = useState(true)
  const [clauses, setClauses] = useState<readonly ClauseId[]>([])
  return (
    <Statement
      title="Call the roll"
      command="roll-call.open"
      input={{ clauses: whole ? [] : clauses }}
      negotiation={negotiation}
      submit="Call the roll"
      onClose={onClose}
      {...(!whole && clauses.length === 0 && { missing: 'Choose a clause first' })}
    >
      <Choices question="On what" columns="narrow">
        <Choice
          name="on"
          answer="The whole text"
          meaning="An acceptance speaks of every clause."
          checked={whole}
          onChange={() => setWhole(true)}
        />
        <Choice name="on" answer="Certain clauses" meaning="One, or several." checked={!whole} onChange={() => setWhole(false)} />
      </Choices>
      {whole ? null : <ClauseChoice question="Clauses" chosen={clauses} onChange={setClauses} />}
    </Statement>
  )
}
