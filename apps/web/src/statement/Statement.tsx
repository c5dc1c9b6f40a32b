/** A small form that gives one command. The button says why it cannot be pressed; a refusal stays beside it. */
import type { ReactNode } from 'react'
import { Button } from '../design/Button.tsx'
import { Refused } from '../design/Refused.tsx'
import { useFirstField } from '../position/useFirstField.ts'
import styles from './Statement.module.css'
import { useStatement, type StatementParts } from './useStatement.ts'

type StatementProps = StatementParts & {
  readonly title: string
  readonly submit: string
  readonly danger?: boolean
  readonly children?: ReactNode
}

export function Statement({ title, submit, danger, children, ...parts }: StatementProps) {
  const form = useFirstField()
  const { because, fault, send } = useStatement(parts)
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <p className={styles.title}>{title}</p>
      {children}
      {fault === undefined ? null : <Refused>{fault}</Refused>}
      <div className={styles.actions}>
        <Button type="submit" look={danger ? 'danger' : 'primary'} because={because}>
          {submit}
        </Button>
        <Button onClick={parts.onClose}>Cancel</Button>
      </div>
    </form>
  )
}
