/**
 * Joining by a link. Before anything is sent it says for whom, as what, what the seat may do, what stays private and that the record names
 * the person; then it asks for a name and nothing else.
 *
 * The token is in the fragment of the address, so no server, proxy or referrer ever sees it in an address; it leaves the address as soon as
 * it has been read.
 */
import { useEffect, useState } from 'react'
import { server } from '../api/server.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { PlainPage } from '../app/PlainPage.tsx'
import { Button } from '../design/Button.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { Empty } from '../design/Empty.tsx'
import { Skeleton } from '../design/Skeleton.tsx'
import { keptInvitation } from '../sign-in/organisation.ts'
import { explainFault } from '../refusal/explain-fault.ts'
import { JoinForm } from './JoinForm.tsx'
import { WhatYouJoin } from './WhatYouJoin.tsx'
import styles from './JoinPage.module.css'

export function JoinPage() {
  const [token] = useState(() => location.hash.slice(1) || (keptInvitation() ?? ''))
  const [look] = useState(() => () => server.lookAtInvitation(token))
  const [invitation, lookAgain] = useAnswer(look)
  const [known, askAgain] = useAnswer(server.me)
  const me = known.is === 'here' ? known.value : undefined
  const again = () => {
    askAgain()
    lookAgain()
  }

  useEffect(() => {
    history.replaceState(history.state, '', location.pathname + location.search)
  }, [])

  switch (invitation.is) {
    case 'waiting':
      return (
        <PlainPage title="Join">
          <Skeleton waitingFor="Reading the invitation" />
        </PlainPage>
      )
    case 'failed': {
      const { what, next } = explainFault(invitation.fault)
      return (
        <PlainPage title="Join">
          <Empty
            icon={invitation.fault.kind === 'unreachable' ? 'offline' : 'link'}
            title={what}
            level={1}
            actions={
              <>
                {invitation.fault.kind === 'unreachable' ? <Button onClick={again}>Try again</Button> : null}
                <ButtonLink href="/">All negotiations</ButtonLink>
              </>
            }
          >
            {next}
          </Empty>
        </PlainPage>
      )
    }
    case 'here':
      return (
        <PlainPage title="Join" narrow>
          <div className={styles.panel}>
            <WhatYouJoin invitation={invitation.value} />
            <JoinForm
              key={me?.person}
              invitation={invitation.value}
              token={token}
              signedInAs={me?.demo === false ? me.person : undefined}
              providers={me?.providers ?? []}
              onSignedOut={again}
            />
          </div>
        </PlainPage>
      )
    default:
      return invitation satisfies never
  }
}
