/**
 * The demonstration: every side of the sample negotiations, each opened in a tab of its own. Nothing to fill in.
 */
import { server } from '../api/server.ts'
import type { DemoNegotiation } from '../api/shapes.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { Button } from '../design/Button.tsx'
import { Kbd } from '../design/Kbd.tsx'
import { Skeleton } from '../design/Skeleton.tsx'
import { partiesInOrder, type DemoParty } from '../sign-in/demo-parties.ts'
import { Banner } from '../design/Banner.tsx'
import { explainFault } from '../refusal/explain-fault.ts'
import styles from './DemoPanel.module.css'
import { OpenAs } from './OpenAs.tsx'
import { OtherSeats } from './OtherSeats.tsx'

export function DemoPanel() {
  const [demo, again] = useAnswer(server.demo)
  return (
    <section className={styles.panel} aria-labelledby="demo-heading">
      <div className={styles.intro}>
        <p className={styles.kicker}>Demonstration, ready to open</p>
        <h2 id="demo-heading">Sit on every side of a joint communiqué</h2>
        <p className={styles.lede}>
          Open it in two windows as two delegations. Edit a clause in one and watch consent lapse in the other.{' '}
          {isThisComputer() ? 'Nothing leaves this computer. ' : ''}
          All States, people and events are invented.
        </p>
      </div>
      <ol className={styles.tries}>
        <li>
          <b>Take a position.</b> Select a clause and press <Kbd>A</Kbd> to accept it, or <Kbd>I</Kbd> to accept it if another clause is
          agreed.
        </li>
        <li>
          <b>Change the text.</b> Type in the same clause from the other window. Every consent given to the old wording lapses, visibly.
          Undo, and it is restored.
        </li>
        <li>
          <b>See what blocks agreement.</b> Positions shows every clause and party at a glance; the record says who did what, entry by
          entry.
        </li>
      </ol>
      <div className={styles.samples}>
        {demo.is === 'waiting' ? <Skeleton waitingFor="Loading the demonstration" /> : null}
        {demo.is === 'failed' ? (
          <Banner actions={<Button onClick={again}>Try again</Button>}>{explainFault(demo.fault).what}</Banner>
        ) : null}
        {demo.is === 'here' ? demo.value.negotiations.map((negotiation) => <Sides key={negotiation.id} negotiation={negotiation} />) : null}
      </div>
    </section>
  )
}

function Sides({ negotiation }: { readonly negotiation: DemoNegotiation }) {
  const parties = partiesInOrder(negotiation)
  return (
    <div className={styles.sides}>
      <h3>{negotiation.shortTitle}</h3>
      <p>{negotiation.title}</p>
      <div className={styles.as}>
        {parties.filter(speaks).map(({ order, seats: [first] }) => (
          <OpenAs key={first.seat} negotiation={negotiation.id} seat={first} order={order} />
        ))}
        <OtherSeats negotiation={negotiation.id} parties={parties} />
      </div>
    </div>
  )
}

/** Those who make the text; observers, monitors and interpreters are among the other seats. */
function speaks({ seats: [{ party }] }: DemoParty): boolean {
  return party.kind === 'delegation' || party.kind === 'chair'
}

function isThisComputer(): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname)
}
