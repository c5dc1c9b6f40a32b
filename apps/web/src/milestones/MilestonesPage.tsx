/**
 * What was promised: who performs, who verifies, by when, after what, and where each step stands. One list of steps in three views; the
 * milestone in hand stays in hand when the view changes. Below them what follows either way, and how far it has all come.
 */
import { may, requiredParties, reviewMeetings, reviewsDue, type MilestoneId } from '@entente/agreement'
import { useMemo, useRef, useState } from 'react'
import { AnchorsDialog } from '../anchor/AnchorsDialog.tsx'
import { BarometerPanel } from '../barometer/BarometerPanel.tsx'
import { CalendarDialog } from '../calendar/CalendarDialog.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { IconButton } from '../design/IconButton.tsx'
import { Panel } from '../design/Panel.tsx'
import visually from '../design/VisuallyHidden.module.css'
import { deskOf } from '../desk/desk.ts'
import { DeskPanel } from '../desk/DeskPanel.tsx'
import { sameAgreed } from '../desk/same-agreed.ts'
import { MilestoneForm } from '../milestone/MilestoneForm.tsx'
import { standingsOf } from '../milestone/standings.ts'
import { ReviewsDialog } from '../review/ReviewsDialog.tsx'
import { ScenarioTable } from '../scenario/ScenarioTable.tsx'
import { useTableNow } from '../table/useTableNow.ts'
import { useView } from '../table/useView.ts'
import { MilestonePanel } from './MilestonePanel.tsx'
import styles from './MilestonesPage.module.css'
import { MilestonesTable } from './MilestonesTable.tsx'
import { MilestonesTimeline } from './MilestonesTimeline.tsx'
import { NoMilestones } from './NoMilestones.tsx'
import { PageActions, type PageDialog } from './PageActions.tsx'
import { sequenceInWords, worthAWord } from './sequence-words.ts'
import { SequenceInWords } from './SequenceInWords.tsx'
import { StepFilters } from './StepFilters.tsx'
import { everyStep, filtered, slippedSpans, stepsOf } from './steps.ts'
import { usePlace } from './usePlace.ts'
import { useWide } from './useWide.ts'
import { ViewSwitch } from './ViewSwitch.tsx'

export function MilestonesPage() {
  const negotiation = useView((view) => view.negotiation)
  const agreed = useView((view) => view.assessment.agreed, sameAgreed)
  const speaker = useView((view) => view.speaker)
  const now = useTableNow()
  const { view, selected, go } = usePlace()
  const [filter, setFilter] = useState(everyStep)
  const [slip, setSlip] = useState({ milestone: selected, days: 0 })
  const [dialog, setDialog] = useState<PageDialog | undefined>(undefined)
  /** On a narrow page the panel is a dialog, open only when asked for. */
  const [opened, setOpened] = useState(() => selected !== undefined)
  const wide = useWide()
  const panel = useRef<HTMLDivElement>(null)

  const all = useMemo(() => stepsOf(negotiation, agreed, now), [negotiation, agreed, now])
  const steps = useMemo(() => filtered(all, filter), [all, filter])
  const sentences = useMemo(() => sequenceInWords(negotiation, all, now), [negotiation, all, now])
  const meetings = useMemo(
    () => reviewMeetings(reviewsDue(negotiation, standingsOf(negotiation, agreed, now), now)),
    [negotiation, agreed, now],
  )
  const slipping = slip.days > 0 && slip.milestone === selected ? slip : undefined
  const instead = useMemo(
    () =>
      slipping?.milestone === undefined
        ? undefined
        : slippedSpans(negotiation, agreed, now, { milestone: slipping.milestone, days: slipping.days }),
    [negotiation, agreed, now, slipping],
  )

  const own = speaker?.party.party
  const inHand = all.find(({ milestone }) => milestone === selected)
  const select = (id: MilestoneId) => go({ selected: id })
  function open(id: MilestoneId) {
    go({ selected: id })
    setOpened(true)
    requestAnimationFrame(() => panel.current?.focus({ preventScroll: true }))
  }
  const shown = (among: typeof sentences) => among.filter(({ milestone }) => steps.some((step) => step.milestone === milestone))
  const desk =
    speaker === undefined
      ? undefined
      : deskOf(all, meetings, {
          party: speaker.party.party,
          presides: may(speaker, 'preside'),
          required: requiredParties(negotiation).includes(speaker.party.party),
        })
  const deskPanel =
    desk === undefined || speaker === undefined ? null : (
      <DeskPanel desk={desk} kind={speaker.party.kind} {...{ negotiation, now }} onOpen={open} onReview={() => setDialog('reviews')} />
    )
  const detail =
    inHand === undefined ? null : (
      <MilestonePanel
        key={inHand.milestone}
        step={inHand}
        {...{ negotiation, agreed, speaker, now }}
        slip={slipping?.days ?? 0}
        onSlip={(days) => setSlip({ milestone: inHand.milestone, days })}
        onGo={open}
      />
    )
  const title = inHand === undefined ? '' : `${inHand.name}. ${inHand.of.terms.title}`
  return (
    <div className={styles.page}>
      <h1 className={visually.hidden}>Milestones</h1>
      {all.length === 0 ? (
        <NoMilestones negotiation={negotiation} speaker={speaker} onDialog={setDialog} />
      ) : (
        <>
          <div className={styles.bar}>
            <ViewSwitch view={view} onView={(next) => go({ view: next })} />
            <StepFilters steps={all} {...{ negotiation, filter }} onFilter={setFilter} />
            <PageActions {...{ negotiation, speaker, meetings }} onDialog={setDialog} />
          </div>
          <div className={styles.columns}>
            <div className={styles.main}>
              {wide ? null : deskPanel}
              {view === 'timeline' ? (
                <>
                  <MilestonesTimeline {...{ steps, negotiation, now, own, selected, instead }} onSelect={select} onOpen={open} />
                  <SequenceInWords sentences={shown(worthAWord(sentences))} selected={selected} onOpen={open} />
                </>
              ) : null}
              {view === 'table' ? <MilestonesTable {...{ steps, negotiation, now, own, selected }} onOpen={open} /> : null}
              {view === 'words' ? <SequenceInWords sentences={shown(sentences)} selected={selected} onOpen={open} /> : null}
              {view === 'words' ? <ScenarioTable {...{ steps, negotiation }} onOpen={open} /> : null}
              <BarometerPanel {...{ negotiation, agreed, speaker, now }} />
            </div>
            {wide ? (
              <aside className={styles.aside} aria-label="Milestone in hand, and what waits for you">
                {inHand === undefined ? (
                  deskPanel
                ) : (
                  <div ref={panel} tabIndex={-1}>
                    <Panel
                      title={title}
                      actions={
                        <IconButton
                          size="small"
                          icon="close"
                          name="Back to what waits for you"
                          onClick={() => go({ selected: undefined })}
                        />
                      }
                    >
                      {detail}
                    </Panel>
                  </div>
                )}
              </aside>
            ) : inHand !== undefined && opened ? (
              <Dialog title={title} size="medium" onClose={() => setOpened(false)}>
                {detail}
              </Dialog>
            ) : null}
          </div>
        </>
      )}
      {dialog === 'anchors' ? <AnchorsDialog {...{ negotiation, agreed, speaker, now }} onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'reviews' ? (
        <ReviewsDialog steps={all} {...{ meetings, negotiation, speaker, now }} onClose={() => setDialog(undefined)} />
      ) : null}
      {dialog === 'propose' ? <MilestoneForm clause={undefined} milestone={undefined} onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'calendar' && negotiation.opened !== undefined ? (
        <CalendarDialog negotiation={negotiation.opened.negotiation} onClose={() => setDialog(undefined)} />
      ) : null}
    </div>
  )
}
