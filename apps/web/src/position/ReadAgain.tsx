/**
 * The words changed between eye and click. Shows what is different from what was read and asks once more; nothing was said in anybody's
 * name.
 */
import type { ClauseId, Wording } from '@entente/agreement'
import type { ReactNode } from 'react'
import type { ClauseView } from '../clause/useClause.ts'
import { Button } from '../design/Button.tsx'
import { Difference } from '../lapse/Difference.tsx'
import { explain } from '../refusal/explain.ts'
import type { FormStance, Panel } from '../table/attention.ts'
import { useAttentionStore } from '../table/useAttention.ts'
import styles from './ReadAgain.module.css'
import type { Statements } from './useStatements.ts'
import { useInSight } from './useInSight.ts'

type ReadAgainProps = {
  readonly view: ClauseView
  readonly panel: Panel & { readonly is: 'read-again' | 'refused' }
  readonly statements: Statements
  readonly onClose: () => void
}

export function ReadAgain({ view, panel, statements, onClose }: ReadAgainProps) {
  const moved = panel.is === 'read-again' || panel.refusal.code === 'text-moved'
  const shown = useInSight<HTMLDivElement>()
  return (
    <div className={styles.again} ref={shown} role="alert">
      <p className={styles.why}>{reason(view, panel)}</p>
      {moved && panel.seen !== undefined ? <Compared before={panel.seen} after={view.reading.wording} /> : null}
      <div className={styles.actions}>
        {moved && panel.stance === 'accepts' ? (
          <Button shape="accepts" onClick={() => void statements.acceptNow()}>
            Accept these words
          </Button>
        ) : null}
        {panel.stance === 'accepts' ? null : <BackToForm clause={view.clause.clause} stance={panel.stance} />}
        <Button onClick={onClose}>{moved ? 'Cancel' : 'Close'}</Button>
      </div>
    </div>
  )
}

/** What was filled in is kept; recorded from there, it speaks of the words as they stand now. */
function BackToForm({ clause, stance }: { readonly clause: ClauseId; readonly stance: FormStance }) {
  const attention = useAttentionStore()
  return <Button onClick={() => attention.open(clause, { is: 'stance', stance })}>Back to what you wrote</Button>
}

function reason({ negotiation }: ClauseView, panel: ReadAgainProps['panel']): ReactNode {
  if (panel.is === 'read-again') {
    return (
      <>
        <b>Not sent.</b> These words changed a moment ago. Read them before you state a position.
      </>
    )
  }
  const { outcome, what, next } = explain(panel.refusal, negotiation)
  return (
    <>
      <b>{outcome}</b> {what} {next}
    </>
  )
}

function Compared({ before, after }: { readonly before: Wording; readonly after: Wording }) {
  return (
    <div className={styles.words}>
      <Difference before={before} after={after} />
    </div>
  )
}
