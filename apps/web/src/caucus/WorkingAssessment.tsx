/**
 * What would follow if: from the public positions, what members asked the head to say, and moves of anybody one wants to try. Worked out in
 * this browser with the rules of the record. It records no position and tells nobody.
 */
import { askState, type ClauseId, type Negotiation, type PartyId, type Stance } from '@entente/agreement'
import { useMemo, useState } from 'react'
import { Button } from '../design/Button.tsx'
import { Select } from '../design/Field.tsx'
import { Panel } from '../design/Panel.tsx'
import { list } from '../design/status-words.ts'
import { positionDeed } from '../record/tell-position.ts'
import { useSay } from '../room/useRoom.ts'
import { capital, clauseName, namingOf, partyName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import { useTableNow } from '../table/useTableNow.ts'
import { useView } from '../table/useView.ts'
import { asSupposed, nothingSupposed, supposing, turns, type Supposed } from '../what-if/supposing.ts'
import { turnWords } from '../what-if/turn-words.ts'
import { bareDeed } from './bare-deed.ts'
import styles from './WorkingAssessment.module.css'

export function WorkingAssessment() {
  const negotiation = useView((view) => view.negotiation)
  const readings = useView((view) => view.readings)
  const assessment = useView((view) => view.assessment)
  const own = useView((view) => view.speaker?.party.party)
  const now = useTableNow()
  const [tried, setTried] = useState<Supposed>(nothingSupposed)
  const [trying, setTrying] = useState(false)
  const asked = useMemo(
    () => [...negotiation.asks.values()].filter((ask) => askState(negotiation, readings, ask) === 'waits'),
    [negotiation, readings],
  )
  const supposed = useMemo(
    () =>
      [...tried.positions.values()].reduce(
        (all, { clause, party, position }) => supposing(all, clause, party, position),
        own === undefined ? tried : asked.reduce((all, { clause, position }) => supposing(all, clause, own, position), nothingSupposed),
      ),
    [tried, asked, own],
  )
  const would = useMemo(
    () => asSupposed({ negotiation, readings, assessment }, supposed, now),
    // The time of the page does not change what follows from positions taken on trial.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [negotiation, readings, assessment, supposed],
  )
  const moves = [...supposed.positions.values()]
  const open = [...new Set(moves.map(({ clause }) => clause))].filter((clause) => !would.assessment.agreed.has(clause))
  const followed =
    moves.length === 0 ? undefined : sentence(negotiation, moves, turnWords(turns(assessment, would.assessment), negotiation), open)
  return (
    <Panel title="Working assessment">
      <div className={styles.body}>
        {followed === undefined ? (
          <p>Try what would be agreed if your delegation, or another, moved.</p>
        ) : (
          <>
            <ul className={styles.moves}>
              {moves.map(({ clause, party, position }) => (
                <li key={`${clause} ${party}`}>
                  <span>
                    If {party === own ? 'we' : partyName(negotiation, party)}{' '}
                    {party === own
                      ? bareDeed(positionDeed(position, clauseName(negotiation, clause), negotiation)).replace(
                          'its position',
                          'our position',
                        )
                      : positionDeed(position, clauseName(negotiation, clause), negotiation)}
                  </span>
                  {tried.positions.has(`${clause} ${party}`) ? (
                    <Button
                      size="small"
                      look="ghost"
                      icon="close"
                      aria-label={`Do not suppose ${partyName(negotiation, party)} on ${clauseName(negotiation, clause)}`}
                      onClick={() => setTried(supposing(tried, clause, party, undefined))}
                    />
                  ) : (
                    <small>asked of the head</small>
                  )}
                </li>
              ))}
            </ul>
            <p role="status" data-assessment>
              <b>{turnWords(turns(assessment, would.assessment), negotiation)}</b>{' '}
              {open.length === 0 ? '' : `${capitalList(open, negotiation)} ${open.length === 1 ? 'stays' : 'stay'} open.`}
            </p>
          </>
        )}
        <p className={styles.hint}>A private what-if. It records no position, and only your delegation’s browsers work it out.</p>
        {trying ? (
          <TryMove
            negotiation={negotiation}
            own={own}
            onTry={(clause, party, position) => setTried(supposing(tried, clause, party, position))}
            onClose={() => setTrying(false)}
          />
        ) : (
          <p className={styles.actions}>
            <Button onClick={() => setTrying(true)}>{moves.length === 0 ? 'Try a move' : 'Try other moves'}</Button>
            {followed === undefined ? null : <KeepIt text={followed} />}
          </p>
        )}
      </div>
    </Panel>
  )
}

/** Keeps the sentence as a note of the delegation. */
function KeepIt({ text }: { readonly text: string }) {
  const say = useSay()
  const barred = useBarred()
  return (
    <Button because={barred} onClick={() => void say('note.keep', { noteKind: 'assessment', text })}>
      Keep as a note
    </Button>
  )
}

const stances: readonly { readonly words: string; readonly position: Stance }[] = [
  { words: 'accepts', position: { stance: 'accepts' } },
  { words: 'reserves', position: { stance: 'reserves' } },
  { words: 'objects', position: { stance: 'objects', reason: '' } },
  { words: 'stands aside', position: { stance: 'stands-aside' } },
]

type TryMoveProps = {
  readonly negotiation: Negotiation
  readonly own: PartyId | undefined
  readonly onTry: (clause: ClauseId, party: PartyId, position: Stance) => void
  readonly onClose: () => void
}

function TryMove({ negotiation, own, onTry, onClose }: TryMoveProps) {
  const { numbers } = namingOf(negotiation)
  const parties = [...negotiation.parties.values()].filter(({ kind }) => kind === 'delegation')
  const standing = negotiation.clauses.filter((clause) => clause.standing.is === 'standing')
  const [party, setParty] = useState<string>(own ?? '')
  const [clause, setClause] = useState<string>('')
  const [stance, setStance] = useState<string>('accepts')
  const chosen = {
    clause: standing.find((one) => one.clause === clause)?.clause,
    party: parties.find((one) => one.party === party)?.party,
    position: stances.find((one) => one.position.stance === stance)?.position,
  }
  return (
    <form
      className={styles.try}
      aria-label="Try a move"
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen.clause === undefined || chosen.party === undefined || chosen.position === undefined) return
        onTry(chosen.clause, chosen.party, chosen.position)
        setClause('')
      }}
    >
      <Select label="If" value={party} onChange={({ target }) => setParty(target.value)}>
        {parties.map((one) => (
          <option key={one.party} value={one.party}>
            {one.shortName}
          </option>
        ))}
      </Select>
      <Select label="says" value={stance} onChange={({ target }) => setStance(target.value)}>
        {stances.map(({ words, position }) => (
          <option key={position.stance} value={position.stance}>
            {words}
          </option>
        ))}
      </Select>
      <Select label="of clause" value={clause} onChange={({ target }) => setClause(target.value)}>
        <option value="">Choose…</option>
        {standing.map((one) => (
          <option key={one.clause} value={one.clause}>
            {numbers.get(one.clause)}. {one.heading}
          </option>
        ))}
      </Select>
      <p className={styles.actions}>
        <Button type="submit" look="primary" because={chosen.clause === undefined ? 'Choose a clause first' : undefined}>
          Suppose it
        </Button>
        <Button onClick={onClose}>Done</Button>
      </p>
    </form>
  )
}

type Move = { readonly clause: ClauseId; readonly party: PartyId; readonly position: Stance }

/** The whole assessment as one paragraph, for a note. */
function sentence(negotiation: Negotiation, moves: readonly Move[], follows: string, open: readonly ClauseId[]): string {
  const supposed = moves.map(
    ({ clause, party, position }) =>
      `${partyName(negotiation, party)} ${positionDeed(position, clauseName(negotiation, clause), negotiation)}`,
  )
  return `If ${list(supposed)}: ${follows}${open.length === 0 ? '' : ` ${capitalList(open, negotiation)} ${open.length === 1 ? 'stays' : 'stay'} open.`}`
}

function capitalList(clauses: readonly ClauseId[], negotiation: Negotiation): string {
  return capital(list(clauses.map((clause) => clauseName(negotiation, clause))))
}
