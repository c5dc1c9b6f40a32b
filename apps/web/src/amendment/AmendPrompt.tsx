/**
 * What appears when somebody means to type in a text they may not type in: why not, and the ways to amend it instead. The first letter typed
 * here begins the first way, and nothing typed until the words are open is lost, so that nobody has to look for a mode.
 */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from '../design/Button.tsx'
import styles from './AmendPrompt.module.css'

/** One way to amend, as a button. */
export type WayToAmend = {
  readonly words: string
  /** Why it cannot be gone now. */
  readonly because: string | undefined
  /** Resolves when the words are open, or could not be opened. `typed` answers what has been typed meanwhile. */
  readonly begin: (typed: () => string | undefined) => Promise<void>
}

type AmendPromptProps = {
  /** "clause 4". */
  readonly name: string
  /** The first is what typing begins. */
  readonly ways: readonly [WayToAmend, ...WayToAmend[]]
  /** Why not, and who will read what is typed. */
  readonly children: ReactNode
}

export function AmendPrompt({ name, ways, children }: AmendPromptProps) {
  const first = useRef<HTMLButtonElement>(null)
  const typed = useRef<string[]>([])
  const [beginning, setBeginning] = useState(false)
  useEffect(() => first.current?.focus(), [])

  async function begin(way: WayToAmend): Promise<void> {
    if (beginning || way.because !== undefined) return
    setBeginning(true)
    await way.begin(() => (typed.current.length === 0 ? undefined : typed.current.join('')))
    typed.current = []
    setBeginning(false)
  }

  function onKeyDown(event: KeyboardEvent) {
    const { key, ctrlKey, altKey, metaKey, nativeEvent } = event
    const [way] = ways
    if (ctrlKey || altKey || metaKey || nativeEvent.isComposing || way.because !== undefined) return
    if (beginning && key === 'Backspace') typed.current.pop()
    else if (key.length === 1 && (beginning || key !== ' ')) typed.current.push(key)
    else return
    event.preventDefault()
    event.stopPropagation()
    void begin(way)
  }

  return (
    // What is typed on either button begins to amend.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div className={styles.prompt} role="group" aria-label={`Amend ${name}`} aria-busy={beginning} onKeyDown={onKeyDown}>
      <p>{children}</p>
      <div className={styles.ways}>
        {ways.map((way, index) => (
          <Button
            key={way.words}
            ref={index === 0 ? first : undefined}
            look={index === 0 ? 'primary' : 'plain'}
            size="small"
            icon={index === 0 ? 'pen' : undefined}
            because={way.because}
            onClick={() => void begin(way)}
          >
            {way.words}
          </Button>
        ))}
      </div>
    </div>
  )
}
