/** What follows if a milestone is missed, in order, and how far that has come. A step that is due is taken by whoever the terms name. */
import type { MilestoneStanding, Negotiation, RemedyStanding } from '@entente/agreement'
import { useState } from 'react'
import { Button } from '../design/Button.tsx'
import { TextArea } from '../design/Field.tsx'
import { Glyph } from '../design/Glyph.tsx'
import { Moment } from '../design/Moment.tsx'
import { momentInFull } from '../design/moment.ts'
import type { Shape } from '../design/shape.ts'
import { namesOf } from '../milestones/state-words.ts'
import { whyNot } from '../refusal/explain.ts'
import { useAsk } from '../room/useRoom.ts'
import { Statement } from '../statement/Statement.tsx'
import { partyName } from '../table/naming.ts'
import { remedyKind } from './remedy-words.ts'
import styles from './RemedyList.module.css'

type RemedyListProps = { readonly standing: MilestoneStanding; readonly negotiation: Negotiation }

export function RemedyList({ standing: { milestone, remedies }, negotiation }: RemedyListProps) {
  const ask = useAsk()
  const [taking, setTaking] = useState<string | undefined>(undefined)
  const [note, setNote] = useState('')
  if (remedies.length === 0) return 'No remedy is agreed'
  return (
    <ol className={styles.remedies}>
      {remedies.map((standing) => {
        const { remedy } = standing
        const input = { milestone, step: remedy.step, note: note.trim() }
        const decision = standing.is === 'due' ? ask('milestone.remedy', input) : undefined
        const offered =
          decision?.ok === true ||
          (decision?.ok === false && decision.refusal.code !== 'not-named' && decision.refusal.code !== 'not-permitted')
        return (
          <li key={remedy.step}>
            <Glyph shape={shapeOf(standing)} word={wordOf(standing)} />
            <div>
              <p>
                {remedy.step}
                {remedy.does === 'other' ? null : (
                  <small>
                    {remedyKind(remedy.does)}
                    {remedy.milestone === undefined ? '' : ` of ${namesOf(negotiation, [remedy.milestone])}`}
                  </small>
                )}
              </p>
              <p className={styles.standing}>
                <StandingWords {...{ standing, negotiation }} />
              </p>
              {offered && taking !== remedy.step ? (
                <Button size="small" because={whyNot(decision, negotiation)} onClick={() => setTaking(remedy.step)}>
                  State that it was taken…
                </Button>
              ) : null}
              {taking === remedy.step ? (
                <Statement
                  title={`Taken: ${remedy.step}`}
                  command="milestone.remedy"
                  input={input}
                  negotiation={negotiation}
                  submit="Put on record"
                  onClose={() => setTaking(undefined)}
                  onDone={() => setNote('')}
                >
                  <TextArea label="Note" optional rows={2} value={note} onChange={({ target }) => setNote(target.value)} />
                </Statement>
              ) : null}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

function StandingWords({ standing, negotiation }: { readonly standing: RemedyStanding; readonly negotiation: Negotiation }) {
  const { remedy } = standing
  const by = remedy.by === undefined ? '' : ` by ${partyName(negotiation, remedy.by)}`
  switch (standing.is) {
    case 'taken':
      return (
        <>
          Taken <Moment at={standing.taken.said.at} />
          {standing.taken.note === undefined ? '' : `. ${standing.taken.note}`}
        </>
      )
    case 'due':
      return `${standing.late ? 'Should have been taken' : 'Due now'}${by}${standing.until === undefined ? '' : `, by ${momentInFull(standing.until)}`}`
    case 'later':
      return `After the step before${by}`
    case 'not-called-for':
      return `Only if it is missed${by}${remedy.withinDays === undefined ? '' : `, within ${remedy.withinDays} ${remedy.withinDays === 1 ? 'day' : 'days'}`}`
    default:
      return standing satisfies never
  }
}

function shapeOf(standing: RemedyStanding): Shape {
  switch (standing.is) {
    case 'taken':
      return 'accepts'
    case 'due':
      return standing.late ? 'objects' : 'condition'
    case 'later':
    case 'not-called-for':
      return 'none'
    default:
      return standing satisfies never
  }
}

function wordOf(standing: RemedyStanding): string {
  switch (standing.is) {
    case 'taken':
      return 'Taken: '
    case 'due':
      return 'Due: '
    case 'later':
      return 'Later: '
    case 'not-called-for':
      return 'If missed: '
    default:
      return standing satisfies never
  }
}
