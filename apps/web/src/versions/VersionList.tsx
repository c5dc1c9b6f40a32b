/** The versions of a clause, newest first, to choose one. */
import type { ClauseId, Negotiation } from '@entente/agreement'
import { momentInFull } from '../design/moment.ts'
import { PartyCode } from '../design/PartyCode.tsx'
import { list } from '../design/status-words.ts'
import { useView } from '../table/useView.ts'
import { capital } from '../table/naming.ts'
import type { ToldVersion } from './shapes.ts'
import { namesOf, partiesOf, roundsClosedAfter, serverDeeds } from './version-words.ts'
import styles from './Versions.module.css'

type VersionListProps = {
  readonly versions: readonly ToldVersion[]
  /** How many older ones are not told. */
  readonly earlier: number
  readonly clause: ClauseId
  readonly negotiation: Negotiation
  readonly at: number
  readonly onChoose: (at: number) => void
}

export function VersionList({ versions, earlier, clause, negotiation, at, onChoose }: VersionListProps) {
  const entries = useView((view) => view.record.entries)
  return (
    <fieldset className={styles.list}>
      <legend>Versions, the newest first</legend>
      {versions.toReversed().map((version, back) => {
        const index = versions.length - 1 - back
        const names = [...namesOf(version, negotiation), ...serverDeeds(version, clause, entries, negotiation)]
        const rounds = roundsClosedAfter(version, versions[index + 1], negotiation)
        return (
          <label key={version.upto} className={styles.version} data-version={version.upto}>
            <input type="radio" name="version" checked={index === at} onChange={() => onChoose(index)} />
            <span>
              <span className={styles.when}>{momentInFull(version.until)}</span>
              <span className={styles.who}>
                {partiesOf(version, negotiation).map((party) => (
                  <PartyCode key={party} party={party} />
                ))}{' '}
                {capital(list(names))}
              </span>
              {rounds.map((round) => (
                <span key={round} className={styles.round}>
                  As round {round} closed
                </span>
              ))}
            </span>
          </label>
        )
      })}
      {earlier === 0 ? null : (
        <p className={styles.note}>{earlier === 1 ? 'One older version is not shown.' : `${earlier} older versions are not shown.`}</p>
      )}
    </fieldset>
  )
}
