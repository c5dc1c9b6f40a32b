/** What one's own caucus keeps of a clause, shown beside it at the table to the delegation's members only, and marked as private. */
import { askState, may, lineOn, type ClauseId, type Negotiation } from '@entente/agreement'
import { Link } from 'wouter'
import { viewPath } from '../app/views.ts'
import { Button } from '../design/Button.tsx'
import { classes } from '../design/classes.ts'
import { Icon } from '../design/Icon.tsx'
import { partyColour, usePartyLook } from '../design/PartyColours.tsx'
import { useOwnCaucus, usePartOf } from '../room/private-room.tsx'
import { clauseName } from '../table/naming.ts'
import { useAttention, useAttentionStore } from '../table/useAttention.ts'
import { draftsOn } from './drafts-on.ts'
import { lineSteps } from './line-words.ts'
import box from './PrivateBox.module.css'
import styles from './PrivateNotes.module.css'

export function PrivateNotes({ clause }: { readonly clause: ClauseId }) {
  const caucus = useOwnCaucus()
  const kept = usePartOf(caucus, ({ loaded, negotiation }) => (loaded ? negotiation : undefined))
  const readings = usePartOf(caucus, (room) => room.readings)
  const party = usePartOf(caucus, (room) => room.speaker?.party.party)
  const mayDraft = usePartOf(caucus, ({ speaker }) => speaker !== undefined && may(speaker, 'draft'))
  const attention = useAttentionStore()
  const drafting = useAttention((now) => now.drafting)
  const { order } = usePartyLook(party ?? '')
  if (kept === undefined || readings === undefined) return null
  const line = lineOn(kept, clause)
  const notes = kept.notes.filter((note) => note.clause === clause && note.retracted === undefined && !isLine(note.noteKind))
  const counts = [
    count([...kept.threads.values()].filter((thread) => thread.clause === clause && thread.state.is === 'open').length, 'discussion'),
    count([...kept.asks.values()].filter((ask) => ask.clause === clause && askState(kept, readings, ask) === 'waits').length, 'request'),
  ].filter((words) => words !== undefined)
  const drafts = draftsOn(kept, clause)
  if (line.size === 0 && notes.length === 0 && counts.length === 0 && drafts.length === 0) return null
  return (
    <aside
      className={classes(box.private, styles.card)}
      {...partyColour(order)}
      aria-label={`Private, your delegation only: ${clauseName(kept, clause)}`}
      data-private
    >
      <p className={styles.head}>
        <Icon name="lock" />
        <b>Private: your delegation only</b>
      </p>
      {line.size === 0 ? null : (
        <dl>
          {lineSteps.map(({ step, words }) => {
            const text = line.get(step)?.text
            return text === undefined ? null : (
              <div key={step} data-line={step}>
                <dt>{words}</dt>
                <dd>{text}</dd>
              </div>
            )
          })}
        </dl>
      )}
      {notes.map((note) => (
        <p key={note.said.seq}>{note.text}</p>
      ))}
      {drafts.map(({ amendment, label }) => (
        <p key={amendment} data-draft={amendment}>
          {drafting === amendment ? (
            <>{label} is open in the text.</>
          ) : mayDraft ? (
            <Button size="small" icon="pen" onClick={() => attention.draft(clause, amendment, 'end')}>
              Go on with {label}
            </Button>
          ) : (
            <>{label} of other words is in the caucus.</>
          )}
        </p>
      ))}
      <p className={styles.more}>
        {counts.length === 0 ? null : <span>{counts.join(', ')}</span>}
        <Link href={caucusPath(kept)}>Open the caucus</Link>
      </p>
    </aside>
  )
}

function isLine(kind: string): boolean {
  return lineSteps.some(({ step }) => step === kind)
}

function count(many: number, what: string): string | undefined {
  return many === 0 ? undefined : many === 1 ? `1 ${what}` : `${many} ${what}s`
}

function caucusPath({ opened }: Pick<Negotiation, 'opened'>): string {
  return opened === undefined ? '/' : viewPath(opened.negotiation, 'caucus')
}
