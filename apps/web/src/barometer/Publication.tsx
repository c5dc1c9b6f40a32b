/** Whether anybody outside may see the barometer: who has agreed to it, and one's own party's say. */
import { isPublic, may, requiredParties, type Negotiation, type Speaker } from '@entente/agreement'
import { Button } from '../design/Button.tsx'
import { list } from '../design/status-words.ts'
import { whyNot } from '../refusal/explain.ts'
import { useAsk, useSay } from '../room/useRoom.ts'
import { partyName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import styles from './Barometer.module.css'

export function Publication({ negotiation, speaker }: { readonly negotiation: Negotiation; readonly speaker: Speaker | undefined }) {
  const ask = useAsk()
  const say = useSay()
  const barred = useBarred()
  const required = requiredParties(negotiation)
  const missing = required.filter((party) => !negotiation.publication.has(party))
  const own = speaker?.party.party
  const agreed = own !== undefined && negotiation.publication.has(own)
  const mayAgree = own !== undefined && speaker !== undefined && may(speaker, 'bind') && required.includes(own)
  const command = agreed ? 'publication.withhold' : 'publication.agree'
  return (
    <div className={styles.publication}>
      <p>
        {isPublic(negotiation)
          ? 'Public: all parties have agreed that anybody may see what is not for the parties only.'
          : negotiation.publication.size === 0
            ? 'For the table only. It becomes a public page once every party agrees to it.'
            : `Not public yet: ${list(missing.map((party) => partyName(negotiation, party)))} ${missing.length === 1 ? 'has' : 'have'} not agreed.`}
      </p>
      {mayAgree ? (
        <Button size="small" because={barred ?? whyNot(ask(command, {}), negotiation)} onClick={() => void say(command, {})}>
          {agreed ? 'Take back our agreement' : 'Agree to publish it'}
        </Button>
      ) : null}
    </div>
  )
}
