/**
 * What was promised: who performs, who verifies, by when, after what, and where each step stands. One list of steps in three views; the
 * milestone in hand stays in hand when the view changes.
 */
import { dayOf, type Assessment, type MilestoneId, type Negotiation } from '@entente/agreement'
import { useMemo, useRef, useState } from 'react'
import { viewPath } from '../app/views.ts'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { Empty } from '../design/Empty.tsx'
import { Panel } from '../design/Panel.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { useTableNow } from '../table/useTableNow.ts'
import { useView } from '../table/useView.ts'
import { MilestonePanel } from './MilestonePanel.tsx'
import styles from './MilestonesPage.module.css'
import { MilestonesTable } from './MilestonesTable.tsx'
import { MilestonesTimeline } from './MilestonesTimeline.tsx'
import { sequenceInWords, worthAWord } from './sequence-words.ts'
import { SequenceInWords } from './SequenceInWords.tsx'
import { StepFilters } from './StepFilters.tsx'
import { everyStep, filtered, stepsOf } from './steps.ts'
import { usePlace } from './usePlace.ts'
import { useWide } from './useWide.ts'
import { ViewSwitch } from './ViewSwitch.tsx'

export function MilestonesPage() {
  const negotiation = useView((view) => view.negotiation)
  const agreed = useView((view) => view.assessment.agreed, sameSet)
  const own = useView((view) => view.speaker?.party.party)
  const now = useTableNow()
  const today = dayOf(now)
  const { view, selected, go } = usePlace()
  const [filter, setFilter] = useState(everyStep)
  /** On a narrow page the panel is a dialog, open only when asked for. */
  const [opened, setOpened] = useState(() => selected !== undefined)
  const wide = useWide()
  const panel = useRef<HTMLDivElement>(null)

  const all = useMemo(() => stepsOf(negotiation, agreed, now), [negotiation, agreed, now])
  const steps = useMemo(() => filtered(all, filter), [all, filter])
  const sentences = useMemo(() => sequenceInWords(negotiation, all, today), [negotiation, all, today])
  if (all.length === 0) return <NoneYet negotiation={negotiation} />

  const inHand = all.find(({ milestone }) => milestone.milestone === selected)
  const select = (id: MilestoneId) => go({ selected: id })
  function open(id: MilestoneId) {
    go({ selected: id })
    setOpened(true)
    requestAnimationFrame(() => panel.current?.focus({ preventScroll: true }))
  }
  const told = (among: typeof sentences) => among.filter(({ milestone }) => steps.some((step) => step.milestone.milestone === milestone))
  const detail = inHand === undefined ? null : <MilestonePanel step={inHand} {...{ negotiation, today, own }} onGo={open} />
  return (
    <div className={styles.page}>
      <VisuallyHidden>
        <h1>Milestones</h1>
      </VisuallyHidden>
      <div className={styles.bar}>
        <ViewSwitch view={view} onView={(next) => go({ view: next })} />
        <StepFilters steps={all} {...{ negotiation, filter }} onFilter={setFilter} />
        {negotiation.opened === undefined ? null : (
          <ButtonLink href={viewPath(negotiation.opened.negotiation, 'table')} icon="plus">
            Propose at the table
          </ButtonLink>
        )}
      </div>
      <div className={styles.columns}>
        <div className={styles.main}>
          {view === 'timeline' ? (
            <>
              <MilestonesTimeline {...{ steps, negotiation, today, own, selected }} onSelect={select} onOpen={open} />
              <SequenceInWords sentences={told(worthAWord(sentences))} selected={selected} onOpen={open} />
            </>
          ) : null}
          {view === 'table' ? <MilestonesTable {...{ steps, negotiation, today, own, selected }} onOpen={open} /> : null}
          {view === 'words' ? <SequenceInWords sentences={told(sentences)} selected={selected} onOpen={open} /> : null}
        </div>
        {wide ? (
          <aside className={styles.aside} aria-label="Milestone in hand">
            {inHand === undefined ? (
              <Panel title="No milestone in hand">
                <p className={styles.hint}>Select one to see who performs it, who verifies it, the evidence, and what it unlocks.</p>
              </Panel>
            ) : (
              <div ref={panel} tabIndex={-1}>
                <Panel title={`${inHand.name}. ${inHand.milestone.terms.title}`}>{detail}</Panel>
              </div>
            )}
          </aside>
        ) : inHand !== undefined && opened ? (
          <Dialog title={`${inHand.name}. ${inHand.milestone.terms.title}`} size="medium" onClose={() => setOpened(false)}>
            {detail}
          </Dialog>
        ) : null}
      </div>
    </div>
  )
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
