/** One's own sign-in: where one is signed in, and how one comes back. */
import { useState } from 'react'
import { server } from '../api/server.ts'
import type { Me, SignedIn } from '../api/shapes.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { PlainPage } from '../app/PlainPage.tsx'
import { Button } from '../design/Button.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { Empty } from '../design/Empty.tsx'
import { Skeleton } from '../design/Skeleton.tsx'
import { explainFault } from '../refusal/explain-fault.ts'
import { ComeBack } from '../sign-in/ComeBack.tsx'
import { Person } from '../start/Person.tsx'
import styles from './Account.module.css'
import { Devices } from './Devices.tsx'
import { Identities } from './Identities.tsx'
import { Passkeys } from './Passkeys.tsx'

export function AccountPage() {
  const [me, again] = useAnswer(server.me)
  switch (me.is) {
    case 'waiting':
      return (
        <PlainPage title="My sign-in">
          <Skeleton waitingFor="Reading your sign-in" />
        </PlainPage>
      )
    case 'failed': {
      const { what, next } = explainFault(me.fault)
      return (
        <PlainPage title="My sign-in">
          <Empty icon="offline" title={what} level={1} actions={<Button onClick={again}>Try again</Button>}>
            {next}
          </Empty>
        </PlainPage>
      )
    }
    case 'here':
      return me.value.person === undefined ? (
        <Stranger me={me.value} onSignedIn={again} />
      ) : (
        <Account me={me.value} person={me.value.person} />
      )
    default:
      return me satisfies never
  }
}

function Stranger({ me, onSignedIn }: { readonly me: Me; readonly onSignedIn: () => void }) {
  return (
    <PlainPage title="My sign-in">
      <Empty
        icon="lock"
        title="Nobody is signed in in this browser"
        level={1}
        actions={
          <>
            <ComeBack providers={me.providers} back="/account" onSignedIn={onSignedIn} />
            <ButtonLink href="/">All negotiations</ButtonLink>
          </>
        }
      >
        {me.demo
          ? 'A seat of the demonstration belongs to its tab and is gone when the tab is closed. People who are invited by a link are signed in here.'
          : 'Open your invitation link, or ask whoever invited you for a new one.'}
      </Empty>
    </PlainPage>
  )
}

function Account({ me, person }: { readonly me: Me; readonly person: string }) {
  const [sessions, again] = useAnswer<readonly SignedIn[]>(server.sessions)
  const [fault, setFault] = useState<string>()
  return (
    <PlainPage title="My sign-in" narrow bar={<Person name={person} />}>
      <h1>My devices and sign-in</h1>
      <div className={styles.parts}>
        <Passkeys />
        <Identities providers={me.providers} />
        <Devices sessions={sessions} fault={fault} onFault={setFault} onChanged={again} />
      </div>
    </PlainPage>
  )
}
