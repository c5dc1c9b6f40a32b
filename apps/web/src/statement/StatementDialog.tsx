/** A dialog that gives one command. The button says why it cannot be pressed; a refusal stands in the dialog, and what was filled in stays. */
import type { ReactNode } from 'react'
import { FormDialog } from '../design/FormDialog.tsx'
import { Refused } from '../design/Refused.tsx'
import { useStatement, type StatementParts } from './useStatement.ts'

type StatementDialogProps = StatementParts & {
  readonly title: string
  readonly size?: 'small' | 'medium' | 'large'
  readonly submit: string
  readonly children: ReactNode
}

export function StatementDialog({ title, size, submit, children, ...parts }: StatementDialogProps) {
  const { because, fault, send } = useStatement(parts)
  return (
    <FormDialog title={title} size={size} submit={submit} because={because} onSubmit={() => void send()} onClose={parts.onClose}>
      {children}
      {fault === undefined ? null : <Refused>{fault}</Refused>}
    </FormDialog>
  )
}
