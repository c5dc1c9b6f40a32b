/**
 * The words of a clause over time: who changed them when, what changed, who wrote which words. Earlier words can be put back by whoever may
 * type here.
 */
import { rootName } from '@entente/draft'
import { useCallback, useState } from 'react'
import { server } from '../api/server.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { whyNotEditWords, type WhyNotEdit } from '../editor/why-not-edit.ts'
import type { ClauseView } from '../clause/useClause.ts'
import { announce } from '../design/Announcer.tsx'
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { Checkbox } from '../design/Checkbox.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { Skeleton } from '../design/Skeleton.tsx'
import { list } from '../design/status-words.ts'
import { consentingTo, lapseWarning } from '../lapse/consenting.ts'
import { Difference } from '../lapse/Difference.tsx'
import { explainFault } from '../refusal/explain-fault.ts'
import { useRoom } from '../room/useRoom.ts'
import { tokenFor } from '../sign-in/identity.ts'
import { capital, clauseName, partyName } from '../table/naming.ts'
import { restore } from './restore.ts'
import type { ToldHistory } from './shapes.ts'
import { VersionList } from './VersionList.tsx'
import { consentTo, wordingWith } from './version-words.ts'
import styles from './Versions.module.css'
import { WhoWrote } from './WhoWrote.tsx'

type VersionsDialogProps = { readonly view: ClauseView; readonly whyNot: WhyNotEdit | undefined; readonly onClose: () => void }

export function VersionsDialog({ view, whyNot, onClose }: VersionsDialogProps) {
  const { clause, negotiation } = view
  const id = negotiation.opened?.negotiation
  const ask = useCallback(
    (signal: AbortSignal) => server.history(id ?? '', clause.clause, { token: id && tokenFor(id), signal }),
    [id, clause.clause],
  )
  const [answer, again] = useAnswer(ask)
  const title = `The words of ${clauseName(negotiation, clause.clause)} over time`
  if (answer.is === 'here' && answer.value.versions.length > 0)
    return <Versions title={title} history={answer.value} {...{ view, whyNot, onClose }} />
  return (
    <Dialog title={title} onClose={onClose}>
      {answer.is === 'waiting' ? <Skeleton waitingFor="Reading the history" /> : null}
      {answer.is === 'here' ? <p className={styles.note}>Nobody has written anything here yet.</p> : null}
      {answer.is === 'failed' ? (
        <Banner role="alert" icon="offline" actions={<Button onClick={again}>Try again</Button>}>
          <b>{explainFault(answer.fault).what}</b> {explainFault(answer.fault).next}
        </Banner>
      ) : null}
    </Dialog>
  )
}

type VersionsProps = VersionsDialogProps & { readonly title: string; readonly history: ToldHistory }

function Versions({ view, whyNot, title, history: { versions, earlier }, onClose }: VersionsProps) {
  const { clause, negotiation, reading, assessment } = view
  const room = useRoom()
  const [at, setAt] = useState(versions.length - 1)
  const [writers, setWriters] = useState(false)
  const [against, setAgainst] = useState<'before' | 'now'>('before')
  const version = versions[at]
  if (version === undefined) return null
  const then = wordingWith(version.text, reading.wording)
  const before = versions[at - 1]
  const from = against === 'now' ? then : wordingWith(before?.text ?? [], reading.wording)
  const to = against === 'now' ? reading.wording : then
  const same = JSON.stringify(then) === JSON.stringify(reading.wording)
  const lapsing = consentingTo(assessment).map((party) => partyName(negotiation, party))
  const returning = consentTo(then, clause.clause, negotiation).map((party) => partyName(negotiation, party))
  const because = whyNot === undefined ? (same ? 'These are the words as they stand now' : undefined) : whyNotEditWords(whyNot)

  function putBack() {
    if (version === undefined) return
    restore(room.doc(), new Map([[rootName({ kind: 'clause', clause: clause.clause }), version.text]]))
    announce(`The earlier words of ${clauseName(negotiation, clause.clause)} are back.`)
    onClose()
  }

  return (
    <Dialog
      title={title}
      size="large"
      bare
      onClose={onClose}
      footer={
        <>
          <p className={styles.consequence}>
            {because === undefined && lapsing.length > 0 ? lapseWarning(lapsing, 'Putting these words back') : null}
            {because === undefined && returning.length > 0
              ? ` ${capital(list(returning))} had spoken of these words: that counts again.`
              : null}
          </p>
          <Button size="large" onClick={onClose}>
            Close
          </Button>
          <Button size="large" look="primary" because={because} onClick={putBack}>
            Put these words back
          </Button>
        </>
      }
    >
      <VersionList {...{ versions, earlier, negotiation, at }} clause={clause.clause} onChoose={setAt} />
      {/* A region that scrolls must be reachable with the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.words} aria-label="The words" tabIndex={0}>
        <div className={styles.choices}>
          {writers ? null : (
            <fieldset className={styles.against}>
              <legend>Compared with</legend>
              <label>
                <input type="radio" name="against" checked={against === 'before'} onChange={() => setAgainst('before')} /> the version
                before
              </label>
              <label>
                <input type="radio" name="against" checked={against === 'now'} onChange={() => setAgainst('now')} /> the words now
              </label>
            </fieldset>
          )}
          <Checkbox label="Who wrote this" checked={writers} onChange={({ target }) => setWriters(target.checked)} />
        </div>
        {writers ? (
          <WhoWrote version={version} negotiation={negotiation} />
        ) : (
          <Difference before={from} after={to} lang={negotiation.opened?.cover.referenceLanguage} />
        )}
      </section>
    </Dialog>
  )
}
