/**
 * The clause one acts on from the matrix: its words, what changed since one's own delegation spoke, and the same ways to state a
 * position as at the table. The matrix shows no words, so nothing is accepted there without them: the letter keys open this.
 */
import { lastPosition, type ClauseId } from '@entente/agreement'
import { rootName } from '@entente/draft'
import { ClauseText } from '../clause/ClauseText.tsx'
import { useClause, type ClauseView } from '../clause/useClause.ts'
import { useDoc } from '../clause/useDoc.ts'
import { useText } from '../clause/useText.ts'
import { DeclarationForm } from '../declaration/DeclarationForm.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { Difference } from '../lapse/Difference.tsx'
import { PositionButtons } from '../position/PositionButtons.tsx'
import { ReadAgain } from '../position/ReadAgain.tsx'
import { StanceForm } from '../position/StanceForm.tsx'
import { useShown } from '../position/useShown.ts'
import { useStatements } from '../position/useStatements.ts'
import type { Panel } from '../table/attention.ts'
import { capital, clauseName } from '../table/naming.ts'
import { useAttention, useAttentionStore } from '../table/useAttention.ts'
import styles from './ClauseInHand.module.css'

type Acting = Panel & { readonly is: 'words' | 'stance' | 'read-again' | 'refused' | 'declaration' }

export function ClauseInHand() {
  const clause = useAttention((now) => now.clause)
  const panel = useAttention((now) => now.panel)
  return clause === undefined || panel === undefined || !isActing(panel) ? null : <Opened key={clause} clause={clause} panel={panel} />
}

function Opened({ clause, panel }: { readonly clause: ClauseId; readonly panel: Acting }) {
  const view = useClause(clause)
  const attention = useAttentionStore()
  if (view === undefined) return null
  const { heading } = view.clause
  return (
    <Dialog
      title={`${capital(clauseName(view.negotiation, clause))}${heading === '' ? '' : `, ${heading}`}`}
      size="medium"
      onClose={attention.close}
    >
      <InHand view={view} panel={panel} />
    </Dialog>
  )
}

function InHand({ view, panel }: { readonly view: ClauseView; readonly panel: Acting }) {
  const { clause, negotiation, reading } = view
  const attention = useAttentionStore()
  const doc = useDoc()
  const root = rootName({ kind: 'clause', clause: clause.clause })
  const text = useText(doc, root)
  const statements = useStatements(view, useShown(doc, root, reading))
  return (
    <>
      <div className={styles.words}>
        <ClauseText {...{ text, negotiation }} clause={clause.clause} lang={negotiation.opened?.cover.referenceLanguage} />
      </div>
      {panel.is === 'read-again' || panel.is === 'refused' ? null : <SinceWeSpoke view={view} />}
      {panel.is === 'words' || panel.is === 'stance' ? (
        <div className={styles.buttons} ref={panel.is === 'words' ? focusFirst : undefined}>
          <PositionButtons
            {...{ view, statements }}
            openStance={panel.is === 'stance' ? panel.stance : undefined}
            onStance={(stance) => attention.open(clause.clause, { is: 'stance', stance })}
            onDeclare={() => attention.open(clause.clause, { is: 'declaration' })}
          />
        </div>
      ) : null}
      {panel.is === 'stance' ? (
        <StanceForm key={panel.stance} {...{ view, statements }} stance={panel.stance} onClose={attention.close} />
      ) : null}
      {panel.is === 'declaration' ? <DeclarationForm clause={clause.clause} negotiation={negotiation} onClose={attention.close} /> : null}
      {panel.is === 'read-again' || panel.is === 'refused' ? (
        <ReadAgain {...{ view, panel, statements }} onClose={attention.close} />
      ) : null}
    </>
  )
}

/** What became of the words one's own delegation spoke of, when they changed. */
function SinceWeSpoke({ view: { clause, negotiation, reading, speaker } }: { readonly view: ClauseView }) {
  const last = speaker && lastPosition(negotiation.positions.get(clause.clause)?.get(speaker.party.party))
  const before = last === undefined || last.on === reading.fingerprint ? undefined : negotiation.wordings.get(last.on)?.wording
  if (before === undefined) return null
  return (
    <details className={styles.since} open>
      <summary>What changed since your delegation spoke</summary>
      <div className={styles.words}>
        <Difference before={before} after={reading.wording} />
      </div>
    </details>
  )
}

/** In a dialog the browser puts the focus on what asks for it: here on the first button, Accept. */
function focusFirst(buttons: HTMLDivElement | null): void {
  buttons?.querySelector('button')?.setAttribute('autofocus', '')
}

function isActing(panel: Panel): panel is Acting {
  return panel.is === 'words' || panel.is === 'stance' || panel.is === 'read-again' || panel.is === 'refused' || panel.is === 'declaration'
}
