/** Where one is signed in. Each can be ended, here or from anywhere else; its open pages close within a second. */
import { server } from '../api/server.ts'
import type { SignedIn } from '../api/shapes.ts'
import type { Loading } from '../api/useAnswer.ts'
import { pageUrl } from '../app/base.ts'
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { dayWithYear } from '../design/moment.ts'
import { Moment } from '../design/Moment.tsx'
import { Panel } from '../design/Panel.tsx'
import { Skeleton } from '../design/Skeleton.tsx'
import { Tag } from '../design/Tag.tsx'
import { notify } from '../design/Toast.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import type { Outcome } from '../api/request.ts'
import { explainFault } from '../refusal/explain-fault.ts'
import styles from './Account.module.css'

type DevicesProps = {
  readonly sessions: Loading<readonly SignedIn[]>
  readonly fault: string | undefined
  readonly onFault: (fault: string | undefined) => void
  readonly onChanged: () => void
}

export function Devices({ sessions, fault, onFault, onChanged }: DevicesProps) {
  async function end(what: Promise<Outcome<Response>>, then: () => void) {
    const outcome = await what
    if (outcome.ok) {
      onFault(undefined)
      then()
    } else {
      const { what: happened, next } = explainFault(outcome.fault)
      onFault(`${happened} ${next}`)
    }
  }
  const leave = () => location.assign(pageUrl('/'))

  return (
    <Panel
      flush
      title="Where you are signed in"
      actions={
        <Button size="small" icon="door" onClick={() => void end(server.signOutEverywhere(), leave)}>
          Sign out everywhere
        </Button>
      }
    >
      {fault === undefined ? null : (
        <div className={styles.fault}>
          <Banner role="alert">{fault}</Banner>
        </div>
      )}
      {sessions.is === 'waiting' ? <Skeleton waitingFor="Reading where you are signed in" /> : null}
      {sessions.is === 'failed' ? (
        <div className={styles.fault}>
          <Banner role="alert" icon="warning">
            <b>{explainFault(sessions.fault).what}</b> {explainFault(sessions.fault).next}
          </Banner>
        </div>
      ) : null}
      {sessions.is === 'here' ? (
        <ul>
          {sessions.value.map(({ id, device, since, lastUsed, here }) => {
            const name = device === '' ? 'A browser' : device
            return (
              <li key={id} className={styles.row}>
                <div>
                  <b>{name}</b> {here ? <Tag>This device</Tag> : null}
                  <small>
                    Since {dayWithYear(since)}, last used <Moment at={lastUsed} as="ago" />
                  </small>
                </div>
                <Button
                  size="small"
                  onClick={() =>
                    void end(server.endSession(id), () => {
                      if (here) return leave()
                      notify(`${name} is signed out.`)
                      onChanged()
                    })
                  }
                >
                  Sign out
                  <VisuallyHidden>
                    {' '}
                    {name}
                    {here ? ', this device' : ''}
                  </VisuallyHidden>
                </Button>
              </li>
            )
          })}
        </ul>
      ) : null}
      <p className={styles.note}>Signing out closes the pages that are open there. It does not give up your seats.</p>
    </Panel>
  )
}
