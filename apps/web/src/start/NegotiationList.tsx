/** One's own negotiations: how far each has come, and what waits for one's delegation. */
import { useState } from 'react'
import { server } from '../api/server.ts'
import type { Me, NegotiationSummary } from '../api/shapes.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { Empty } from '../design/Empty.tsx'
import { TextField } from '../design/Field.tsx'
import { Panel } from '../design/Panel.tsx'
import { Skeleton } from '../design/Skeleton.tsx'
import { explainFault } from '../refusal/explain-fault.ts'
import { ComeBack } from '../sign-in/ComeBack.tsx'
import styles from './NegotiationList.module.css'
import { NegotiationRow } from './NegotiationRow.tsx'

/** With fewer there is nothing to look for. */
const FILTER_FROM = 5

export function NegotiationList({ me }: { readonly me: Me | undefined }) {
  const [answer, again] = useAnswer(server.negotiations)
  const [wanted, setWanted] = useState('')

  switch (answer.is) {
    case 'waiting':
      return <Skeleton waitingFor="Loading your negotiations" />
    case 'failed': {
      const { what, next } = explainFault(answer.fault)
      return (
        <Banner role="alert" icon="offline" actions={<Button onClick={again}>Try again</Button>}>
          <b>{what}</b> {next}
        </Banner>
      )
    }
    case 'here': {
      const all = answer.value.toSorted((a, b) => b.lastEntryAt.localeCompare(a.lastEntryAt))
      const shown = all.filter((negotiation) => matches(negotiation, wanted))
      return (
        <Panel
          title="Your negotiations"
          flush
          actions={
            all.length >= FILTER_FROM ? (
              <div className={styles.filter}>
                <TextField
                  label="Filter by title or party"
                  hideLabel
                  placeholder="Filter"
                  type="search"
                  value={wanted}
                  onChange={(event) => setWanted(event.target.value)}
                />
              </div>
            ) : undefined
          }
        >
          {all.length === 0 ? (
            <Nothing me={me} />
          ) : (
            <ul>
              {shown.map((negotiation) => (
                <NegotiationRow key={negotiation.id} negotiation={negotiation} />
              ))}
              {shown.length === 0 ? <li className={styles.none}>No negotiation matches “{wanted}”.</li> : null}
            </ul>
          )}
        </Panel>
      )
    }
    default:
      return answer satisfies never
  }
}

function Nothing({ me }: { readonly me: Me | undefined }) {
  return (
    <Empty
      icon="document"
      title="No negotiations of your own yet"
      level={3}
      actions={
        <>
          {me?.mayOpen ? (
            <ButtonLink href="/new" look="primary" icon="plus">
              New negotiation
            </ButtonLink>
          ) : null}
          {me === undefined || me.person !== undefined ? null : <ComeBack providers={me.providers} onSignedIn={() => location.reload()} />}
        </>
      }
    >
      {me?.mayOpen ? 'Open one and send each delegation its link. ' : ''}
      If you were invited, open the link you were sent: it brings you straight to the table.
    </Empty>
  )
}

function matches({ title, parties }: NegotiationSummary, wanted: string): boolean {
  const needle = wanted.trim().toLocaleLowerCase()
  return [title, ...parties.flatMap(({ party, shortName }) => [party, shortName])].some((words) =>
    words.toLocaleLowerCase().includes(needle),
  )
}
