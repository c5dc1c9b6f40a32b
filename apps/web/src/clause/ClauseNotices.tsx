/**
 * What is going on around the consent to a clause: silence that runs, a slip to be corrected, confirmations that capitals owe, and, for
 * the clause in hand, why it is not agreed.
 */
import { rootName } from '@entente/draft'
import { correctionOn, CorrectionNotice } from '../correction/CorrectionNotice.tsx'
import { FreezeNotice } from '../freeze/FreezeNotice.tsx'
import { PenNote } from '../pen/PenNote.tsx'
import { WhyOpen } from '../path/WhyOpen.tsx'
import { ConfirmAcceptance } from '../position/ConfirmAcceptance.tsx'
import { SilenceNotice } from '../silence/SilenceNotice.tsx'
import { BreakSilence } from '../silence/BreakSilence.tsx'
import { CorrectionForm } from '../correction/CorrectionForm.tsx'
import { ObjectToCorrection } from '../correction/ObjectToCorrection.tsx'
import { DeclarationForm } from '../declaration/DeclarationForm.tsx'
import { silenceOn } from '@entente/agreement'
import type { Panel } from '../table/attention.ts'
import { clauseName } from '../table/naming.ts'
import { useView } from '../table/useView.ts'
import styles from './ClauseNotices.module.css'
import type { ClauseView } from './useClause.ts'
import { useDoc } from './useDoc.ts'
import { useText } from './useText.ts'

type ClauseNoticesProps = { readonly view: ClauseView; readonly selected: boolean; readonly onOpen: (panel: Panel) => void }

export function ClauseNotices({ view, selected, onOpen }: ClauseNoticesProps) {
  const {
    clause: { clause },
    assessment,
    negotiation,
    speaker,
  } = view
  const waiting = [...assessment.standings.keys()].filter((party) => selected || party === speaker?.party.party)
  return (
    <>
      <FreezeNotice {...{ negotiation, clause, speaker }} onReopen={selected ? () => onOpen({ is: 'freeze' }) : undefined} />
      <PenNote {...{ negotiation, clause }} />
      <SilenceNotice {...{ negotiation, clause, speaker }} onBreak={selected ? () => onOpen({ is: 'break-silence' }) : undefined} />
      <CorrectionNotice
        {...{ negotiation, clause, speaker }}
        onObject={selected ? () => onOpen({ is: 'object-to-correction' }) : undefined}
      />
      {waiting.map((party) => (
        <ConfirmAcceptance key={party} {...{ negotiation, clause, party, speaker }} />
      ))}
      {selected && assessment.blockers.length > 0 ? <WhyNotAgreed view={view} /> : null}
    </>
  )
}

function WhyNotAgreed({ view: { clause, negotiation } }: { readonly view: ClauseView }) {
  const assessment = useView((room) => room.assessment)
  return (
    <details className={styles.why}>
      <summary>Why {clauseName(negotiation, clause.clause)} is not agreed</summary>
      <WhyOpen {...{ negotiation, assessment }} clause={clause.clause} />
    </details>
  )
}

type FormPanel = Panel & { readonly is: 'declaration' | 'break-silence' | 'object-to-correction' | 'correction' }

/** The forms of these notices, and of declarations. What a form is about may have ended meanwhile; then it is gone. */
export function NoticeForm({
  view,
  panel,
  onClose,
}: {
  readonly view: ClauseView
  readonly panel: FormPanel
  readonly onClose: () => void
}) {
  const {
    negotiation,
    clause: { clause },
  } = view
  switch (panel.is) {
    case 'declaration':
      return <DeclarationForm {...{ clause, negotiation, onClose }} />
    case 'break-silence': {
      const silence = silenceOn(negotiation, clause)
      return silence === undefined ? null : <BreakSilence {...{ negotiation, silence, onClose }} />
    }
    case 'object-to-correction': {
      const correction = correctionOn(negotiation, clause)
      return correction?.state.is === 'open' ? <ObjectToCorrection {...{ negotiation, correction, onClose }} /> : null
    }
    case 'correction':
      return <Correcting view={view} panel={panel} onClose={onClose} />
    default:
      return panel satisfies never
  }
}

function Correcting({
  view,
  panel,
  onClose,
}: {
  readonly view: ClauseView
  readonly panel: FormPanel & { readonly is: 'correction' }
  readonly onClose: () => void
}) {
  const text = useText(useDoc(), rootName({ kind: 'clause', clause: view.clause.clause }))
  return <CorrectionForm {...{ view, text, onClose }} selected={panel.quote} />
}
