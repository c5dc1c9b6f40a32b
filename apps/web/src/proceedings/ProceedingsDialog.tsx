/** How the talks are conducted: round and agenda, sitting, speakers, roll calls, the pen. Everybody reads it; whoever presides acts here. */
import { may } from '@entente/agreement'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { projectorPath } from '../projector/projector-path.ts'
import { PenPart } from '../pen/PenPart.tsx'
import { useView } from '../table/useView.ts'
import { FloorPart } from './FloorPart.tsx'
import styles from './Proceedings.module.css'
import { RollCallPart } from './RollCallPart.tsx'
import { RoundPart } from './RoundPart.tsx'
import { SittingPart } from './SittingPart.tsx'

export function ProceedingsDialog({ onClose }: { readonly onClose: () => void }) {
  const negotiation = useView((view) => view.negotiation)
  const speaker = useView((view) => view.speaker)
  if (speaker === undefined) return null
  const presides = may(speaker, 'preside')
  return (
    <Dialog
      title="Proceedings"
      size="large"
      onClose={onClose}
      footer={
        <ButtonLink icon="screen" href={projectorPath(negotiation)}>
          Projector view
        </ButtonLink>
      }
    >
      <div className={styles.parts}>
        <RollCallPart {...{ negotiation, speaker, presides }} />
        <FloorPart {...{ negotiation, speaker, presides }} />
        <RoundPart {...{ negotiation, presides }} />
        <SittingPart {...{ negotiation, presides }} />
        <PenPart {...{ negotiation, presides }} />
      </div>
    </Dialog>
  )
}
