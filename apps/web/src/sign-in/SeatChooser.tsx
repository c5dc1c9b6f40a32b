/** When nobody speaks in this tab: the seats of a demonstration to choose from, or the way to an invitation. */
import type { NegotiationId } from '@entente/agreement'
import { server } from '../api/server.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { PlainPage } from '../app/PlainPage.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { Button } from '../design/Button.tsx'
import { Empty } from '../design/Empty.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import type { FaultSentence } from '../refusal/explain-fault.ts'
import { ComeBack } from './ComeBack.tsx'
import { partiesInOrder } from './demo-parties.ts'
import { useSitDown } from './sit-down.ts'

export function SeatChooser({ negotiation, why }: { readonly negotiation: NegotiationId; readonly why: FaultSentence }) {
  const [demo] = useAnswer(server.demo)
  const [me] = useAnswer(server.me)
  const providers = me.is === 'here' ? me.value.providers : []
  const sitDown = useSitDown()
  const offered = demo.is === 'here' ? demo.value.negotiations.find(({ id }) => id === negotiation) : undefined
  return (
    <PlainPage title="Choose your seat">
      <Empty
        icon={offered === undefined ? 'lock' : 'person'}
        title={offered === undefined ? 'You have no seat at this table' : `Choose your seat: ${offered.shortTitle}`}
        level={1}
        actions={
          <>
            {offered === undefined
              ? null
              : partiesInOrder(offered).map(({ order, seats: [first] }) => (
                  <Button key={first.seat} onClick={() => sitDown(first.seat)}>
                    <PartyCode party={first.party.party} look={{ name: first.party.shortName, order }} filled />
                    Sit down as {first.party.shortName}
                  </Button>
                ))}
            {offered === undefined ? <ComeBack providers={providers} onSignedIn={() => location.reload()} /> : null}
            <ButtonLink href="/">All negotiations</ButtonLink>
          </>
        }
      >
        {offered === undefined
          ? `${why.what} ${why.next}`
          : 'Nobody speaks in this tab yet. Another tab can take another seat at the same time.'}
      </Empty>
    </PlainPage>
  )
}
