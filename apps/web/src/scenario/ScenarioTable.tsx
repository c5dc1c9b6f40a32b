/** If verified, if missed: what each milestone brings with it either way. */
import type { MilestoneId, Negotiation } from '@entente/agreement'
import { Panel } from '../design/Panel.tsx'
import visually from '../design/VisuallyHidden.module.css'
import type { Step } from '../milestones/steps.ts'
import { scenariosOf } from './scenarios.ts'
import styles from './ScenarioTable.module.css'

type ScenarioTableProps = {
  readonly steps: readonly Step[]
  readonly negotiation: Negotiation
  readonly onOpen: (milestone: MilestoneId) => void
}

export function ScenarioTable({ steps, negotiation, onOpen }: ScenarioTableProps) {
  return (
    <Panel title="If verified, if missed" flush>
      <table className={styles.table}>
        <thead className={visually.below760}>
          <tr>
            <th scope="col">Milestone</th>
            <th scope="col">If verified</th>
            <th scope="col">If missed</th>
          </tr>
        </thead>
        <tbody>
          {scenariosOf(negotiation, steps).map(({ step, ifVerified, ifMissed }) => (
            <tr key={step.milestone}>
              <th scope="row">
                <button type="button" onClick={() => onOpen(step.milestone)}>
                  <b>{step.name}</b> {step.of.terms.title}
                </button>
              </th>
              <td>
                <Lines name="If verified" of={ifVerified} none="Nothing waits for it." />
              </td>
              <td>
                <Lines name="If missed" of={ifMissed} none="No remedy is agreed." />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function Lines({ name, of, none }: { readonly name: string; readonly of: readonly string[]; readonly none: string }) {
  return (
    <>
      <span className={styles.label} aria-hidden="true">
        {name}
      </span>
      {of.length === 0 ? (
        <span className={styles.none}>{none}</span>
      ) : (
        <ol>
          {of.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
    </>
  )
}
