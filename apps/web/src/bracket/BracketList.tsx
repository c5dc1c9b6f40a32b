/**
 * The square brackets in the words of the clause in hand: whose they are, what they wait for, and who settles them by when. Whoever drafts may
 * state it; the statement is on record.
 */
import { may } from '@entente/agreement'
import { useState } from 'react'
import { bracketKinds, wordOfBracketKind } from '../clause/bracket-words.ts'
import type { ClauseView } from '../clause/useClause.ts'
import { Button } from '../design/Button.tsx'
import { Checkbox } from '../design/Checkbox.tsx'
import { Select, TextField } from '../design/Field.tsx'
import { PartyCodes } from '../design/PartyCodes.tsx'
import { toggled } from '../design/toggled.ts'
import { Statement } from '../statement/Statement.tsx'
import { capital, partyName } from '../table/naming.ts'
import styles from './Brackets.module.css'
import { bracketsIn, type BracketInText } from './brackets-in.ts'

export function BracketList({ view }: { readonly view: ClauseView }) {
  const { reading, negotiation, speaker } = view
  const [stating, setStating] = useState<string | undefined>(undefined)
  const brackets = bracketsIn(reading.text)
  if (brackets.length === 0) return null
  return (
    <section className={styles.brackets} aria-label="Square brackets in the text">
      <h4>Square brackets in the text</h4>
      <ul>
        {brackets.map((bracket) => {
          const said = negotiation.brackets.get(bracket.id)
          return (
            <li key={bracket.id} className={styles.bracket} data-bracket-said={bracket.id}>
              <p className={styles.line}>
                <q>{bracket.words}</q>
                <span>{wordOfBracketKind(bracket.kind)}</span>
                {said === undefined ? <span>stated by nobody yet</span> : <PartyCodes parties={said.parties} />}
                {said?.owner === undefined ? null : (
                  <span>
                    {partyName(negotiation, said.owner)} settles it{said.due === undefined ? '' : ` by ${said.due}`}
                  </span>
                )}
                {said?.note === undefined ? null : <span>“{said.note}”</span>}
                {speaker !== undefined && may(speaker, 'draft') && stating !== bracket.id ? (
                  <Button size="small" look="ghost" onClick={() => setStating(bracket.id)}>
                    {said === undefined ? 'State whose it is…' : 'Change…'}
                  </Button>
                ) : null}
              </p>
              {stating === bracket.id ? <BracketForm {...{ view, bracket }} onClose={() => setStating(undefined)} /> : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type BracketFormProps = { readonly view: ClauseView; readonly bracket: BracketInText; readonly onClose: () => void }

function BracketForm({ view: { clause, negotiation, speaker }, bracket, onClose }: BracketFormProps) {
  const said = negotiation.brackets.get(bracket.id)
  const sitting = [...negotiation.parties.values()].filter(({ kind }) => kind === 'delegation' || kind === 'chair')
  const [parties, setParties] = useState<ReadonlySet<string>>(
    new Set(said?.parties ?? (speaker === undefined ? [] : [speaker.party.party])),
  )
  const [owner, setOwner] = useState<string>(said?.owner ?? '')
  const [due, setDue] = useState<string>(said?.due ?? '')
  const [note, setNote] = useState(said?.note ?? '')
  return (
    <Statement
      title={`${capital(wordOfBracketKind(bracket.kind))}: “${bracket.words.trim()}”`}
      command="bracket.attribute"
      input={{
        clause: clause.clause,
        bracket: bracket.id,
        kind: bracket.kind,
        parties: sitting.map(({ party }) => party).filter((party) => parties.has(party)),
        ...(owner !== '' && { owner }),
        ...(due !== '' && { due }),
        ...(note.trim() !== '' && { note: note.trim() }),
      }}
      negotiation={negotiation}
      submit="Put it on record"
      onClose={onClose}
      {...(parties.size === 0 && { missing: 'Choose who stands behind it' })}
    >
      <p className={styles.meaning}>{bracketKinds.find(({ kind }) => kind === bracket.kind)?.meaning}.</p>
      <fieldset className={styles.parties}>
        <legend>Who stands behind it</legend>
        {sitting.map(({ party }) => (
          <Checkbox
            key={party}
            checked={parties.has(party)}
            onChange={({ target }) => setParties(toggled(parties, party, target.checked))}
            label={partyName(negotiation, party)}
          />
        ))}
      </fieldset>
      <Select label="Who settles it" value={owner} onChange={({ target }) => setOwner(target.value)}>
        <option value="">Nobody in particular</option>
        {sitting.map(({ party }) => (
          <option key={party} value={party}>
            {partyName(negotiation, party)}
          </option>
        ))}
      </Select>
      <TextField label="By when" type="date" value={due} onChange={({ target }) => setDue(target.value)} />
      <TextField label="What it waits for" value={note} onChange={({ target }) => setNote(target.value)} />
    </Statement>
  )
}
