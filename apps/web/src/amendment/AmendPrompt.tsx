/**
 * What appears when somebody means to type in a text they may not type in: why not, and that typing amends it instead. The first letter
 * typed here begins the amendment, so that nobody has to look for a mode.
 */
import { useEffect, useRef } from 'react'
import { Button } from '../design/Button.tsx'
import styles from './AmendPrompt.module.css'

type AmendPromptProps = {
  readonly why: string
  /** "clause 4". */
  readonly name: string
  /** Why no amendment can be tabled now. */
  readonly because: string | undefined
  /** `words` is what was typed to begin, if anything was. */
  readonly onAmend: (words?: string) => void
}

export function AmendPrompt({ why, name, because, onAmend }: AmendPromptProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <div className={styles.prompt} role="group" aria-label={`Amend ${name}`}>
      <p>
        {why} What you type amends it in your delegation’s name: it stands beside the text in brackets, and everybody at the table sees it
        at once.
      </p>
      <Button
        ref={button}
        look="primary"
        size="small"
        icon="pen"
        because={because}
        onClick={() => onAmend()}
        onKeyDown={(event) => {
          const { key, ctrlKey, altKey, metaKey, nativeEvent } = event
          if (key.length !== 1 || key === ' ' || ctrlKey || altKey || metaKey || nativeEvent.isComposing || because !== undefined) return
          event.preventDefault()
          event.stopPropagation()
          onAmend(key)
        }}
      >
        Amend {name}
      </Button>
    </div>
  )
}
