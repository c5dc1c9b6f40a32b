/**
 * Stating and withdrawing positions from a clause.
 *
 * Every statement names the wording on the screen when it was made, and waits five seconds on this device, in which it can be taken
 * back. If the words have changed by then it is refused, and says so beside the clause; what was filled in a form is kept for another
 * try.
 */
import type { Reading, Stance } from '@entente/agreement'
import type { Answer } from '@entente/sync/client'
import { useCallback, useEffect, useRef, type RefObject } from 'react'
import { announce } from '../design/Announcer.tsx'
import { shapeOfStance } from '../design/shape.ts'
import { undoable } from '../design/Toast.tsx'
import { useSay } from '../room/useRoom.ts'
import type { ClauseView } from '../clause/useClause.ts'
import { clauseName } from '../table/naming.ts'
import { useAttentionStore } from '../table/useAttention.ts'
import { mustReadAgain, type Shown } from './read-again.ts'

export type Statements = {
  /** Accepts the words shown, after the time to take it back; asks to read them again when they just changed. */
  readonly accept: () => void
  /** Accepts the words shown at once: what the second reading asked for. */
  readonly acceptNow: () => Promise<Answer>
  /**
   * States a position on the words shown, after the time to take it back; asks to read them again when they just changed. `recorded` is
   * called once it is on record.
   */
  readonly state: (position: Stance, recorded: () => void) => void
  readonly withdraw: () => void
}

export function useStatements({ clause: { clause }, negotiation, speaker }: ClauseView, shown: RefObject<Shown | undefined>): Statements {
  const say = useSay()
  const attention = useAttentionStore()
  const takeBack = useRef<(() => void) | undefined>(undefined)
  const party = speaker?.party.shortName ?? ''
  const name = clauseName(negotiation, clause)

  // A statement that is still waiting is not made by somebody who has left.
  useEffect(() => {
    const forget = () => takeBack.current?.()
    addEventListener('pagehide', forget)
    return () => removeEventListener('pagehide', forget)
  }, [])

  const take = useCallback(
    async (position: Stance, reading: Reading): Promise<Answer> => {
      const answer = await say('position.take', { clause, on: reading.fingerprint, position }, { quietly: true })
      const { clause: inHand, panel } = attention.get()
      const asking = panel?.is === 'refused' || panel?.is === 'read-again'
      if (!answer.ok) attention.open(clause, { is: 'refused', stance: position.stance, refusal: answer.refusal, seen: reading.wording })
      else if (asking && inHand === clause) attention.close()
      return answer
    },
    [say, clause, attention],
  )

  /** The words shown, unless they must be read again: then that is asked for. */
  const read = useCallback(
    (stance: Stance['stance']): Reading | undefined => {
      const now = shown.current
      if (now === undefined || !mustReadAgain(now, performance.now())) return now?.reading
      attention.open(clause, { is: 'read-again', stance, seen: now.before?.wording })
      announce(`The words of ${name} changed a moment ago. Read them before you state a position.`)
      return undefined
    },
    [shown, attention, clause, name],
  )

  const state = useCallback(
    (position: Stance, recorded: () => void) => {
      const reading = read(position.stance)
      if (reading === undefined) return
      takeBack.current?.()
      attention.close()
      takeBack.current = undoable(statementHeading(position, party, name), {
        shape: shapeOfStance(position),
        done() {
          takeBack.current = undefined
          void take(position, reading).then((answer) => answer.ok && recorded())
        },
        undone() {
          takeBack.current = undefined
        },
      })
    },
    [read, take, attention, party, name],
  )

  const accept = useCallback(() => {
    if (takeBack.current === undefined) state({ stance: 'accepts' }, () => undefined)
  }, [state])

  const acceptNow = useCallback(async (): Promise<Answer> => {
    const reading = shown.current?.reading
    if (reading === undefined) throw new Error('A position was stated on a clause that is not shown')
    return take({ stance: 'accepts' }, reading)
  }, [shown, take])

  const withdraw = useCallback(() => {
    undoable(`${party} withdraws its position on ${name}`, { shape: 'none', done: () => void say('position.withdraw', { clause }) })
  }, [say, clause, party, name])

  return { accept, acceptNow, state, withdraw }
}

/** The heading of what a party says: "Kestria reserves its position on clause 2". */
export function statementHeading({ stance }: Pick<Stance, 'stance'>, party: string, name: string): string {
  switch (stance) {
    case 'accepts':
      return `${party} accepts ${name}`
    case 'accepts-ad-referendum':
      return `${party} accepts ${name} ad referendum`
    case 'accepts-with-reservation':
      return `${party} accepts ${name} with a reservation`
    case 'accepts-if':
      return `${party} accepts ${name} if`
    case 'reserves':
      return `${party} reserves its position on ${name}`
    case 'objects':
      return `${party} objects to ${name}`
    case 'stands-aside':
      return `${party} stands aside on ${name}`
    default:
      return stance satisfies never
  }
}
