/**
 * The text at a glance: every section and clause with number, heading and status. A plain list of links, because that is what every screen reader
 * and every keyboard knows. Above it, what one's own delegation still has to do: that is where the day begins.
 */
import { may, type AmendmentId, type Assessment, type ClauseId, type Insertion, type Negotiation, type SectionId } from '@entente/agreement'
import { Fragment, memo, type MouseEvent } from 'react'
import { Link } from 'wouter'
import { proposedIn } from '../amendment/proposed-in.ts'
import { useShownProposals } from '../amendment/useShownProposals.ts'
import { viewPath } from '../app/views.ts'
import { classes } from '../design/classes.ts'
import { Glyph } from '../design/Glyph.tsx'
import { Icon } from '../design/Icon.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { shapeOfStatus } from '../design/shape.ts'
import { wordOfStatus } from '../design/status-words.ts'
import { useNow } from '../design/useNow.ts'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { dutyWords, shapeOfDuty } from './duty-words.ts'
import { proposedElement } from './go-to.ts'
import { mustAct, type Duty } from './must-act.ts'
import { capital, clauseName, namingOf, sectionTitle } from './naming.ts'
import styles from './Outline.module.css'
import { sameAssessment } from './same-assessment.ts'
import { useAttention } from './useAttention.ts'
import { useBarred } from './useBarred.ts'
import { useClauseDrag, type DropPlace } from './useClauseDrag.ts'
import { useView } from './useView.ts'

type OutlineProps = { readonly onGo: (clause: ClauseId) => void; readonly onGoProposed: (proposed: AmendmentId) => void }

export const Outline = memo(function Outline({ onGo, onGoProposed }: OutlineProps) {
  const negotiation = useView((view) => view.negotiation)
  const assessment = useView((view) => view.assessment, sameStatuses)
  const selected = useAttention((attention) => attention.clause)
  const structures = useView((view) => view.speaker !== undefined && may(view.speaker, 'structure'))
  const barred = useBarred()
  const { over, list } = useClauseDrag()
  return (
    <nav className={styles.outline} aria-label="Clauses" data-region="outline">
      <Duties onGo={onGo} />
      {/* Dragging is a short cut for the pointer; every clause has its place in a menu. */}
      <div className={styles.text} {...(structures && barred === undefined && list)}>
        {negotiation.sections.map((section) => (
          <SectionOutline
            key={section.section}
            section={section.section}
            title={sectionTitle(section)}
            clauses={clausesIn(negotiation, section.section)}
            over={over?.section === section.section ? over : undefined}
            draggable={structures && barred === undefined}
            {...{ negotiation, assessment, selected, onGo, onGoProposed }}
          />
        ))}
      </div>
    </nav>
  )
})

type SectionOutlineProps = OutlineProps & {
  readonly section: SectionId
  /** Where in this section something would be dropped. */
  readonly over: DropPlace | undefined
  readonly draggable: boolean
  readonly title: string
  readonly clauses: Negotiation['clauses']
  readonly negotiation: Negotiation
  readonly assessment: Assessment
  readonly selected: ClauseId | undefined
}

function SectionOutline({
  section,
  title,
  clauses,
  negotiation,
  assessment,
  selected,
  over,
  draggable,
  onGo,
  onGoProposed,
}: SectionOutlineProps) {
  const { first, behind } = proposedIn(negotiation)
  const proposed = (proposals: readonly Insertion[] | undefined) => <ProposedItems proposals={proposals} onGo={onGoProposed} />
  const heading = (
    <h2 className={styles.section} data-drag-section={section} data-drop={(over && over.after === undefined) || undefined}>
      {title}
    </h2>
  )
  if (clauses.length === 0 && !first.has(section)) return heading
  return (
    <>
      {heading}
      <ul>
        {proposed(first.get(section))}
        {clauses.map(({ clause, heading }) => (
          <Fragment key={clause}>
            <OutlineItem
              clause={clause}
              heading={heading}
              number={namingOf(negotiation).numbers.get(clause) ?? ''}
              status={assessment.clauses.get(clause)?.status ?? 'open'}
              selected={clause === selected}
              dropped={over?.after === clause}
              {...{ section, draggable, onGo }}
            />
            {proposed(behind.get(clause))}
          </Fragment>
        ))}
      </ul>
    </>
  )
}

type OutlineItemProps = Pick<OutlineProps, 'onGo'> & {
  readonly section: SectionId
  readonly draggable: boolean
  /** What is dragged would stand after this one. */
  readonly dropped: boolean
  readonly clause: ClauseId
  readonly heading: string
  readonly number: string
  readonly status: Parameters<typeof wordOfStatus>[0]
  readonly selected: boolean
}

const OutlineItem = memo(function OutlineItem(item: OutlineItemProps) {
  const { clause, section, heading, number, status, selected, draggable, dropped, onGo } = item
  return (
    <li data-drag-section={section} data-drag-clause={clause} data-drop={dropped || undefined}>
      <a
        className={styles.item}
        href={`#clause-${clause}`}
        data-clause-link={clause}
        data-status={status}
        {...(selected && { 'aria-current': 'true' as const })}
        onClick={(event) => go(event, () => onGo(clause))}
        draggable={draggable}
      >
        <span className={styles.number}>{number}</span>
        <span className={classes(styles.heading, heading === '' && styles.unnamed)}>{heading === '' ? 'No heading' : heading}</span>
        <Glyph shape={shapeOfStatus(status)} word={`, ${wordOfStatus(status)}`} />
      </a>
    </li>
  )
})

type ProposedItemsProps = { readonly proposals: readonly Insertion[] | undefined; readonly onGo: OutlineProps['onGoProposed'] }

/** New clauses that are proposed, where they would stand. They have no number and no status, but somebody behind them. */
function ProposedItems({ proposals, onGo }: ProposedItemsProps) {
  return useShownProposals(proposals).map(({ amendment, heading, party }) => (
    <li key={amendment}>
      <a
        className={classes(styles.item, styles.proposed)}
        href={`#${proposedElement(amendment)}`}
        onClick={(event) => go(event, () => onGo(amendment))}
      >
        <span className={styles.number}>
          <Icon name="brackets" />
        </span>
        <span className={classes(styles.heading, heading === '' && styles.unnamed)}>
          <VisuallyHidden>New clause: </VisuallyHidden>
          {heading === '' ? 'No heading' : heading}
        </span>
        <VisuallyHidden>, proposed by </VisuallyHidden>
        <PartyCode party={party} named />
      </a>
    </li>
  ))
}

function Duties({ onGo }: Pick<OutlineProps, 'onGo'>) {
  const now = useNow()
  const negotiation = useView((view) => view.negotiation)
  const duties = useView(
    (view) => (view.speaker === undefined ? none : mustAct(view.negotiation, view.assessment, view.speaker.party.party)),
    sameDuties,
  )
  if (duties.length === 0) return null
  const positions = negotiation.opened === undefined ? '' : viewPath(negotiation.opened.negotiation, 'positions')
  return (
    <section className={styles.duties} aria-labelledby="duties" data-duties={duties.length}>
      <h2 id="duties">Your delegation must act ({duties.length})</h2>
      <ul>
        {duties.map((duty) => (
          <li key={dutyKey(duty)} data-duty={duty.why}>
            <Glyph shape={shapeOfDuty(duty)} beside />
            <span>
              {duty.why === 'silence-time' ? (
                <Link href={positions}>Silence</Link>
              ) : (
                <a href={`#clause-${duty.clause}`} onClick={(event) => go(event, () => onGo(duty.clause))}>
                  {capital(clauseName(negotiation, duty.clause))}
                </a>
              )}
              : {dutyWords(duty, now)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const none: readonly Duty[] = []

/** Follows the link by hand, so that the focus goes along; a click meant for a new tab is left alone. */
function go(event: MouseEvent<HTMLAnchorElement>, onGo: () => void): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  history.replaceState(history.state, '', event.currentTarget.hash)
  onGo()
}

function clausesIn({ clauses }: Negotiation, section: string): Negotiation['clauses'] {
  return clauses.filter((clause) => clause.section === section && clause.standing.is === 'standing')
}

function sameStatuses(a: Assessment, b: Assessment): boolean {
  return a === b || (a.clauses.size === b.clauses.size && [...a.clauses].every(([clause, of]) => sameAssessment(of, b.clauses.get(clause))))
}

/** Duties are small and plain; told apart by what they say, not by which object says it. */
function sameDuties(a: readonly Duty[], b: readonly Duty[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b)
}

function dutyKey(duty: Duty): string {
  return duty.why === 'silence-time' ? duty.why : `${duty.why} ${duty.clause}`
}
