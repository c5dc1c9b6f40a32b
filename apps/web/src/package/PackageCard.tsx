/**
 * One package on offer: its clauses and how far each of them is, who links what, and what one's own seat can do with it. It closes as a
 * whole or not at all.
 */
import { may, requiredParties, type Assessment, type Negotiation, type Package, type Speaker } from '@entente/agreement'
import { useState } from 'react'
import { Link } from 'wouter'
import { clausePath } from '../app/views.ts'
import { Button } from '../design/Button.tsx'
import { Glyph } from '../design/Glyph.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { shapeOfStatus } from '../design/shape.ts'
import { wordOfStatus } from '../design/status-words.ts'
import { undoable } from '../design/Toast.tsx'
import { whyNot } from '../refusal/explain.ts'
import { useAsk, useSay } from '../room/useRoom.ts'
import { namingOf, partyName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import { AcceptPackage } from './AcceptPackage.tsx'
import { isMutual, linkagesOf } from './linkage.ts'
import styles from './Packages.module.css'

type PackageCardProps = {
  readonly offered: Package
  readonly letter: string
  readonly negotiation: Negotiation
  readonly assessment: Assessment
  readonly speaker: Speaker | undefined
  /** While positions are supposed nothing is recorded. */
  readonly readOnly: boolean
}

export function PackageCard({ offered, letter, negotiation, assessment, speaker, readOnly }: PackageCardProps) {
  const { numbers } = namingOf(negotiation)
  const open = offered.clauses.filter((clause) => !assessment.agreed.has(clause)).length
  const linkages = linkagesOf(negotiation, assessment, offered)
  return (
    <li className={styles.card} data-package={offered.package}>
      <h3>
        {letter}. {offered.title}
      </h3>
      <p className={styles.quiet}>
        Offered by <PartyCode party={offered.by} named /> ·{' '}
        {open === 0 ? 'agreed as a whole' : `${offered.clauses.length - open} of ${offered.clauses.length} agreed`}
      </p>
      <ul className={styles.states}>
        {offered.clauses.map((clause) => {
          const status = assessment.clauses.get(clause)?.status
          return (
            <li key={clause}>
              <Glyph shape={status === undefined ? 'none' : shapeOfStatus(status)} beside />
              <span>
                <Link href={clausePath(negotiation, clause)}>{numbers.get(clause) ?? 'withdrawn'}</Link>{' '}
                {status === undefined ? '' : wordOfStatus(status)}
              </span>
            </li>
          )
        })}
      </ul>
      {linkages.map(({ party, words }) => (
        <p key={party} className={styles.linkage}>
          <PartyCode party={party} named /> {words}
        </p>
      ))}
      {isMutual(negotiation, assessment, offered) ? (
        <p className={styles.quiet}>Mutual: these clauses can only become agreed together.</p>
      ) : null}
      {offered.description === '' ? null : <p className={styles.quiet}>{offered.description}</p>}
      {readOnly || speaker === undefined || open === 0 ? null : <Actions {...{ offered, negotiation, speaker }} />}
    </li>
  )
}

type ActionsProps = { readonly offered: Package; readonly negotiation: Negotiation; readonly speaker: Speaker }

/** Accepting for a party whose consent counts, withdrawing for the author. */
export function Actions({ offered, negotiation, speaker }: ActionsProps) {
  const ask = useAsk()
  const say = useSay()
  const barred = useBarred()
  const [accepting, setAccepting] = useState(false)
  const { party } = speaker.party
  const accepts = requiredParties(negotiation).includes(party)
  const withdraws = offered.by === party && may(speaker, 'offer')
  if (!accepts && !withdraws) return null
  const { package: id, title } = offered
  return (
    <div className={styles.actions}>
      {accepts ? (
        <Button
          size="small"
          shape="package"
          because={barred ?? (may(speaker, 'bind') ? undefined : whyNot(ask('package.accept', { package: id, on: [] }), negotiation))}
          onClick={() => setAccepting(true)}
        >
          Accept as a whole…
        </Button>
      ) : null}
      {withdraws ? (
        <Button
          size="small"
          because={barred ?? whyNot(ask('package.withdraw', { package: id }), negotiation)}
          onClick={() =>
            undoable(`${partyName(negotiation, party)} withdraws the package “${title}”`, {
              done: () => void say('package.withdraw', { package: id }),
            })
          }
        >
          Withdraw
        </Button>
      ) : null}
      {accepting ? <AcceptPackage offered={offered} speaker={speaker} onClose={() => setAccepting(false)} /> : null}
    </div>
  )
}
