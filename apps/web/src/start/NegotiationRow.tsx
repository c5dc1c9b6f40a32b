/** One negotiation in the list. The title is the link; the row says the rest. */
import { Link } from 'wouter'
import type { NegotiationSummary } from '../api/shapes.ts'
import { viewPath } from '../app/views.ts'
import { Moment } from '../design/Moment.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { ProgressCells, progressInWords } from '../design/ProgressCells.tsx'
import { Tag } from '../design/Tag.tsx'
import { seatSentence } from '../sign-in/role-words.ts'
import styles from './NegotiationRow.module.css'

export function NegotiationRow({ negotiation }: { readonly negotiation: NegotiationSummary }) {
  const { id, title, shortTitle, round, parties, progress, needsYou, lastEntryAt, as } = negotiation
  const own = parties.find(({ party }) => party === as?.party)
  return (
    <li className={styles.row}>
      <div className={styles.title}>
        <h3>
          <Link href={viewPath(id, 'table')}>{shortTitle}</Link>
        </h3>
        {title === shortTitle ? null : (
          <p className={styles.full} title={title}>
            {title}
          </p>
        )}
        <p>
          {round === undefined ? 'No round opened yet.' : `Round ${round}.`} {as && own ? seatSentence(as.role, own) : ''}
        </p>
      </div>
      <div className={styles.parties}>
        {parties.map(({ party, shortName, kind }, order) =>
          kind === 'delegation' ? (
            <PartyCode key={party} party={party} named look={{ name: shortName, order }} filled={party === as?.party} />
          ) : null,
        )}
      </div>
      <div className={styles.progress}>
        <b>{progressInWords(progress)}</b>
        <ProgressCells small cells={progress} />
      </div>
      <div>{needsYou > 0 ? <Tag shape="brackets">{needsYou === 1 ? '1 needs you' : `${needsYou} need you`}</Tag> : null}</div>
      <div className={styles.when}>
        <Moment at={lastEntryAt} as="ago" />
      </div>
    </li>
  )
}
