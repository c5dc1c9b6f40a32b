/** The speakers' list: who has the floor, who waits, and the way onto the list and off it. */
import type { FloorRequest, Negotiation, Speaker } from '@entente/agreement'
import { useState } from 'react'
import { Button } from '../design/Button.tsx'
import { Checkbox } from '../design/Checkbox.tsx'
import { Select, TextField } from '../design/Field.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { whyNot } from '../refusal/explain.ts'
import { useAsk, useSay } from '../room/useRoom.ts'
import { partyName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import styles from './Proceedings.module.css'
import { timeLeft } from './time-left.ts'
import { useSecondsLeft } from './useSecondsLeft.ts'

type FloorPartProps = { readonly negotiation: Negotiation; readonly speaker: Speaker; readonly presides: boolean }

export function FloorPart({ negotiation, speaker, presides }: FloorPartProps) {
  const { floor } = negotiation
  const own = floor.list.some(({ party }) => party === speaker.party.party)
  return (
    <section className={styles.part} aria-labelledby="part-floor">
      <h3 id="part-floor">Speakers</h3>
      <Speaking {...{ negotiation, speaker, presides }} />
      {floor.list.length === 0 ? (
        <p className={styles.quiet}>Nobody waits for the floor{floor.closed === undefined ? '' : '; the list is closed'}.</p>
      ) : (
        <ol className={styles.speakers}>
          {floor.list.map((request) => (
            <Waiting key={request.party} {...{ request, negotiation, presides }} />
          ))}
        </ol>
      )}
      {floor.closed === undefined || floor.list.length === 0 ? null : <p className={styles.quiet}>The list is closed.</p>}
      {presides ? <Conduct negotiation={negotiation} /> : own ? <ComeOff /> : <Ask negotiation={negotiation} />}
    </section>
  )
}

function Speaking({ negotiation, speaker, presides }: FloorPartProps) {
  const say = useSay()
  const barred = useBarred()
  const left = useSecondsLeft()
  const { speaking } = negotiation.floor
  if (speaking === undefined) return null
  return (
    <p className={styles.speaking}>
      <PartyCode party={speaking.party} filled />
      <b>{partyName(negotiation, speaking.party)}</b> has the floor
      {left === undefined ? null : (
        <span className={styles.clock} data-over={left < 0 || undefined} role="timer">
          {timeLeft(left)}
        </span>
      )}
      {presides || speaking.party === speaker.party.party ? (
        <Button size="small" because={barred} onClick={() => void say('floor.end', {})}>
          End the speech
        </Button>
      ) : null}
    </p>
  )
}

type WaitingProps = { readonly request: FloorRequest; readonly negotiation: Negotiation; readonly presides: boolean }

function Waiting({ request, negotiation, presides }: WaitingProps) {
  const say = useSay()
  const barred = useBarred()
  const name = partyName(negotiation, request.party)
  return (
    <li>
      <PartyCode party={request.party} />
      <span>
        {name}
        {request.pointOfOrder ? <b> · point of order</b> : null}
        {request.subject === undefined ? null : <small>{request.subject}</small>}
      </span>
      {presides ? (
        <Button
          size="small"
          because={barred}
          aria-label={`Give ${name} the floor`}
          onClick={() => void say('floor.give', { party: request.party })}
        >
          Give the floor
        </Button>
      ) : null}
    </li>
  )
}

function ComeOff() {
  const say = useSay()
  const barred = useBarred()
  return (
    <p className={styles.actions}>
      <Button because={barred} onClick={() => void say('floor.withdraw', {})}>
        Come off the list
      </Button>
    </p>
  )
}

function Ask({ negotiation }: { readonly negotiation: Negotiation }) {
  const ask = useAsk()
  const say = useSay()
  const barred = useBarred()
  const [subject, setSubject] = useState('')
  const [pointOfOrder, setPointOfOrder] = useState(false)
  const input = { ...(subject.trim() !== '' && { subject: subject.trim() }), ...(pointOfOrder && { pointOfOrder }) }
  const because = barred ?? whyNot(ask('floor.ask', input), negotiation)

  async function send() {
    const answer = await say('floor.ask', input)
    if (!answer.ok) return
    setSubject('')
    setPointOfOrder(false)
  }

  return (
    <form
      className={styles.ask}
      onSubmit={(event) => {
        event.preventDefault()
        if (because === undefined) void send()
      }}
    >
      <TextField label="To speak about" optional value={subject} maxLength={200} onChange={({ target }) => setSubject(target.value)} />
      <Checkbox label="Point of order" checked={pointOfOrder} onChange={({ target }) => setPointOfOrder(target.checked)} />
      <Button type="submit" look="primary" because={because}>
        Ask for the floor
      </Button>
    </form>
  )
}

const limits = [1, 2, 3, 5, 7, 10, 15, 20, 30]

function Conduct({ negotiation }: { readonly negotiation: Negotiation }) {
  const say = useSay()
  const barred = useBarred()
  const { floor, parties } = negotiation
  const [next] = floor.list
  const others = [...parties.values()].filter(
    ({ party, kind }) => kind !== 'chair' && party !== floor.speaking?.party && !floor.list.some((request) => request.party === party),
  )
  return (
    <>
      <div className={styles.two}>
        <Select
          label="Time for each speech"
          value={floor.minutes ?? ''}
          disabled={barred !== undefined}
          onChange={({ target }) => void say('floor.limit', target.value === '' ? {} : { minutes: Number(target.value) })}
        >
          <option value="">No limit</option>
          {[...new Set([...limits, ...(floor.minutes === undefined ? [] : [floor.minutes])])]
            .toSorted((a, b) => a - b)
            .map((minutes) => (
              <option key={minutes} value={minutes}>
                {minutes === 1 ? '1 minute' : `${minutes} minutes`}
              </option>
            ))}
        </Select>
        <Select
          label="Give the floor to somebody not on the list"
          value=""
          disabled={barred !== undefined}
          onChange={({ target }) => target.value !== '' && void say('floor.give', { party: target.value })}
        >
          <option value="">Choose…</option>
          {others.map(({ party, shortName }) => (
            <option key={party} value={party}>
              {shortName}
            </option>
          ))}
        </Select>
      </div>
      <p className={styles.actions}>
        {next === undefined ? null : (
          <Button look="primary" because={barred} onClick={() => void say('floor.give', { party: next.party })}>
            Next speaker: {partyName(negotiation, next.party)}
          </Button>
        )}
        <Button because={barred} onClick={() => void say(floor.closed === undefined ? 'floor.close-list' : 'floor.open-list', {})}>
          {floor.closed === undefined ? 'Close the list' : 'Open the list'}
        </Button>
      </p>
    </>
  )
}
