/**
 * One clause at the table: its words, where everybody stands, and, while it is in hand, what can be done with it. Each clause listens for
 * itself, so typing in one of them redraws one of them.
 */
import { directionOfLanguage, milestonesOf, type ClauseId } from '@entente/agreement'
import { bareText, rootName } from '@entente/draft'
import { memo, useMemo, useRef, type FocusEvent, type MouseEvent } from 'react'
import { pageUrl } from '../app/base.ts'
import { clausePath } from '../app/views.ts'
import { AmendHere } from '../amendment/AmendHere.tsx'
import { ProposedBehind } from '../amendment/ProposedClauses.tsx'
import { comparedWith } from '../amendment/compared-with.ts'
import { ownAmendment, useAmend } from '../amendment/useAmend.ts'
import { amendmentRoot, useAmendments } from '../amendment/useAmendments.ts'
import { threadsOn, quotedRanges } from '../comment/quotes.ts'
import { promisedRanges } from '../milestone/promised.ts'
import { selectedQuote } from '../comment/selected-quote.ts'
import { classes } from '../design/classes.ts'
import { copy } from '../design/copy.ts'
import { wordOfStatus } from '../design/status-words.ts'
import { complain, notify } from '../design/Toast.tsx'
import visually from '../design/VisuallyHidden.module.css'
import { liveCaret, liveQuote } from '../editor/live.ts'
import { useTyping } from '../editor/typing.ts'
import { whyNotEdit, whyNotEditWords } from '../editor/why-not-edit.ts'
import { LapseNotice } from '../lapse/LapseNotice.tsx'
import { ActionBar } from '../position/ActionBar.tsx'
import { PositionStrip } from '../position/PositionStrip.tsx'
import { useShown } from '../position/useShown.ts'
import { useStatements } from '../position/useStatements.ts'
import { useHidden } from '../reading-view/layers.ts'
import { StructureMenu } from '../structure/StructureMenu.tsx'
import type { CaretAt, Panel } from '../table/attention.ts'
import { focusCame, keepPlace } from '../table/go-to.ts'
import { capital, clauseName, namingOf } from '../table/naming.ts'
import { useAttention, useAttentionStore } from '../table/useAttention.ts'
import { useView } from '../table/useView.ts'
import styles from './ClauseCard.module.css'
import { useClauseLanguage } from './clause-language.ts'
import { ClauseDetails } from './ClauseDetails.tsx'
import { ClauseMargin } from './ClauseMargin.tsx'
import { ClauseNotices } from './ClauseNotices.tsx'
import { ClausePanel } from './ClausePanel.tsx'
import { ClauseWords } from './ClauseWords.tsx'
import { knowsAll } from './knows-all.ts'
import { PositionHistory } from './PositionHistory.tsx'
import { Typing } from './Typing.tsx'
import { useClause, type ClauseView } from './useClause.ts'
import { useDoc } from './useDoc.ts'
import { useText } from './useText.ts'

/** For structure and focus; the eye reads it in front of the words. */
const headingLook = classes(visually.hidden, styles.title)

export const ClauseCard = memo(function ClauseCard({ id }: { readonly id: ClauseId }) {
  const view = useClause(id)
  return view === undefined ? null : (
    <>
      <StandingClause view={view} />
      <ProposedBehind clause={id} negotiation={view.negotiation} speaker={view.speaker} />
    </>
  )
})

function StandingClause({ view }: { readonly view: ClauseView }) {
  const { clause, assessment, negotiation, reading, speaker } = view
  const id = clause.clause
  const attention = useAttentionStore()
  const selected = useAttention((now) => now.clause === id)
  const opened = useAttention((now) => (now.clause === id ? now.editing : undefined))
  const amended = useAttention((now) => (now.clause === id ? now.amending : undefined))
  const drafting = useAttention((now) => (now.clause === id ? now.drafting : undefined))
  const typed = useAttention((now) => (now.clause === id ? now.typed : undefined))
  const panel = useAttention((now) => (now.clause === id ? now.panel : undefined))
  const connection = useView((room) => room.connection)
  const doc = useDoc()
  const root = rootName({ kind: 'clause', clause: id })
  const text = useText(doc, root)
  const readings = useAmendments(view, doc)
  const amend = useAmend(view, readings)
  const typing = useTyping(root)
  const shown = useShown(doc, root, reading)
  const statements = useStatements(view, shown)
  const { language } = useClauseLanguage(negotiation, id)
  const section = useRef<HTMLElement>(null)

  const hidden = useHidden()
  const threads = useMemo(() => threadsOn(negotiation, id), [negotiation, id])
  const promised = useMemo(() => milestonesOf(negotiation, id), [negotiation, id])
  const quoted = useMemo(
    () =>
      selected
        ? [
            ...(hidden.has('milestones') ? [] : promisedRanges(promised, bareText(text))),
            ...(hidden.has('comments') ? [] : quotedRanges(threads, bareText(text))),
          ]
        : [],
    [selected, hidden, promised, threads, text],
  )
  const ask = () => whyNotEdit(id, { negotiation, speaker, connection, knows: knowsAll(doc, root) })
  const whyNot = selected ? ask() : undefined
  const amends = whyNot === 'pen-held' || whyNot === 'pen-given' || whyNot === 'frozen'
  const inHand = readings.find(({ amendment }) => amendment.amendment === amended)
  const amending = useMemo(
    () =>
      inHand?.amendment.does === 'reword'
        ? {
            root: amendmentRoot(inHand.amendment.amendment),
            name: inHand.name,
            base: comparedWith(inHand.amendment, text, readings),
            typed,
          }
        : undefined,
    [inHand, text, readings, typed],
  )
  // While an amendment is typed elsewhere, or has gone, the words of the clause stay still.
  const editing = amended !== undefined && amending === undefined ? undefined : opened
  const name = clauseName(negotiation, id)
  const open = (what: Panel) => attention.open(id, what)

  function edit(at: CaretAt) {
    const why = ask()
    if (why === undefined) attention.edit(id, at)
    else if (why !== 'pen-held' && why !== 'pen-given' && why !== 'frozen') open({ is: 'why-not-edit' })
    else amendOrAsk(at)
  }

  /** Goes on with the amendment of one's own that is before the table, or asks whether to draft one first. */
  function amendOrAsk(at: CaretAt) {
    if (ownAmendment(readings, speaker) !== undefined) return void amend(at)
    if (editing !== undefined) attention.leave()
    open({ is: 'amend', at })
  }

  function leave() {
    attention.leave()
    section.current?.querySelector('h3')?.focus({ preventScroll: true })
  }

  /** What was typed in is gone. Not to the heading: letters still on their way would be commands there. */
  function lose() {
    attention.leave()
    keepPlace(id)
  }

  function onClick(event: MouseEvent) {
    const target = event.target
    if (event.defaultPrevented || !(target instanceof Element)) return
    const selecting = getSelection()?.isCollapsed === false
    const control = target.closest('button, a, input, textarea, select, label, summary, form, dialog, [popover], [contenteditable="true"]')
    attention.select(id)
    if (selecting || control) return
    if (target.closest('[data-words]') && !target.closest('[data-apart]') && editing === undefined)
      edit({ x: event.clientX, y: event.clientY })
    else if (!target.closest('[data-margin]')) section.current?.querySelector('h3')?.focus({ preventScroll: true })
  }

  async function copyLink() {
    if (await copy(pageUrl(clausePath(negotiation, id)))) notify(`Link to ${name} copied`)
    else complain('The browser did not allow copying. Copy the address of the page instead.')
  }

  const onFocus = ({ currentTarget }: FocusEvent<HTMLElement>) => focusCame(attention, id, currentTarget)
  const quoteSelected = () => liveQuote(id) ?? (section.current === null ? undefined : selectedQuote(section.current, text))
  const caret = () => liveCaret(id) ?? quoteSelected()?.offset
  const comment = () => open({ is: 'comment', quote: quoteSelected() })
  return (
    // The click is a short cut for the pointer; the heading takes the focus, and Enter or the pen button opens the words.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={section}
      id={`clause-${id}`}
      className={styles.clause}
      aria-labelledby={`clause-${id}-heading`}
      data-clause={id}
      data-status={assessment.status}
      data-agreed={assessment.blockers.length === 0 || undefined}
      data-selected={selected || undefined}
      data-editing={editing !== undefined || undefined}
      onClick={onClick}
    >
      <div className={styles.body} data-from-right={(language !== undefined && directionOfLanguage(language) === 'rtl') || undefined}>
        <span className={styles.number} data-kind={clause.kind} data-long={numberOf(view).includes(' ') || undefined} aria-hidden="true">
          {numberOf(view)}
        </span>
        {/* The heading takes the focus of the clause: from there single letters and Enter work. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */}
        <h3 id={`clause-${id}-heading`} className={headingLook} tabIndex={selected ? 0 : -1} onFocus={onFocus}>
          {capital(name)}, {clause.heading === '' ? '' : `${clause.heading}, `}
          {wordOfStatus(assessment.status)}
        </h3>
        <ClauseWords
          {...{ view, doc, text, readings, quoted, selected, editing, amending, drafting, typed, amends, whyNot }}
          onEdit={() => edit('end')}
          onLeave={leave}
          onGone={lose}
          onComment={comment}
        />
        {panel?.is === 'amend' && editing === undefined ? (
          <AmendHere {...{ view, readings }} why={whyNot === undefined ? '' : whyNotEditWords(whyNot)} at={panel.at} />
        ) : null}
        <Typing parties={typing} />
        <span hidden data-words-end />
        <PositionStrip
          view={view}
          selected={selected}
          amendments={readings.length}
          history={panel?.is === 'history' ? panel.party : undefined}
          onHistory={(party) => (panel?.is === 'history' && panel.party === party ? attention.close() : open({ is: 'history', party }))}
        />
        {panel?.is === 'history' ? <PositionHistory view={view} party={panel.party} onClose={attention.close} /> : null}
        <LapseNotice
          view={view}
          open={panel?.is === 'difference'}
          onToggle={() => (panel?.is === 'difference' ? attention.close() : open({ is: 'difference' }))}
        />
        <ClauseNotices view={view} selected={selected} onOpen={open} />
        {selected ? (
          <>
            <ActionBar
              view={view}
              statements={statements}
              openStance={panel?.is === 'stance' ? panel.stance : undefined}
              onStance={(stance) => open({ is: 'stance', stance })}
              onDeclare={() => open({ is: 'declaration' })}
              onComment={comment}
              onAmend={amends ? undefined : () => amendOrAsk('end')}
              onMilestone={() => open({ is: 'milestone', milestone: undefined, quote: quoteSelected()?.exact })}
              onVersions={() => open({ is: 'versions' })}
              onCopyLink={() => void copyLink()}
            >
              {speaker === undefined ? null : (
                <StructureMenu
                  {...{ clause, negotiation, speaker }}
                  onOpen={(is) => open(is === 'split' ? { is, at: caret() } : { is })}
                  onCorrect={() => open({ is: 'correction', quote: quoteSelected() })}
                />
              )}
            </ActionBar>
            {panel === undefined ? null : (
              <ClausePanel {...{ view, panel, statements, whyNotEdit: whyNot, text, readings, onClose: attention.close }} />
            )}
          </>
        ) : null}
        <ClauseDetails {...{ view, doc, text, readings, selected }} />
      </div>
      <ClauseMargin view={view} threads={threads} text={text} selected={selected} panel={panel} onClose={attention.close} onOpen={open} />
    </section>
  )
}

function numberOf({ clause, negotiation }: ClauseView): string {
  const number = namingOf(negotiation).numbers.get(clause.clause) ?? ''
  return clause.kind === 'preambular' ? number : `${number}.`
}
