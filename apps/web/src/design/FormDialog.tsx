/** A dialog that asks for something: fields, and below them the button that sends them and the way out. */
import { useId, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import styles from './FormDialog.module.css'

type FormDialogProps = {
  readonly title: string
  readonly size?: 'small' | 'medium' | 'large'
  readonly submit: string
  readonly danger?: boolean | undefined
  /** Why it cannot be sent now. */
  readonly because: string | undefined
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

export function FormDialog({ title, size, submit, danger, because, onSubmit, onClose, children }: FormDialogProps) {
  const form = useId()
  return (
    <Dialog
      title={title}
      size={size}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look={danger ? 'danger' : 'primary'} because={because}>
            {submit}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {children}
      </form>
    </Dialog>
  )
}
