/** The answer of a delegation that is called. Only a seat that binds the party answers; the others of the delegation see who does. */
import { may, toBeCalled, type Negotiation, type RollCall, type Speaker, type Stance } from '@entente/agreement'
import { useState, type FormEvent } from 'react'
import { Button } from '../design/Button.tsx'
import { TextArea } from '../design/Field.tsx'
import { shapeOfStance } from '../design/shape.ts'
import { Refused } from '../design/Refused.tsx'
import { complaint, whyNot } from '../refusal/explain.ts'
import { useAsk, useRoom, useSay } from '../room/useRoom.ts'
import { useBarred } from '../table/useBarred.ts'
import { calledOn } from './called-on.ts'
import styles from './Proceedings.module.css'

type Answer = Extract<Stance['stance'], 'accepts' | 'accepts-ad-referendum' | 'reserves' | 'objects' | 'stands-aside'>

const answers: readonly { readonly stance: Answer; readonly words: string }[] = [
  { stance: 'accepts', words: 'We accept' },
  { stance: 'accepts-ad-referendum', words: 'We accept ad referendum' },
  { stance: 'reserves', words: 'We reserve' },
  { stance: 'objects', words: 'We object' },
  { stance: 'stands-aside', words: 'We stand aside' },
]

type AnswerProps = { readonly call: RollCall; readonly negotiation: Negotiation; readonly speaker: Speaker }

export function AnswerRollCall({ call, negotiation, speaker }: AnswerProps) {
  const own = speaker.party.party
  const [called] = toBeCalled(call)
  if (called !== own) return null
  if (!may(speaker, 'bind')) {
    return <p className={styles.called}>Your delegation is called. Its head answers, or whoever the head has empowered.</p>
  }
  return <Answering {...{ call, negotiation, speaker }} />
}

function Answering({ call, negotiation, speaker }: AnswerProps) {
  const ask = useAsk()
  const say = useSay()
  const room = useRoom()
  const barred = useBarred()
  const [note, setNote] = useState('')
  const [fault, setFault] = useState<string | undefined>(undefined)
  const { rollCall } = call
  const positionOf = (stance: Answer): Stance =>
    stance === 'objects' ? { stance, reason: note.trim() } : { stance, ...(note.trim() !== '' && { note: note.trim() }) }

  async function send(name: 'roll-call.answer' | 'roll-call.pass', input: unknown) {
    const answer = await say(name, input, { quietly: true })
    setFault(answer.ok ? undefined : complaint(answer.refusal, room.view().negotiation))
  }

  return (
    <form className={styles.called} aria-label="Answer the roll call" onSubmit={(event: FormEvent) => event.preventDefault()}>
      <p>
        <b>{speaker.party.shortName} is called.</b> What does your delegation say to {calledOn(call.on, negotiation)}, as it reads now?
      </p>
      <TextArea
        label="Explanation"
        optional
        rows={2}
        value={note}
        onChange={({ target }) => setNote(target.value)}
        hint={
          call.on.length === 1
            ? 'The answer is your position on the clause, and everybody reads it.'
            : 'Accepting and standing aside speak of every clause. Reserving and objecting are said of the whole; your positions on clauses stay as they are.'
        }
      />
      {fault === undefined ? null : <Refused>{fault}</Refused>}
      <div className={styles.actions}>
        {answers.map(({ stance, words }) => {
          const input = { rollCall, position: positionOf(stance) }
          return (
            <Button
              key={stance}
              shape={shapeOfStance({ stance })}
              because={barred ?? whyNot(ask('roll-call.answer', input), negotiation)}
              onClick={() => void send('roll-call.answer', input)}
            >
              {words}
            </Button>
          )
        })}
        <Button because={barred} onClick={() => void send('roll-call.pass', { rollCall, party: speaker.party.party })}>
          We pass
        </Button>
      </div>
      <p className={styles.quiet}>Enters the record as {speaker.seat.name}.</p>
    </form>
  )
}
