/** What is negotiated, and which round it is. */
import { useView } from '../table/useView.ts'
import styles from './NegotiationTitle.module.css'

export function NegotiationTitle() {
  const cover = useView(({ negotiation }) => negotiation.opened?.cover)
  const round = useView(({ negotiation }) => negotiation.rounds.at(-1))
  return (
    <div className={styles.title} data-title>
      <b title={cover?.title}>{cover?.shortTitle ?? ' '}</b>
      <span>
        {round === undefined
          ? 'No round opened yet'
          : `Round ${round.round} · ${round.label}${round.closed === undefined ? '' : ', closed'}`}
      </span>
    </div>
  )
}
