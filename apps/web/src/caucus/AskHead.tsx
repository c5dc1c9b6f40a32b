/**
 * For a seat that cannot bind its party: asks the head to say something of a clause. The request waits in the caucus; nothing of it is said at
 * the table, and nobody else learns of it.
 */
import { askState, may, type Stance } from '@entente/agreement'
import type { ClauseView } from '../clause/useClause.ts'
import { Menu, MenuItem } from '../design/Menu.tsx'
import { complain, notify } from '../design/Toast.tsx'
import { Tag } from '../design/Tag.tsx'
import { complaint } from '../refusal/explain.ts'
import { useOwnCaucus, usePartOf } from '../room/private-room.tsx'
import { clauseName } from '../table/naming.ts'
import { whyNoStatements } from '../table/connection-words.ts'

const positions: readonly { readonly words: string; readonly position: Stance }[] = [
  { words: 'Ask to accept', position: { stance: 'accepts' } },
  { words: 'Ask to accept ad referendum', position: { stance: 'accepts-ad-referendum' } },
  { words: 'Ask to reserve', position: { stance: 'reserves' } },
  { words: 'Ask to object', position: { stance: 'objects', reason: '' } },
  { words: 'Ask to stand aside', position: { stance: 'stands-aside' } },
]

export function AskHead({ view }: { readonly view: ClauseView }) {
  const { clause, negotiation, reading, speaker } = view
  const caucus = useOwnCaucus()
  const asks = usePartOf(caucus, (room) => room.negotiation.asks)
  const barred = usePartOf(caucus, whyNoStatements)
  if (caucus === undefined || speaker === undefined || may(speaker, 'bind') || !may(speaker, 'draft')) return null
  const { negotiation: seen, readings } = caucus.view()
  const waits = [...(asks?.values() ?? [])].some((ask) => ask.clause === clause.clause && askState(seen, readings, ask) === 'waits')

  async function ask(position: Stance) {
    if (caucus === undefined) return
    const answer = await caucus.submit('acceptance.ask', { clause: clause.clause, on: reading.fingerprint, position })
    if (answer.ok) notify('Your head of delegation has been asked. The request waits in your caucus.')
    else complain(complaint(answer.refusal, caucus.view().negotiation))
  }

  return (
    <>
      <Menu
        icon="lock"
        opener="Ask the head…"
        title={`Ask your head of delegation for a position on ${clauseName(negotiation, clause.clause)}. Only your delegation sees it.`}
        {...(barred !== undefined && { because: barred })}
      >
        {positions.map(({ words, position }) => (
          <MenuItem key={position.stance} onClick={() => void ask(position)}>
            {words}
          </MenuItem>
        ))}
      </Menu>
      {waits ? <Tag icon="lock">Asked, waits for the head</Tag> : null}
    </>
  )
}
