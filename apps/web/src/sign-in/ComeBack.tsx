/** Ways to sign in again for somebody who has a seat already: a passkey, or the sign-in of an organisation. */
import { useState } from 'react'
import type { Me } from '../api/shapes.ts'
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import styles from './ComeBack.module.css'
import { goToOrganisation, whyTurnedBack, type Back } from './organisation.ts'
import { passkeysHere, signInWithPasskey } from './passkey.ts'

type ComeBackProps = {
  readonly providers: Me['providers']
  readonly onSignedIn: () => void
  /** The page to come back to. */
  readonly back?: Back
}

export function ComeBack({ providers, onSignedIn, back = '/' }: ComeBackProps) {
  const [told, setTold] = useState(whyTurnedBack)

  async function withPasskey() {
    setTold(undefined)
    const outcome = await signInWithPasskey()
    if (outcome.is === 'done') onSignedIn()
    else setTold(outcome.is === 'failed' ? outcome.why : 'Nobody was signed in: no passkey was chosen.')
  }

  const passkeys = passkeysHere()
  if (!passkeys && providers.length === 0 && told === undefined) return null
  return (
    <div className={styles.ways}>
      {passkeys ? (
        <Button icon="shield" onClick={() => void withPasskey()}>
          Sign in with a passkey
        </Button>
      ) : null}
      {providers.map(({ id, name }) => (
        <Button key={id} icon="door" onClick={() => void goToOrganisation(id, 'sign-in', back).then(setTold)}>
          Sign in with {name}
        </Button>
      ))}
      {told ? <Banner role="alert">{told}</Banner> : null}
    </div>
  )
}
