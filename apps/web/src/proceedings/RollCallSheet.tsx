/** The sheet of a roll call, which fills as delegations answer: in the order of calling, with who is called now. */
import { toBeCalled, type Negotiation, type PartyId, type RollCall } from '@entente/agreement'
import { Glyph } from '../design/Glyph.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { shapeOfStance, toneOf, type Shape } from '../design/shape.ts'
import { wordOfStance } from '../design/status-words.ts'
import { positionWords } from '../record/tell-position.ts'
import { namingOf, partyName } from '../table/naming.ts'
import styles from './Proceedings.module.css'

type RollCallSheetProps = { readonly call: RollCall; readonly negotiation: Negotiation }

export function RollCallSheet({ call, negotiation }: RollCallSheetProps) {
  return (
    <table className={styles.sheet}>
      <thead>
        <tr>
          <th scope="col">Delegation</th>
          <th scope="col">Answer</th>
        </tr>
      </thead>
      <tbody>
        {call.order.map((party) => (
          <Line key={party} {...{ call, negotiation, party }} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ call, negotiation, party }: RollCallSheetProps & { readonly party: PartyId }) {
  const { words, shape, more, now } = lineOf(call, negotiation, party)
  return (
    <tr data-party={party} {...(now && { 'aria-current': 'step' as const })}>
      <th scope="row">
        <PartyCode party={party} filled={now} /> {partyName(negotiation, party)}
      </th>
      <td data-tone={toneOf(shape)}>
        <span className={styles.answer}>
          <Glyph shape={shape} beside />
          {words}
        </span>
        {more === undefined ? null : <small>{more}</small>}
      </td>
    </tr>
  )
}

type Words = { readonly words: string; readonly shape: Shape; readonly more?: string | undefined; readonly now: boolean }

function lineOf(call: RollCall, negotiation: Negotiation, party: PartyId): Words {
  const answer = call.answers.get(party)
  if (answer !== undefined)
    return {
      words: wordOfStance(answer.position, namingOf(negotiation)),
      shape: shapeOfStance(answer.position),
      more: positionWords(answer.position),
      now: false,
    }
  const passed = call.passed.includes(party)
  if (call.closed !== undefined) return { words: 'No answer', shape: 'none', now: false }
  if (toBeCalled(call)[0] === party) return { words: passed ? 'Called again' : 'Called now', shape: 'silence', now: true }
  if (!toBeCalled(call).includes(party)) return { words: 'No answer', shape: 'none', now: false }
  return { words: passed ? 'Passed, called again later' : 'To be called', shape: 'none', now: false }
}
