/**
 * The first page: the demonstration, ready to open from every side, then one's own negotiations, then an honest line about the server.
 */
import { server } from '../api/server.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { PlainPage } from '../app/PlainPage.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { DemoPanel } from './DemoPanel.tsx'
import { NegotiationList } from './NegotiationList.tsx'
import { Person } from './Person.tsx'
import { ServerFooter } from './ServerFooter.tsx'
import styles from './StartPage.module.css'

export function StartPage() {
  const [me] = useAnswer(server.me)
  const person = me.is === 'here' ? me.value : undefined
  return (
    <PlainPage title="Negotiations" bar={person?.person === undefined ? undefined : <Person name={person.person} />}>
      <div className={styles.head}>
        <h1>Negotiations</h1>
        {person?.mayOpen ? (
          <ButtonLink href="/new" look="primary" size="large" icon="plus">
            New negotiation
          </ButtonLink>
        ) : null}
      </div>
      {person?.demo ? <DemoPanel /> : null}
      <NegotiationList me={person} />
      <ServerFooter />
    </PlainPage>
  )
}
