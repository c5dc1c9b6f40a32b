/** The name, and the step itself. Whoever is signed in here already takes the seat as that person, unless they say they are somebody else. */
import { MAX_NAME } from '@entente/agreement'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { server } from '../api/server.ts'
import type { Invitation, Me } from '../api/shapes.ts'
import { viewPath } from '../app/views.ts'
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { TextField } from '../design/Field.tsx'
import { notify } from '../design/Toast.tsx'
import { explainFault, type FaultSentence } from '../refusal/explain-fault.ts'
import { goToOrganisation, keepInvitation, whyTurnedBack } from '../sign-in/organisation.ts'
import { addPasskey, passkeysHere } from '../sign-in/passkey.ts'
import { roleWord } from '../sign-in/role-words.ts'
import styles from './JoinForm.module.css'

type Step =
  | { readonly is: 'writing' }
  | { readonly is: 'nameless' }
  | { readonly is: 'joining' }
  | { readonly is: 'refused'; readonly why: FaultSentence }

type JoinFormProps = {
  readonly invitation: Invitation
  readonly token: string
  /** The person this browser is signed in as. */
  readonly signedInAs: string | undefined
  readonly providers: Me['providers']
  readonly onSignedOut: () => void
}

export function JoinForm({ invitation, token, signedInAs, providers, onSignedOut }: JoinFormProps) {
  const [name, setName] = useState(signedInAs ?? (invitation.purpose === 'seat' && !isPlaceholder(invitation.name) ? invitation.name : ''))
  const [step, setStep] = useState<Step>({ is: 'writing' })
  const [, navigate] = useLocation()

  // Coming back from an organisation that said no.
  const [turnedBack] = useState(whyTurnedBack)

  async function join(withPasskey = false) {
    if (name.trim() === '') {
      setStep({ is: 'nameless' })
      return
    }
    setStep({ is: 'joining' })
    const outcome = await server.redeemInvitation(token, name.trim())
    if (!outcome.ok) {
      setStep({ is: 'refused', why: explainFault(outcome.fault) })
      return
    }
    if (withPasskey) {
      const made = await addPasskey('Passkey')
      // The seat is taken all the same; a passkey can be added later.
      if (made.is !== 'done') notify('You have joined. No passkey was made: add one later under “My devices and sign-in”.')
    }
    const { negotiation } = outcome.value
    navigate(negotiation === undefined ? '/new' : viewPath(negotiation, 'table'), { replace: true })
  }

  async function signOut() {
    const outcome = await server.signOut()
    if (outcome.ok) onSignedOut()
    else setStep({ is: 'refused', why: explainFault(outcome.fault) })
  }

  const organisations = (
    <Organisations
      providers={providers}
      onGo={(provider) => {
        keepInvitation(token)
        void goToOrganisation(provider, 'sign-in', '/join').then((why) => {
          if (why !== '') setStep({ is: 'refused', why: { what: why, next: '' } })
        })
      }}
    />
  )
  const expects = invitation.purpose === 'seat' ? invitation.expects : undefined
  const barred = step.is === 'joining' ? 'Joining' : expects?.fits === false ? 'Sign in with the address that was invited first' : undefined
  const instead = invitation.purpose === 'seat' ? invitation.instead : undefined
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void join()
      }}
    >
      {signedInAs === undefined ? null : (
        <div className={styles.known}>
          <p>
            This browser is signed in as <b>{signedInAs}</b>.{' '}
            {instead === undefined
              ? 'The seat goes to that person.'
              : `At this table that is the ${roleWord(instead.role, instead.kind)} of ${instead.shortName}. Joining gives that seat up.`}
          </p>
          <Button size="small" onClick={() => void signOut()}>
            I am somebody else
          </Button>
        </div>
      )}
      {expects === undefined || expects.fits ? null : (
        <Banner icon="lock">
          <b>This link is for an address at {expects.domain}.</b>{' '}
          {signedInAs === undefined
            ? 'Sign in through the organisation that vouches for yours.'
            : 'The address you are signed in with here is another one. Sign in with the one that was invited.'}
        </Banner>
      )}
      {expects === undefined || expects.fits ? null : organisations}
      <TextField
        label="Your name"
        name="name"
        autoComplete="name"
        maxLength={MAX_NAME}
        value={name}
        hint="As the record and the other delegations will see it."
        fault={step.is === 'nameless' ? 'The record needs a name.' : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      {turnedBack !== undefined && step.is === 'writing' ? <Banner role="alert">{turnedBack}</Banner> : null}
      {step.is === 'refused' ? (
        <Banner role="alert">
          <b>{step.why.what}</b> {step.why.next}
        </Banner>
      ) : null}
      <Button type="submit" look="primary" size="large" wide aria-busy={step.is === 'joining'} because={barred}>
        {step.is === 'joining' ? 'Joining…' : invitation.purpose === 'founder' ? 'Sign in' : 'Join the table'}
      </Button>
      {passkeysHere() && signedInAs === undefined ? (
        <Button icon="shield" size="large" wide onClick={() => void join(true)} because={barred}>
          {invitation.purpose === 'founder' ? 'Sign in' : 'Join'} and add a passkey
        </Button>
      ) : null}
      {expects === undefined && signedInAs === undefined ? organisations : null}
      <p className={styles.note}>
        No account and no password: this browser stays signed in until you sign out. A passkey brings you back on other devices too. On a
        shared computer, sign out when you leave.
      </p>
    </form>
  )
}

function Organisations({ providers, onGo }: { readonly providers: Me['providers']; readonly onGo: (provider: string) => void }) {
  if (providers.length === 0) return null
  return (
    <div className={styles.organisations}>
      <p>Your organisation uses single sign-on?</p>
      {providers.map(({ id, name }) => (
        <Button key={id} size="small" icon="door" onClick={() => onGo(id)}>
          Sign in with {name}
        </Button>
      ))}
    </div>
  )
}

/** Names given to seats before anybody's is known read "Adviser, Kestria". */
function isPlaceholder(name: string): boolean {
  return /^(Head of delegation|Negotiator|Adviser|Secretary|Reviser|Observer), /.test(name)
}
