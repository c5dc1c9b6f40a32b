/** The buttons of a milestone, and the one form that is open under them. */
import type { Assessment, MilestoneStanding, Negotiation, Timestamp } from '@entente/agreement'
import { useState } from 'react'
import { Button } from '../design/Button.tsx'
import type { IconName } from '../design/Sprite.tsx'
import { ReportForm } from '../evidence/ReportForm.tsx'
import { BreachForm } from '../finding/BreachForm.tsx'
import { DisputeForm } from '../finding/DisputeForm.tsx'
import { FindingForm } from '../finding/FindingForm.tsx'
import { whyNot } from '../refusal/explain.ts'
import { useAsk } from '../room/useRoom.ts'
import { Statement } from '../statement/Statement.tsx'
import { useBarred } from '../table/useBarred.ts'
import { useView } from '../table/useView.ts'
import { offersOn, type Act } from './acts.ts'
import styles from './MilestoneActs.module.css'
import { MilestoneForm } from './MilestoneForm.tsx'
import { SetDates } from './SetDates.tsx'
import { WithdrawMilestone } from './WithdrawMilestone.tsx'

type MilestoneActsProps = {
  readonly standing: MilestoneStanding
  readonly negotiation: Negotiation
  readonly agreed: Assessment['agreed']
  readonly now: Timestamp
}

const faces: { readonly [act in Act]: { readonly words: string; readonly icon?: IconName; readonly look?: 'primary' | 'ghost' } } = {
  report: { words: 'Report, file evidence…', icon: 'check', look: 'primary' },
  find: { words: 'State your finding…', icon: 'shield', look: 'primary' },
  inspect: { words: 'Second inspection…', icon: 'shield', look: 'primary' },
  dispute: { words: 'Dispute…' },
  breach: { words: 'Record a breach…' },
  request: { words: 'Ask for it…' },
  waive: { words: 'Waive…', look: 'ghost' },
  dates: { words: 'Set dates…', icon: 'calendar', look: 'ghost' },
  revise: { words: 'Revise terms…', look: 'ghost' },
  withdraw: { words: 'Withdraw…', look: 'ghost' },
}

export function MilestoneActs({ standing, negotiation, agreed, now }: MilestoneActsProps) {
  const ask = useAsk()
  const barred = useBarred()
  const [open, setOpen] = useState<Act | undefined>(undefined)
  const offers = offersOn(standing, ask)
  const close = () => setOpen(undefined)
  if (offers.length === 0 && open === undefined) return null
  return (
    <div className={styles.acts}>
      <div className={styles.buttons} role="group" aria-label="What you can do">
        {offers.map(({ act, decision }) => {
          const { words, icon, look } = faces[act]
          return (
            <Button
              key={act}
              size="small"
              {...(icon && { icon })}
              {...(look && { look })}
              aria-expanded={open === act}
              because={barred ?? whyNot(decision, negotiation)}
              onClick={() => setOpen(open === act ? undefined : act)}
            >
              {words}
            </Button>
          )
        })}
      </div>
      {open === undefined ? null : <Form act={open} {...{ standing, negotiation, agreed, now }} onClose={close} />}
    </div>
  )
}

type FormProps = MilestoneActsProps & { readonly act: Act; readonly onClose: () => void }

function Form({ act, standing, negotiation, agreed, now, onClose }: FormProps) {
  const { of: milestone, life } = standing
  const own = useView(({ speaker }) => speaker?.party.party)
  switch (act) {
    case 'report':
      return <ReportForm {...{ milestone, negotiation, own, onClose }} />
    case 'find':
    case 'inspect':
      return <FindingForm key={act} {...{ milestone, negotiation, onClose }} second={act === 'inspect'} />
    case 'dispute':
      return <DisputeForm {...{ milestone, negotiation, onClose }} until={life.is === 'found' ? life.disputableUntil : undefined} />
    case 'breach':
      return <BreachForm {...{ milestone, negotiation, onClose }} today={now.slice(0, 10)} />
    case 'request':
    case 'waive':
      return (
        <Statement
          key={act}
          title={
            act === 'request' ? 'Ask for it. Its time begins now.' : 'Waive it for your party. It is owed until every party has waived it.'
          }
          command={act === 'request' ? 'milestone.request' : 'milestone.waive'}
          input={{ milestone: milestone.milestone }}
          negotiation={negotiation}
          submit={act === 'request' ? 'Ask for it' : 'Waive it'}
          onClose={onClose}
        />
      )
    case 'dates':
      return <SetDates {...{ milestone, negotiation, agreed, now, onClose }} />
    case 'revise':
      return <MilestoneForm clause={milestone.clause} milestone={milestone.milestone} onClose={onClose} />
    case 'withdraw':
      return <WithdrawMilestone milestone={milestone} onClose={onClose} />
    default:
      return act satisfies never
  }
}
