/** The form or notice that is open in the clause in hand. Those about comments and milestones open in the margin. */
import { lazy, Suspense } from 'react'
import type { Text } from '@entente/draft'
import { IncorporateDialog } from '../amendment/IncorporateDialog.tsx'
import { ProposeClauseAfter } from '../amendment/ProposeClause.tsx'
import { ProposeDeletion } from '../amendment/ProposeDeletion.tsx'
import { StreamlineDialog } from '../amendment/StreamlineDialog.tsx'
import { UpdateDialog } from '../amendment/UpdateDialog.tsx'
import type { TabledReading } from '../amendment/useAmendments.ts'
import { StanceForm } from '../position/StanceForm.tsx'
import { ReadAgain } from '../position/ReadAgain.tsx'
import type { Statements } from '../position/useStatements.ts'
import { DuplicateForm } from '../structure/DuplicateForm.tsx'
import { JoinForm } from '../structure/JoinForm.tsx'
import { SplitForm } from '../structure/SplitForm.tsx'
import { StructureForm } from '../structure/StructureForm.tsx'
import type { Panel } from '../table/attention.ts'
import { whyNotEditWords, type WhyNotEdit } from '../editor/why-not-edit.ts'
import { FreezeForm } from '../freeze/FreezeForm.tsx'
import { PenForm } from '../pen/PenForm.tsx'
import styles from './ClauseCard.module.css'
import { NoticeForm } from './ClauseNotices.tsx'
import type { ClauseView } from './useClause.ts'

const VersionsDialog = lazy(async () => ({ default: (await import('../versions/VersionsDialog.tsx')).VersionsDialog }))

type ClausePanelProps = {
  readonly view: ClauseView
  readonly panel: Panel
  readonly statements: Statements
  readonly whyNotEdit: WhyNotEdit | undefined
  readonly text: Text
  readonly readings: readonly TabledReading[]
  readonly onClose: () => void
}

export function ClausePanel({ view, panel, statements, whyNotEdit, text, readings, onClose }: ClausePanelProps) {
  const { clause, assessment, negotiation } = view
  switch (panel.is) {
    case 'stance':
      return <StanceForm key={panel.stance} stance={panel.stance} {...{ view, statements, onClose }} />
    case 'read-again':
    case 'refused':
      return <ReadAgain {...{ view, panel, statements, onClose }} />
    case 'retitle':
    case 'move':
    case 'withdraw':
    case 'add-clause':
      return <StructureForm key={panel.is} is={panel.is} {...{ clause, assessment, negotiation, onClose }} />
    case 'split':
      return <SplitForm at={panel.at} {...{ view, onClose }} />
    case 'join':
      return <JoinForm {...{ view, onClose }} />
    case 'duplicate':
      return <DuplicateForm {...{ view, onClose }} />
    case 'freeze':
      return <FreezeForm clause={clause.clause} {...{ negotiation, onClose }} />
    case 'pen':
      return <PenForm place={{ clause: clause.clause }} {...{ negotiation, onClose }} />
    case 'why-not-edit':
      return whyNotEdit === undefined ? null : (
        <p className={styles.note} role="status">
          {whyNotEditWords(whyNotEdit)}
        </p>
      )
    case 'update-amendment':
    case 'incorporate-amendment': {
      const tabled = readings.find(({ amendment }) => amendment.amendment === panel.amendment)
      if (tabled === undefined) return null
      const props = { view, text, tabled, onClose }
      return panel.is === 'update-amendment' ? <UpdateDialog {...props} /> : <IncorporateDialog {...props} />
    }
    case 'propose-clause':
      return <ProposeClauseAfter {...{ clause, negotiation, onClose }} />
    case 'propose-deletion':
      return <ProposeDeletion {...{ view, onClose }} />
    case 'streamline':
      return <StreamlineDialog {...{ view, readings, onClose }} />
    case 'declaration':
    case 'break-silence':
    case 'object-to-correction':
    case 'correction':
      return <NoticeForm key={panel.is} {...{ view, panel, onClose }} />
    case 'versions':
      return (
        <Suspense fallback={null}>
          <VersionsDialog view={view} whyNot={whyNotEdit} onClose={onClose} />
        </Suspense>
      )
    case 'amend':
    case 'words':
    case 'history':
    case 'difference':
    case 'comment':
    case 'milestone':
      return null
    default:
      return panel satisfies never
  }
}
