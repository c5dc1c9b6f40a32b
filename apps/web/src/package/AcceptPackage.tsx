/**
 * Accepts a package as a whole. Every clause is shown in the words that will be accepted: those that were on the screen when it was
 * opened. If words change meanwhile the dialog says which and asks to read them, and nothing is accepted that was not shown.
 */
import { lastPosition, type ClauseId, type Negotiation, type Package, type Reading, type Readings, type Speaker } from '@entente/agreement'
import { useState } from 'react'
import { plainText } from '@entente/draft'
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { undoable } from '../design/Toast.tsx'
import { Difference } from '../lapse/Difference.tsx'
import { whyNot } from '../refusal/explain.ts'
import { numbers } from '../path/move-words.ts'
import { useAsk, useRoomView, useSay } from '../room/useRoom.ts'
import { namedIn } from '../reference/reference-words.ts'
import { capital, clauseName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import styles from './Packages.module.css'

type AcceptPackageProps = { readonly offered: Package; readonly speaker: Speaker; readonly onClose: () => void }

export function AcceptPackage({ offered, speaker, onClose }: AcceptPackageProps) {
  const { negotiation, readings } = useRoomView()
  const ask = useAsk()
  const say = useSay()
  const barred = useBarred()
  const [shown, setShown] = useState(() => readOf(offered, readings))
  const moved = offered.clauses.filter((clause) => readings.get(clause)?.fingerprint !== shown.get(clause)?.fingerprint)
  const input = { package: offered.package, on: [...shown].map(([clause, { fingerprint }]) => ({ clause, fingerprint })) }
  const because = barred ?? whyNot(ask('package.accept', input), negotiation)

  function accept() {
    onClose()
    undoable(`${speaker.party.shortName} accepts the package “${offered.title}”`, {
      shape: 'package',
      done: () => void say('package.accept', input),
    })
  }

  return (
    <Dialog
      title={`Accept “${offered.title}”`}
      size="medium"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" shape="package" because={because} onClick={accept}>
            Accept the package for {speaker.party.shortName}
          </Button>
        </>
      }
    >
      <div className={styles.reading}>
        <p>
          Each of these clauses is accepted in the words below, on condition that the whole package is agreed. Where{' '}
          {speaker.party.shortName} accepts the words already, that stands.
        </p>
        {moved.length === 0 ? null : (
          <Banner
            role="alert"
            actions={
              <Button size="small" onClick={() => setShown(readOf(offered, readings))}>
                Show the new words
              </Button>
            }
          >
            The words of {numbers(moved, negotiation)} changed while you were reading.
          </Banner>
        )}
        {offered.clauses.map((clause) => (
          <ClauseRead key={clause} clause={clause} reading={shown.get(clause)} negotiation={negotiation} speaker={speaker} />
        ))}
      </div>
    </Dialog>
  )
}

type ClauseReadProps = {
  readonly clause: ClauseId
  readonly reading: Reading | undefined
  readonly negotiation: Negotiation
  readonly speaker: Speaker
}

/** The words of one clause; if the party spoke of earlier words, what is different since. */
function ClauseRead({ clause, reading, negotiation, speaker }: ClauseReadProps) {
  const last = lastPosition(negotiation.positions.get(clause)?.get(speaker.party.party))
  const before = last === undefined || last.on === reading?.fingerprint ? undefined : negotiation.wordings.get(last.on)?.wording
  const heading = negotiation.clauses.find((one) => one.clause === clause)?.heading ?? ''
  return (
    <section className={styles.read}>
      <h3>
        {capital(clauseName(negotiation, clause))}
        {heading === '' ? '' : `, ${heading}`}
      </h3>
      {reading === undefined ? (
        <p>Withdrawn.</p>
      ) : before === undefined ? (
        <p className={styles.words} dir="auto">
          {plainText(reading.wording, namedIn(negotiation))}
        </p>
      ) : (
        <>
          <p className={styles.quiet}>What changed since {speaker.party.shortName} spoke of it:</p>
          <div className={styles.words}>
            <Difference before={before} after={reading.wording} />
          </div>
        </>
      )}
    </section>
  )
}

function readOf({ clauses }: Package, readings: Readings): ReadonlyMap<ClauseId, Reading> {
  return new Map(
    clauses.flatMap((clause) => {
      const reading = readings.get(clause)
      return reading === undefined ? [] : [[clause, reading]]
    }),
  )
}
