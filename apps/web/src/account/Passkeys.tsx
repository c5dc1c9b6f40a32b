/** One's passkeys: how to come back without a new link, on this device and on others. */
import { MAX_NAME } from '@entente/agreement'
import { useState } from 'react'
import { server } from '../api/server.ts'
import type { Passkey } from '../api/shapes.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { TextField } from '../design/Field.tsx'
import { dayWithYear } from '../design/moment.ts'
import { Moment } from '../design/Moment.tsx'
import { Panel } from '../design/Panel.tsx'
import { Skeleton } from '../design/Skeleton.tsx'
import { notify } from '../design/Toast.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { explainFault } from '../refusal/explain-fault.ts'
import { addPasskey, passkeysHere } from '../sign-in/passkey.ts'
import styles from './Account.module.css'

type Doing =
  | { readonly is: 'nothing' }
  | { readonly is: 'adding' }
  | { readonly is: 'renaming'; readonly id: string }
  | { readonly is: 'told'; readonly why: string }

export function Passkeys() {
  const [passkeys, again] = useAnswer<readonly Passkey[]>(server.passkeys)
  const [doing, setDoing] = useState<Doing>({ is: 'nothing' })
  const able = passkeysHere()

  async function add() {
    setDoing({ is: 'adding' })
    const outcome = await addPasskey(passkeyName(passkeys.is === 'here' ? passkeys.value.length : 0))
    if (outcome.is === 'done') {
      setDoing({ is: 'nothing' })
      notify('The passkey is kept. It signs you in from now on.')
      again()
    } else {
      const why = outcome.is === 'failed' ? outcome.why : 'No passkey was made: the device was not asked to the end, or it has one already.'
      setDoing({ is: 'told', why })
    }
  }

  async function remove({ id, name }: Passkey) {
    const outcome = await server.removePasskey(id)
    if (outcome.ok) notify(`“${name}” signs nobody in any more. Remove it in the device’s own settings as well.`)
    else setDoing({ is: 'told', why: explainFault(outcome.fault).what })
    again()
  }

  return (
    <Panel
      flush
      title="Passkeys"
      actions={
        <Button
          size="small"
          icon="plus"
          onClick={() => void add()}
          because={able ? (doing.is === 'adding' ? 'The device is asking' : undefined) : 'This browser has no passkeys at this address'}
        >
          Add a passkey
        </Button>
      }
    >
      {doing.is === 'told' ? (
        <div className={styles.fault}>
          <Banner role="alert">{doing.why}</Banner>
        </div>
      ) : null}
      {passkeys.is === 'waiting' ? <Skeleton waitingFor="Reading your passkeys" /> : null}
      {passkeys.is === 'failed' ? (
        <div className={styles.fault}>
          <Banner role="alert" icon="warning">
            <b>{explainFault(passkeys.fault).what}</b> {explainFault(passkeys.fault).next}
          </Banner>
        </div>
      ) : null}
      {passkeys.is === 'here' && passkeys.value.length > 0 ? (
        <ul>
          {passkeys.value.map((passkey) =>
            doing.is === 'renaming' && doing.id === passkey.id ? (
              <Rename
                key={passkey.id}
                passkey={passkey}
                onDone={() => {
                  setDoing({ is: 'nothing' })
                  again()
                }}
              />
            ) : (
              <li key={passkey.id} className={styles.row}>
                <div>
                  <b>{passkey.name}</b>
                  <small>
                    Since {dayWithYear(passkey.since)}
                    {passkey.lastUsed === undefined ? ', not used yet' : ', last used '}
                    {passkey.lastUsed === undefined ? null : <Moment at={passkey.lastUsed} as="ago" />}
                  </small>
                </div>
                <div className={styles.actions}>
                  <Button size="small" onClick={() => setDoing({ is: 'renaming', id: passkey.id })}>
                    Rename<VisuallyHidden> {passkey.name}</VisuallyHidden>
                  </Button>
                  <Button size="small" onClick={() => void remove(passkey)}>
                    Remove<VisuallyHidden> {passkey.name}</VisuallyHidden>
                  </Button>
                </div>
              </li>
            ),
          )}
        </ul>
      ) : null}
      <p className={styles.note}>
        {passkeys.is === 'here' && passkeys.value.length === 0
          ? 'Without a passkey you come back only in browsers where you are still signed in, or by a new link. '
          : ''}
        A passkey signs you in with what unlocks your device. Nothing secret leaves it.
      </p>
    </Panel>
  )
}

function Rename({ passkey, onDone }: { readonly passkey: Passkey; readonly onDone: () => void }) {
  const [name, setName] = useState(passkey.name)
  const [fault, setFault] = useState<string>()
  async function send() {
    if (name.trim() === '') return setFault('A passkey needs a name.')
    const outcome = await server.renamePasskey(passkey.id, name.trim())
    if (outcome.ok) onDone()
    else setFault(explainFault(outcome.fault).what)
  }
  return (
    <li className={styles.row}>
      <form
        className={styles.rename}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <TextField
          label={`New name of ${passkey.name}`}
          value={name}
          maxLength={MAX_NAME}
          fault={fault}
          // The person has just asked to type here.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onChange={(event) => setName(event.target.value)}
        />
        <div className={styles.actions}>
          <Button size="small" type="submit" look="primary">
            Keep the name
          </Button>
          <Button size="small" onClick={onDone}>
            Cancel
          </Button>
        </div>
      </form>
    </li>
  )
}

/** What a passkey is called until its owner says otherwise. */
export function passkeyName(before: number): string {
  return before === 0 ? 'Passkey' : `Passkey ${before + 1}`
}
