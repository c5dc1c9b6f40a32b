/** The sign-ins of organisations that are linked to one's person here. */
import { useState } from 'react'
import { server } from '../api/server.ts'
import type { Identity, Me } from '../api/shapes.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { dayWithYear } from '../design/moment.ts'
import { Panel } from '../design/Panel.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { explainFault } from '../refusal/explain-fault.ts'
import { goToOrganisation, whyTurnedBack } from '../sign-in/organisation.ts'
import styles from './Account.module.css'

export function Identities({ providers }: { readonly providers: Me['providers'] }) {
  const [identities, again] = useAnswer<readonly Identity[]>(server.identities)
  const [told, setTold] = useState(whyTurnedBack)
  const own = identities.is === 'here' ? identities.value : []
  if (providers.length === 0 && own.length === 0) return null

  async function unlink({ id }: Identity) {
    const outcome = await server.unlinkIdentity(id)
    setTold(outcome.ok ? undefined : explainFault(outcome.fault).what)
    again()
  }

  return (
    <Panel
      flush
      title="Your organisation’s sign-in"
      actions={providers.map(({ id, name }) => (
        <Button key={id} size="small" icon="link" onClick={() => void goToOrganisation(id, 'link', '/account').then(setTold)}>
          Link {name}
        </Button>
      ))}
    >
      {told ? (
        <div className={styles.fault}>
          <Banner role="alert">{told}</Banner>
        </div>
      ) : null}
      <ul>
        {own.map((identity) => (
          <li key={identity.id} className={styles.row}>
            <div>
              <b>{identity.name}</b>
              <small>
                {identity.email === undefined ? '' : `${identity.email}, `}linked {dayWithYear(identity.since)}
              </small>
            </div>
            <Button size="small" onClick={() => void unlink(identity)}>
              Unlink<VisuallyHidden> {identity.name}</VisuallyHidden>
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles.note}>
        A linked sign-in brings you back as yourself. It gives no seat: seats are taken by invitation, and some invitations ask for an
        address that your organisation vouches for.
      </p>
    </Panel>
  )
}
