/** Choosing a version of the text: now, the end of a round, or a day and time. */
import { useState } from 'react'
import { Select, TextField } from '../design/Field.tsx'
import { useView } from '../table/useView.ts'
import styles from './Compare.module.css'
import { fieldOf, momentIn, pointWords, roundsClosed, samePoint, type Point } from './points.ts'

type PointChoiceProps = {
  readonly label: string
  /** Undefined: with nothing. */
  readonly point: Point | undefined
  /** It may be nothing. */
  readonly alone?: boolean
  readonly onChoose: (point: Point | undefined) => void
}

export function PointChoice({ label, point, alone, onChoose }: PointChoiceProps) {
  const negotiation = useView((view) => view.negotiation)
  const latest = useView((view) => view.now)
  const [field, setField] = useState(() => fieldOf(point !== undefined && point.is !== 'now' ? point.at : latest()))
  const points: readonly Point[] = [{ is: 'now' }, ...roundsClosed(negotiation)]
  const at = points.findIndex((one) => point !== undefined && samePoint(one, point))
  const value = point === undefined ? 'nothing' : point.is === 'moment' ? 'moment' : String(at)

  function choose(chosen: string) {
    if (chosen === 'nothing') return onChoose(undefined)
    if (chosen !== 'moment') return onChoose(points[Number(chosen)])
    const moment = momentIn(field)
    if (moment !== undefined) onChoose({ is: 'moment', at: moment })
  }

  return (
    <div className={styles.point}>
      <Select label={label} value={value} onChange={({ target }) => choose(target.value)}>
        {alone ? <option value="nothing">Nothing: one version by itself</option> : null}
        {points.map((one, index) => (
          <option key={pointWords(one)} value={index}>
            {pointWords(one)}
          </option>
        ))}
        <option value="moment">As of a moment…</option>
      </Select>
      {point?.is === 'moment' ? (
        <TextField
          label="Day and time (UTC)"
          type="datetime-local"
          value={field}
          max={fieldOf(latest())}
          fault={momentIn(field) === undefined ? 'Give a day and a time' : undefined}
          onChange={({ target }) => {
            setField(target.value)
            const moment = momentIn(target.value)
            if (moment !== undefined) onChoose({ is: 'moment', at: moment })
          }}
        />
      ) : null}
    </div>
  )
}
