/**
 * One's own calendar feed: an address that a calendar program subscribes to. It is a secret, shown once when it is made, and it can be taken
 * back: then it shows nothing any more.
 */
import type { NegotiationId } from '@entente/agreement'
import { useCallback, useState } from 'react'
import { server } from '../api/server.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { announce } from '../design/Announcer.tsx'
import { Button } from '../design/Button.tsx'
import { CopyButton } from '../design/CopyButton.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { TextField } from '../design/Field.tsx'
import { Moment } from '../design/Moment.tsx'
import { Skeleton } from '../design/Skeleton.tsx'
import { Refused } from '../design/Refused.tsx'
import { explainFault, faultWords } from '../refusal/explain-fault.ts'
import type { Fault } from '../api/request.ts'
import { tokenFor } from '../sign-in/identity.ts'
import styles from './CalendarDialog.module.css'

type CalendarDialogProps = { readonly negotiation: NegotiationId; readonly onClose: () => void }

export function CalendarDialog({ negotiation, onClose }: CalendarDialogProps) {
  const ask = useCallback((signal: AbortSignal) => server.feed(negotiation, tokenFor(negotiation), signal), [negotiation])
  const [answer, askAgain] = useAnswer(ask)
  const [url, setUrl] = useState<string | undefined>(undefined)
  const [fault, setFault] = useState<string | undefined>(undefined)

  function fail(why: Fault) {
    setFault(faultWords(why))
  }

  async function make() {
    setFault(undefined)
    const outcome = await server.makeFeed(negotiation, tokenFor(negotiation))
    if (!outcome.ok) return fail(outcome.fault)
    setUrl(outcome.value.url)
    announce('The address is made.')
    askAgain()
  }

  async function revoke() {
    setFault(undefined)
    const outcome = await server.revokeFeed(negotiation, tokenFor(negotiation))
    if (!outcome.ok) return fail(outcome.fault)
    setUrl(undefined)
    announce('The address shows nothing any more.')
    askAgain()
  }

  const since = answer.is === 'here' ? answer.value.since : undefined
  return (
    <Dialog title="Calendar feed" onClose={onClose}>
      <div className={styles.dialog}>
        <p>Your calendar shows every deadline and review, and follows when they move. Subscribe to your own address in it.</p>
        {answer.is === 'waiting' ? <Skeleton waitingFor="Looking for your feed" /> : null}
        {answer.is === 'failed' ? <Refused>{Object.values(explainFault(answer.fault)).join(' ')}</Refused> : null}
        {url === undefined ? null : (
          <>
            <TextField
              label="Your address"
              readOnly
              value={url}
              onFocus={({ target }) => target.select()}
              hint="Whoever has it reads your calendar of this negotiation. It is shown only now."
            />
            <div className={styles.actions}>
              <CopyButton copies={url} look="primary">
                Copy the address
              </CopyButton>
            </div>
          </>
        )}
        {answer.is !== 'here' ? null : since === undefined ? (
          <div className={styles.actions}>
            <Button look="primary" icon="calendar" onClick={() => void make()}>
              Make my address
            </Button>
          </div>
        ) : (
          <>
            <p className={styles.hint}>
              You have an address, made <Moment at={since} />. Another one ends it.
            </p>
            <div className={styles.actions}>
              <Button onClick={() => void make()}>Make another address</Button>
              <Button look="danger" onClick={() => void revoke()}>
                Take it back
              </Button>
            </div>
          </>
        )}
        {fault === undefined ? null : <Refused>{fault}</Refused>}
      </div>
    </Dialog>
  )
}
