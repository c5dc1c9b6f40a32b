/**
 * The milestone in hand: where it stands and what one can do about it, its terms, the evidence, what follows if it is missed, what it
 * unlocks, what would move if it slipped, and what the record says of it.
 */
import {
  partsCalled,
  tallyOf,
  type Assessment,
  type MilestoneId,
  type Negotiation,
  type PartyId,
  type Speaker,
  type Timestamp,
} from '@entente/agreement'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { clausePath } from '../app/views.ts'
import { PartyCode } from '../design/PartyCode.tsx'
import { Tag } from '../design/Tag.tsx'
import { EvidenceAsked } from '../evidence/EvidenceAsked.tsx'
import { EvidenceFiled } from '../evidence/EvidenceFiled.tsx'
import { tallyWords } from '../evidence/tally-words.ts'
import { History } from '../milestone/History.tsx'
import { MilestoneActs } from '../milestone/MilestoneActs.tsx'
import { milestoneNames } from '../milestone/sequence.ts'
import { RemedyList } from '../remedy/RemedyList.tsx'
import { SlipForm } from '../slip/SlipForm.tsx'
import { capital, clauseName, partyName } from '../table/naming.ts'
import { faultSentence } from './fault-words.ts'
import styles from './MilestonePanel.module.css'
import { riskSentence, shapeOfState, stateSentence, wordOfState } from './state-words.ts'
import type { Step } from './steps.ts'
import { Term } from './Term.tsx'
import { TermsList } from './TermsList.tsx'

export type MilestonePanelProps = {
  readonly step: Step
  readonly negotiation: Negotiation
  readonly agreed: Assessment['agreed']
  readonly speaker: Speaker | undefined
  readonly now: Timestamp
  /** By how many days it is supposed to slip. */
  readonly slip: number
  readonly onSlip: (days: number) => void
  readonly onGo: (id: MilestoneId) => void
}

export function MilestonePanel({ step, negotiation, agreed, speaker, now, slip, onSlip, onGo }: MilestonePanelProps) {
  const { of: milestone, state, unlocks, prerequisites, faults, level, claimed } = step
  const own = speaker?.party.party
  const risk = riskSentence(negotiation, step)
  return (
    <>
      <p className={styles.state}>
        <Tag shape={shapeOfState(state)}>{wordOfState(state)}</Tag>
        <span>{stateSentence(negotiation, step, now)}.</span>
      </p>
      {risk === undefined ? null : <p className={styles.risk}>{risk}</p>}
      {faults.map((fault) => (
        <p key={fault.code} className={styles.risk}>
          {faultSentence(fault, negotiation)}
        </p>
      ))}
      <MilestoneActs standing={step} {...{ negotiation, agreed, now }} />
      <dl className={styles.terms}>
        <Term name="Clause">
          <Link href={clausePath(negotiation, milestone.clause)}>{capital(clauseName(negotiation, milestone.clause))}</Link>
        </Term>
        <Term name="Performs">
          <Parties parties={milestone.terms.performers} {...{ negotiation, own }} />
        </Term>
        <Term name="Verifies">
          <Parties parties={[milestone.terms.verifier]} {...{ negotiation, own }} />
        </Term>
        {prerequisites.length === 0 ? null : (
          <Term name="Waits for">
            {prerequisites.map(({ milestone: id, after }) => (
              <Other
                key={`${id} ${after}`}
                id={id}
                {...{ negotiation, onGo }}
                note={
                  step.waitsFor.some((one) => one.milestone === id && one.after === after) ? `until it is ${after}` : `${after} already`
                }
              />
            ))}
          </Term>
        )}
        <TermsList standing={step} negotiation={negotiation} />
        {unlocks.length === 0 ? null : (
          <Term name="Unlocks">
            {unlocks.map((id) => (
              <Other key={id} id={id} {...{ negotiation, onGo }} />
            ))}
          </Term>
        )}
        {level === undefined && claimed === undefined ? null : (
          <Term name="Level">
            {level === undefined ? `${claimed ?? 0} of 3 by the performer’s own account; nobody has found on it` : `${level} of 3`}
          </Term>
        )}
      </dl>
      <Part title={evidenceTitle(step)}>
        <EvidenceAsked standing={step} negotiation={negotiation} />
        <EvidenceFiled milestone={milestone} {...{ negotiation, speaker }} />
      </Part>
      <Part title="If it is missed">
        <RemedyList standing={step} negotiation={negotiation} />
      </Part>
      <Part title="What follows if it slips">
        <SlipForm milestone={milestone.milestone} {...{ negotiation, agreed, now, onGo }} days={slip} onDays={onSlip} />
      </Part>
      <details className={styles.history}>
        <summary>History</summary>
        <History milestone={milestone.milestone} negotiation={negotiation} />
      </details>
    </>
  )
}

/** "Evidence, 3 of 5 sites", counted where the terms ask for something. */
function evidenceTitle({ of, occurrence }: Step): string {
  const tally = tallyOf(of, occurrence)
  return tally === undefined ? 'Evidence filed' : `Evidence, ${tallyWords(tally, partsCalled(of.terms))}`
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

type PartiesProps = { readonly parties: readonly PartyId[]; readonly negotiation: Negotiation; readonly own: PartyId | undefined }

function Parties({ parties, negotiation, own }: PartiesProps) {
  return (
    <ul className={styles.parties}>
      {parties.map((party) => (
        <li key={party}>
          <PartyCode party={party} filled={party === own} /> {partyName(negotiation, party)}
        </li>
      ))}
    </ul>
  )
}

type OtherProps = {
  readonly id: MilestoneId
  readonly negotiation: Negotiation
  readonly onGo: (id: MilestoneId) => void
  readonly note?: string
}

/** Another milestone, one press away. */
function Other({ id, negotiation, onGo, note }: OtherProps) {
  return (
    <span className={styles.other}>
      <button type="button" onClick={() => onGo(id)}>
        {milestoneNames(negotiation).get(id)} {negotiation.milestones.get(id)?.terms.title ?? id}
      </button>
      {note === undefined ? null : <small>{note}</small>}
    </span>
  )
}
