/** The delegation's line on a clause, as a ladder: what it says first, what it can live with, what it will not go below. */
import { isClosed, lineOn, type ClauseId, type Line, type Negotiation } from '@entente/agreement'
import { useState } from 'react'
import { Button } from '../design/Button.tsx'
import { TextArea } from '../design/Field.tsx'
import { whyNot } from '../refusal/explain.ts'
import { useAsk } from '../room/useRoom.ts'
import { Statement } from '../statement/Statement.tsx'
import { clauseName, personName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import styles from './LineLadder.module.css'
import { lineSteps } from './line-words.ts'

export function LineLadder({ clause, negotiation }: { readonly clause: ClauseId; readonly negotiation: Negotiation }) {
  const [editing, setEditing] = useState<Line | undefined>(undefined)
  const line = lineOn(negotiation, clause)
  return (
    <>
      <ul className={styles.ladder} aria-label={`Our line on ${clauseName(negotiation, clause)}`}>
        {lineSteps.map(({ step, words }) => (
          <li key={step} data-line={step}>
            <Rung {...{ clause, negotiation, step, words }} text={line.get(step)?.text} onEdit={() => setEditing(step)} />
          </li>
        ))}
      </ul>
      {editing === undefined ? null : (
        <LineForm key={editing} step={editing} {...{ clause, negotiation }} onClose={() => setEditing(undefined)} />
      )}
    </>
  )
}

type RungProps = {
  readonly clause: ClauseId
  readonly negotiation: Negotiation
  readonly step: Line
  readonly words: string
  readonly text: string | undefined
  readonly onEdit: () => void
}

function Rung({ clause, negotiation, step, words, text, onEdit }: RungProps) {
  const ask = useAsk()
  const barred = useBarred()
  const because = barred ?? whyNot(ask('line.set', { clause, line: step, text: `${text ?? ''}…` }), negotiation)
  const said = lineOn(negotiation, clause).get(step)?.said
  return (
    <>
      <small>{words}</small>
      {text === undefined ? <span className={styles.none}>Not set</span> : <span className={styles.text}>{text}</span>}
      {isClosed(negotiation) ? null : (
        <Button
          className={styles.change}
          size="small"
          look="ghost"
          icon="pen"
          because={because}
          aria-label={`${text === undefined ? 'Set' : 'Change'} our ${words.toLowerCase()} on ${clauseName(negotiation, clause)}`}
          {...(said !== undefined && said.by !== 'server' && { title: `Set by ${personName(negotiation, said.by.seat)}` })}
          onClick={onEdit}
        />
      )}
    </>
  )
}

type LineFormProps = { readonly clause: ClauseId; readonly negotiation: Negotiation; readonly step: Line; readonly onClose: () => void }

function LineForm({ clause, negotiation, step, onClose }: LineFormProps) {
  const was = lineOn(negotiation, clause).get(step)?.text
  const [text, setText] = useState(was ?? '')
  const words = lineSteps.find((one) => one.step === step)
  const dropping = text.trim() === '' && was !== undefined
  return (
    <Statement
      title={`Our ${words?.words.toLowerCase() ?? 'line'} on ${clauseName(negotiation, clause)}`}
      command={dropping ? 'line.drop' : 'line.set'}
      input={dropping ? { clause, line: step } : { clause, line: step, text: text.trim() }}
      negotiation={negotiation}
      submit={dropping ? 'Take it away' : 'Keep it'}
      onClose={onClose}
      {...(text.trim() === '' && was === undefined && { missing: 'Write it first' })}
    >
      <TextArea label={words?.words ?? ''} rows={2} value={text} hint={words?.meaning} onChange={({ target }) => setText(target.value)} />
    </Statement>
  )
}
