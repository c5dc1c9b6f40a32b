/** What was promised: who performs, who verifies, by when, after what, and where each step stands. */
import { Day, milestoneState, type Assessment, type Milestone, type MilestoneState, type Negotiation } from '@entente/agreement'
import { viewPath } from '../app/views.ts'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { Empty } from '../design/Empty.tsx'
import { Panel } from '../design/Panel.tsx'
import { Tag } from '../design/Tag.tsx'
import { useNow } from '../design/useNow.ts'
import { useView } from '../table/useView.ts'
import { MilestoneRow } from './MilestoneRow.tsx'
import styles from './MilestonesPage.module.css'
import { sequenceInWords } from './sequence-words.ts'
import { shapeOfState, wordOfState } from './state-words.ts'

/** The gravest first, as they are counted at the top. */
const counted: readonly MilestoneState[] = ['overdue', 'disputed', 'not-verified', 'reported', 'blocked', 'pending', 'verified', 'proposed']

export function MilestonesPage() {
  const negotiation = useView((view) => view.negotiation)
  const agreed = useView((view) => view.assessment.agreed, sameSet)
  const own = useView((view) => view.speaker?.party.party)
  const today = Day.parse(useNow().slice(0, 10))
  const standing = inOrder(negotiation)
  if (standing.length === 0) return <NoneYet negotiation={negotiation} />

  const states = new Map(
    standing.map((milestone) => [milestone.milestone, milestoneState(negotiation, milestone, agreed.has(milestone.clause), today)]),
  )
  const sequence = sequenceInWords(negotiation)
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>Milestones</h1>
        <ul className={styles.counts} aria-label="How many, by state">
          {counted.map((state) => {
            const count = [...states.values()].filter((each) => each === state).length
            return count === 0 ? null : (
              <li key={state}>
                <Tag shape={shapeOfState(state)}>
                  {count} {wordOfState(state).toLowerCase()}
                </Tag>
              </li>
            )
          })}
        </ul>
        {negotiation.opened === undefined ? null : (
          <ButtonLink href={viewPath(negotiation.opened.negotiation, 'table')} icon="plus">
            Propose at the table
          </ButtonLink>
        )}
      </div>
      <section className={styles.panel} aria-label="All milestones">
        <div className={styles.columns} aria-hidden="true">
          <span>Commitment</span>
          <span>Performs</span>
          <span>Verifies</span>
          <span>Due</span>
          <span>After</span>
          <span>State</span>
        </div>
        <ol>
          {standing.map((milestone) => (
            <MilestoneRow
              key={milestone.milestone}
              milestone={milestone}
              negotiation={negotiation}
              state={states.get(milestone.milestone) ?? 'proposed'}
              today={today}
              own={own}
            />
          ))}
        </ol>
      </section>
      {sequence.length === 0 ? null : (
        <Panel title="The sequence in words" flush className={styles.sequence}>
          <ol>
            {sequence.map(({ milestone, sentence }) => (
              <li key={milestone}>{sentence}</li>
            ))}
          </ol>
        </Panel>
      )}
    </div>
  )
}

/** The standing milestones in the order of their clauses in the text, those of one clause as they were proposed. */
function inOrder({ milestones, clauses }: Negotiation): readonly Milestone[] {
  const byClause = Map.groupBy(
    [...milestones.values()].filter(({ withdrawn }) => withdrawn === undefined),
    ({ clause }) => clause,
  )
  return clauses.flatMap(({ clause, standing }) => (standing.is === 'standing' ? (byClause.get(clause) ?? []) : []))
}

function NoneYet({ negotiation }: { readonly negotiation: Negotiation }) {
  return (
    <div className={styles.page}>
      <Empty
        icon="timeline"
        title="No milestones yet"
        level={1}
        actions={
          negotiation.opened === undefined ? undefined : (
            <ButtonLink href={viewPath(negotiation.opened.negotiation, 'table')} look="primary">
              Go to the table
            </ButtonLink>
          )
        }
      >
        A milestone turns a promise into something that can be checked: who performs it, who else verifies it, by when and on what evidence.
        Select a clause at the table and attach one. Its terms become part of what the parties consent to.
      </Empty>
    </div>
  )
}

function sameSet(a: Assessment['agreed'], b: Assessment['agreed']): boolean {
  return a.size === b.size && [...a].every((clause) => b.has(clause))
}
