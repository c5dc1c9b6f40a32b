/**
 * How this page stands to the server, in a few persistent words with a mark of its own shape. Never a modal. Only a change for better or worse
 * is announced, not every saved word.
 */
import { useEffect, useRef, useState } from 'react'
import { announce } from '../design/Announcer.tsx'
import { connectionWords, type ConnectionWords } from '../table/connection-words.ts'
import { useView } from '../table/useView.ts'
import styles from './ConnectionStatus.module.css'

export function ConnectionStatus({ short }: { readonly short?: boolean }) {
  const { words, mood, meaning } = useCalm(useView(connectionWords, same))

  const before = useRef(mood)
  useEffect(() => {
    const was = before.current
    before.current = mood
    const troubled = mood === 'away' || mood === 'ended'
    if (troubled && was !== mood) announce(meaning)
    if (mood === 'well' && was === 'away') announce('Connected again.')
  }, [mood, meaning])

  return (
    <span className={styles.status} data-mood={mood} title={meaning}>
      {short ? <span className={styles.short}>{words.split(',')[0]}</span> : null}
      <span className={short ? styles.long : undefined}>{words}</span>
    </span>
  )
}

/** So long nothing may be on its way before it is said that everything is saved, in milliseconds. */
const CALM = 400

/** While somebody types it says "Saving" throughout: two changes for every key would tell nobody anything, and each draws the page again. */
function useCalm(now: ConnectionWords): ConnectionWords {
  const [shown, setShown] = useState(now)
  const waits = now.mood === 'well' && shown.mood === 'busy'
  if (!waits && shown !== now) setShown(now)
  useEffect(() => {
    if (!waits) return undefined
    const calming = setTimeout(() => setShown(now), CALM)
    return () => clearTimeout(calming)
  }, [waits, now])
  return waits ? shown : now
}

function same(a: ConnectionWords, b: ConnectionWords): boolean {
  return a.words === b.words && a.mood === b.mood && a.meaning === b.meaning
}
