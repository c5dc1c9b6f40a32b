/** One of several answers as a card: the answer and what it means. Radio buttons underneath, so arrow keys work. */
import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Choice.module.css'
import visually from './VisuallyHidden.module.css'

type ChoiceProps = Omit<ComponentProps<'input'>, 'type' | 'children'> & {
  readonly answer: ReactNode
  readonly meaning?: ReactNode
  readonly compact?: boolean
}

export function Choice({ answer, meaning, compact, ...input }: ChoiceProps) {
  return (
    <label className={classes(styles.card, compact && styles.compact)}>
      <input type="radio" {...input} />
      <span>
        <b>{answer}</b>
        {meaning === undefined ? null : <small>{meaning}</small>}
      </span>
    </label>
  )
}

type ChoicesProps = {
  readonly question: string
  readonly hideQuestion?: boolean
  /** How the cards stand: one below the other, or as many beside each other as fit when each is wide, or narrow. */
  readonly columns?: 'one' | 'wide' | 'narrow'
  readonly children: ReactNode
}

/** The question above the cards. */
export function Choices({ question, hideQuestion, columns = 'one', children }: ChoicesProps) {
  return (
    <fieldset>
      <legend className={hideQuestion ? visually.hidden : undefined}>{question}</legend>
      <div className={classes(styles.cards, columns !== 'one' && styles[columns])}>{children}</div>
    </fieldset>
  )
}
