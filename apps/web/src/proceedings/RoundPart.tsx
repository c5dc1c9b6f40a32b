/** The round that is open: what it is for, and where the table is on its agenda. Whoever presides opens, closes and moves on. */
import { openRoundOf, type Negotiation } from '@entente/agreement'
import { useState } from 'react'
import { Link } from 'wouter'
import { clausePath } from '../app/views.ts'
import { Button } from '../design/Button.tsx'
import { TextArea } from '../design/Field.tsx'
import { dayWithYear } from '../design/moment.ts'
import { list } from '../design/status-words.ts'
import { useSay } from '../room/useRoom.ts'
import { Statement } from '../statement/Statement.tsx'
import { clauseName, namingOf } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import { agendaOf, linesOf } from './agenda-lines.ts'
import { OpenRound } from './OpenRound.tsx'
import styles from './Proceedings.module.css'

type PartProps = { readonly negotiation: Negotiation; readonly presides: boolean }

export function RoundPart({ negotiation, presides }: PartProps) {
  const say = useSay()
  const barred = useBarred()
  const [doing, setDoing] = useState<'open' | 'agenda' | undefined>(undefined)
  const round = openRoundOf(negotiation)
  const last = negotiation.rounds.at(-1)
  const close = () => setDoing(undefined)
  return (
    <section className={styles.part} aria-labelledby="part-round">
      <h3 id="part-round">{round === undefined ? 'No round is open' : `Round ${round.round}: ${round.label}`}</h3>
      {round === undefined ? null : (
        <dl className={styles.terms}>
          {round.mandate === undefined ? null : (
            <>
              <dt>Mandate</dt>
              <dd>{round.mandate}</dd>
            </>
          )}
          <dt>On</dt>
          <dd>{round.scope === undefined ? 'the whole text' : list(round.scope.map((clause) => clauseName(negotiation, clause)))}</dd>
          {round.until === undefined ? null : (
            <>
              <dt>Until</dt>
              <dd>{dayWithYear(round.until)}</dd>
            </>
          )}
        </dl>
      )}
      {round === undefined || doing === 'agenda' ? null : <Agenda {...{ negotiation, presides }} />}
      {doing === 'open' ? <OpenRound next={(last?.round ?? 0) + 1} onClose={close} /> : null}
      {doing === 'agenda' ? <AgendaForm negotiation={negotiation} onClose={close} /> : null}
      {presides && doing === undefined ? (
        <p className={styles.actions}>
          {round === undefined ? (
            <Button icon="plus" because={barred} onClick={() => setDoing('open')}>
              Open round {(last?.round ?? 0) + 1}…
            </Button>
          ) : (
            <>
              <Button icon="list" because={barred} onClick={() => setDoing('agenda')}>
                {negotiation.agenda.items.length === 0 ? 'Set an agenda…' : 'Change the agenda…'}
              </Button>
              <Button because={barred} onClick={() => void say('round.close', {})}>
                Close round {round.round}
              </Button>
            </>
          )}
        </p>
      ) : null}
    </section>
  )
}

function Agenda({ negotiation, presides }: PartProps) {
  const say = useSay()
  const barred = useBarred()
  const { items, at } = negotiation.agenda
  const { numbers } = namingOf(negotiation)
  if (items.length === 0) return null
  const next = at === undefined ? 0 : at + 1
  return (
    <>
      <h4 className={styles.sub}>Agenda</h4>
      <ol className={styles.agenda}>
        {items.map(({ title, clauses = [] }, index) => (
          <li key={index} {...(index === at && { 'aria-current': 'step' as const })}>
            {title}
            {clauses.map((clause) => (
              <Link key={clause} href={clausePath(negotiation, clause)} aria-label={clauseName(negotiation, clause)}>
                {numbers.get(clause)}
              </Link>
            ))}
          </li>
        ))}
      </ol>
      {presides && next < items.length ? (
        <p className={styles.actions}>
          <Button size="small" icon="forward" because={barred} onClick={() => void say('agenda.move', { item: next })}>
            {at === undefined ? 'Begin with item 1' : `Go to item ${next + 1}`}
          </Button>
        </p>
      ) : null}
    </>
  )
}

function AgendaForm({ negotiation, onClose }: { readonly negotiation: Negotiation; readonly onClose: () => void }) {
  const { numbers } = namingOf(negotiation)
  const [lines, setLines] = useState(() => linesOf(negotiation.agenda.items, numbers))
  return (
    <Statement
      title="Agenda"
      command="agenda.set"
      input={{ items: agendaOf(lines, numbers) }}
      negotiation={negotiation}
      submit="Set the agenda"
      onClose={onClose}
    >
      <TextArea
        label="One item on each line"
        rows={5}
        value={lines}
        onChange={({ target }) => setLines(target.value)}
        hint="After a colon the numbers of clauses, if it is about some: “Withdrawal: 2, 8”."
      />
    </Statement>
  )
}
