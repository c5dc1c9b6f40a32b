/** The words of a clause: still, or live while somebody at this screen edits them, and the way from one to the other. */
import type { AmendmentId } from '@entente/agreement'
import type { Text } from '@entente/draft'
import { Suspense, type ReactNode } from 'react'
import type * as Y from 'yjs'
import { BesideChairsText } from '../amendment/ChairsText.tsx'
import { DraftInClause } from '../caucus/DraftInClause.tsx'
import { TabledText } from '../amendment/TabledText.tsx'
import type { TabledReading } from '../amendment/useAmendments.ts'
import type { Amending } from '../editor/ClauseEditor.tsx'
import { IconButton } from '../design/IconButton.tsx'
import { LiveClauseEditor } from '../editor/LiveClauseEditor.tsx'
import { whyNotEditWords, type WhyNotEdit } from '../editor/why-not-edit.ts'
import { ComparedWords } from '../reading-view/ComparedWords.tsx'
import type { CaretAt } from '../table/attention.ts'
import { useHidden } from '../reading-view/layers.ts'
import { useReading } from '../reading-view/ReadingViewProvider.tsx'
import { clauseName } from '../table/naming.ts'
import styles from './ClauseCard.module.css'
import { useClauseLanguage } from './clause-language.ts'
import type { Quoted } from './passages.ts'
import type { ClauseView } from './useClause.ts'
import { useCrossing } from './useCrossing.ts'

type ClauseWordsProps = {
  readonly view: ClauseView
  readonly doc: Y.Doc
  readonly text: Text
  readonly quoted: readonly Quoted[]
  readonly selected: boolean
  /** Where the caret goes; undefined while the words are still. */
  readonly editing: CaretAt | undefined
  /** Why the words cannot be edited, told for the clause in hand. */
  readonly whyNot: WhyNotEdit | undefined
  /** The amendments to the clause, whose words stand in brackets. */
  readonly readings: readonly TabledReading[]
  /** Set while what is edited is an amendment. */
  readonly amending: Amending | undefined
  /** Set while what is edited is a draft of one's own caucus. */
  readonly drafting: AmendmentId | undefined
  /** What was typed to begin. */
  readonly typed: string | undefined
  /** Whether typing here amends the text instead of changing it. */
  readonly amends: boolean
  readonly onEdit: () => void
  readonly onLeave: () => void
  /** The draft that was typed in is none any more. */
  readonly onGone: () => void
  readonly onComment: () => void
}

export function ClauseWords({
  view,
  doc,
  text,
  readings,
  quoted,
  selected,
  editing,
  amending,
  drafting,
  typed,
  amends,
  whyNot,
  onEdit,
  onLeave,
  onGone,
  onComment,
}: ClauseWordsProps) {
  const { clause, negotiation } = view
  const cross = useCrossing(clause.clause)
  const spoken = useClauseLanguage(negotiation, clause.clause)
  const lang = spoken.language
  const heading = clause.kind === 'operative' ? clause.heading : ''
  const clean = useReading().view.is === 'clean'
  const plain = useHidden().has('brackets') || clean
  const still = <TabledText {...{ view, text, heading, quoted, lang }} readings={plain ? none : readings} />
  const compared = (
    <ComparedWords clause={clause.clause} now={view.reading.wording} lang={lang}>
      {still}
    </ComparedWords>
  )
  const beside = (words: ReactNode) => (
    <BesideChairsText {...{ negotiation, lang }} readings={plain ? none : readings}>
      {words}
    </BesideChairsText>
  )
  if (editing !== undefined && drafting !== undefined)
    return beside(
      <DraftInClause
        key={drafting}
        clause={clause.clause}
        draft={drafting}
        base={text}
        at={editing}
        {...{ typed, spoken, still, onLeave, onGone }}
      />,
    )
  if (editing !== undefined && amending !== undefined) {
    return beside(
      <Suspense fallback={still}>
        <LiveClauseEditor
          key={`${doc.guid} ${amending.root}`}
          at={editing}
          amending={amending}
          quoted={nothingQuoted}
          {...{ view, doc, heading, spoken, onLeave, onComment }}
        />
      </Suspense>,
    )
  }
  if (editing !== undefined && whyNot === undefined) {
    return beside(
      <Suspense fallback={still}>
        <LiveClauseEditor key={doc.guid} at={editing} onCross={cross} {...{ view, doc, heading, quoted, spoken, onLeave, onComment }} />
      </Suspense>,
    )
  }
  return (
    <>
      {beside(compared)}
      {selected && whyNot !== 'seat' ? (
        <span className={styles.edit}>
          <IconButton
            icon="pen"
            size="small"
            name={`${amends ? 'Amend' : 'Edit the words of'} ${clauseName(negotiation, clause.clause)}`}
            shortcut="Enter"
            {...(whyNot !== undefined && !amends && { because: whyNotEditWords(whyNot) })}
            onClick={onEdit}
          />
        </span>
      ) : null}
    </>
  )
}

const nothingQuoted: readonly Quoted[] = []

const none: ClauseWordsProps['readings'] = []
