/** Ways to sign in again for somebody who has a seat already: a passkey, or the sign-in of an organisation. */
import { useState } from 'react'
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import styles from './ComeBack.module.css'
import { passkeysHere, signInWithPasskey } from './passkey.ts'

type ComeBackProps = { readonly onSignedIn: () => void }

export function ComeBack({ onSignedIn }: ComeBackProps) {
  const [told, setTold] = useState<string>()

  async function withPasskey() {
    setTold(undefined)
    const outcome = await signInWithPasskey()
    if (outcome.is === 'done') onSignedIn()
    else setTold(outcome.is === 'failed' ? outcome.why : 'Nobody was signed in: no passkey was chosen.')
  }

  if (!passkeysHere()) return null
  return (
    <div className={styles.ways}>
      <Button icon="shield" onClick={() => void withPasskey()}>
        Sign in with a passkey
      </Button>
      {told === undefined ? null : <Banner role="alert">{told}</Banner>}
    </div>
  )
}
