/** Something to say and a button. Ctrl+Enter says it. What is written stays until it is recorded, whatever happens to the form. */
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { Button } from '../design/Button.tsx'
import { TextArea } from '../design/Field.tsx'
import { keeper } from '../position/useKept.ts'
import { complaint } from '../refusal/explain.ts'
import { useRoom, useSay } from '../room/useRoom.ts'
import { useBarred } from '../table/useBarred.ts'
import styles from './Comment.module.css'

const useWritten = keeper<string>()

type WriteFormProps = {
  readonly label: string
  readonly submit: string
  /** The name under which unfinished words are kept. */
  readonly kept: string
  readonly command: 'thread.open' | 'comment.make'
  readonly input: (text: string) => unknown
  readonly onDone?: () => void
  readonly onCancel?: () => void
}

export function WriteForm({ label, submit, kept, command, input, onDone, onCancel }: WriteFormProps) {
  const room = useRoom()
  const say = useSay()
  const barred = useBarred()
  const [text, write, clear] = useWritten(kept, '')
  const [fault, setFault] = useState<string | undefined>(undefined)
  const form = useRef<HTMLFormElement>(null)
  const opened = onCancel !== undefined
  const because = barred ?? (text.trim() === '' ? 'Write something first' : undefined)

  useEffect(() => {
    if (opened) form.current?.querySelector('textarea')?.focus()
  }, [opened])

  async function send(event: FormEvent) {
    event.preventDefault()
    if (because !== undefined) return
    const answer = await say(command, input(text.trim()), { quietly: true })
    if (!answer.ok) return setFault(complaint(answer.refusal, room.view().negotiation))
    setFault(undefined)
    clear()
    onDone?.()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit()
  }

  return (
    <form ref={form} className={styles.write} onSubmit={(event) => void send(event)}>
      <TextArea
        label={label}
        hideLabel
        placeholder={label}
        rows={opened ? 3 : 1}
        value={text}
        fault={fault}
        onChange={({ target }) => write(target.value)}
        onKeyDown={onKeyDown}
      />
      {opened || text !== '' ? (
        <div className={styles.actions}>
          <Button type="submit" size="small" look="primary" because={because}>
            {submit}
          </Button>
          {onCancel === undefined ? null : (
            <Button size="small" onClick={onCancel}>
              Cancel
            </Button>
          )}
        </div>
      ) : null}
    </form>
  )
}
