/** A dialog that asks for one thing and says what happens then. The answer to a refusal stands in it, and what was typed stays. */
import { useId, useState, type ReactNode } from 'react'
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { Dialog } from '../design/Dialog.tsx'
import styles from './Members.module.css'

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
  const form = useId()
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
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look={danger ? 'danger' : 'primary'} because={state.is === 'sending' ? 'Being sent' : missing}>
            {submit}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {children}
        {state.is === 'refused' ? <Banner role="alert">{state.why}</Banner> : null}
      </form>
    </Dialog>
  )
}
