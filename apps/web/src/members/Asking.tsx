/** A dialog that asks for one thing and says what happens then. The answer to a refusal stands in it, and what was typed stays. */
import { useState, type ReactNode } from 'react'
import { Banner } from '../design/Banner.tsx'
import { FormDialog } from '../design/FormDialog.tsx'

type AskingProps = {
  readonly title: string
  readonly submit: string
  readonly danger?: boolean
  /** Why it cannot be sent yet. */
  readonly missing?: string | undefined
  /** Does it. Answers what went wrong, in a sentence, or nothing. */
  readonly onSubmit: () => Promise<string | undefined>
  readonly onClose: () => void
  readonly children: ReactNode
}

export function Asking({ title, submit, danger, missing, onSubmit, onClose, children }: AskingProps) {
  const [state, setState] = useState<{ readonly is: 'asking' | 'sending' } | { readonly is: 'refused'; readonly why: string }>({
    is: 'asking',
  })

  async function send() {
    if (state.is === 'sending' || missing !== undefined) return
    setState({ is: 'sending' })
    const why = await onSubmit()
    setState(why === undefined ? { is: 'asking' } : { is: 'refused', why })
  }

  return (
    <FormDialog
      title={title}
      submit={submit}
      danger={danger}
      because={state.is === 'sending' ? 'Being sent' : missing}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      {children}
      {state.is === 'refused' ? <Banner role="alert">{state.why}</Banner> : null}
    </FormDialog>
  )
}
