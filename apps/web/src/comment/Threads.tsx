/** The threads of the clause in hand: the open ones, then the resolved ones behind one press. */
import type { ClauseId, Negotiation, Speaker, Thread } from '@entente/agreement'
import styles from './Threads.module.css'
import { ThreadCard } from './ThreadCard.tsx'

type ThreadsProps = {
  readonly clause: ClauseId
  readonly threads: readonly Thread[]
  readonly bare: string
  readonly negotiation: Negotiation
  readonly speaker: Speaker | undefined
}

export function Threads({ clause, threads, bare, negotiation, speaker }: ThreadsProps) {
  const card = (thread: Thread) => <ThreadCard key={`${clause} ${thread.thread}`} {...{ thread, bare, negotiation, speaker }} />
  const open = threads.filter(({ state }) => state.is === 'open')
  const resolved = threads.filter(({ state }) => state.is === 'resolved')
  return (
    <>
      {open.map(card)}
      {resolved.length === 0 ? null : (
        <details className={styles.resolved}>
          <summary>
            {resolved.length} resolved {resolved.length === 1 ? 'discussion' : 'discussions'}
          </summary>
          {resolved.map(card)}
        </details>
      )}
    </>
  )
}
