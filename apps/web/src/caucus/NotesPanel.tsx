/** Notes of the whole room, oldest first, as people write them to one another. A note is retracted, not deleted, by whoever wrote it. */
import type { CaucusNote, Negotiation, Speaker } from '@entente/agreement'
import { useState, type FormEvent } from 'react'
import { Button } from '../design/Button.tsx'
import { CopyButton } from '../design/CopyButton.tsx'
import { TextArea } from '../design/Field.tsx'
import { Moment } from '../design/Moment.tsx'
import { Panel } from '../design/Panel.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { Refused } from '../design/Refused.tsx'
import { keeper } from '../position/useKept.ts'
import { complaint } from '../refusal/explain.ts'
import { useRoom, useSay } from '../room/useRoom.ts'
import { initials } from '../start/initials.ts'
import { clauseName, personName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import { useView } from '../table/useView.ts'
import styles from './NotesPanel.module.css'
import type { PrivateKind } from './PrivateRoomPage.tsx'
import { useClosed } from './useClosed.ts'

const useWritten = keeper<string>()

export function NotesPanel({ kind }: { readonly kind: PrivateKind }) {
  const negotiation = useView((view) => view.negotiation)
  const speaker = useView((view) => view.speaker)
  const closed = useClosed()
  const room = negotiation.privateRoom?.room ?? ''
  const notes = negotiation.notes.filter(({ noteKind }) => noteKind === 'note' || noteKind === 'assessment' || noteKind === 'instruction')
  return (
    <Panel title={kind === 'caucus' ? 'Delegation notes' : 'Notes of the group'}>
      {notes.length === 0 ? (
        <p className={styles.none}>
          {closed
            ? 'No notes were kept here.'
            : kind === 'caucus'
              ? 'Only your delegation reads what is written here.'
              : 'Only the group reads what is written here.'}
        </p>
      ) : (
        <ol className={styles.notes}>
          {notes.map((note) => (
            <Note key={note.said.seq} {...{ note, negotiation, speaker }} />
          ))}
        </ol>
      )}
      {closed ? <Unsent room={room} /> : <WriteNote kind={kind} room={room} />}
    </Panel>
  )
}

type NoteProps = { readonly note: CaucusNote; readonly negotiation: Negotiation; readonly speaker: Speaker | undefined }

function Note({ note, negotiation, speaker }: NoteProps) {
  const say = useSay()
  const barred = useBarred()
  const closed = useClosed()
  const { said, text, clause, noteKind, retracted } = note
  const name = said.by === 'server' ? '' : personName(negotiation, said.by.seat)
  const own = said.by !== 'server' && said.by.seat === speaker?.seat.seat
  return (
    <li>
      <span className={styles.face} aria-hidden="true">
        {initials(name)}
      </span>
      <div>
        <p>
          <b>{name}</b> <Moment at={said.at} />
          {noteKind === 'note' ? null : <em> · {noteKind}</em>}
          {clause === undefined ? null : <em> · {clauseName(negotiation, clause)}</em>}
        </p>
        {retracted === undefined ? <p className={styles.text}>{text}</p> : <p className={styles.none}>Retracted</p>}
      </div>
      {own && retracted === undefined && !closed ? (
        <Button
          size="small"
          look="ghost"
          icon="undo"
          because={barred}
          aria-label={`Retract the note “${text.slice(0, 40)}”`}
          onClick={() => void say('note.retract', { note: said.seq })}
        />
      ) : null}
    </li>
  )
}

/** What was being written when the room was closed. It was kept in this tab only. */
function Unsent({ room }: { readonly room: string }) {
  const [text, , clear] = useWritten(`note ${room}`, '')
  if (text.trim() === '') return null
  return (
    <div className={styles.write}>
      <p className={styles.none}>You were writing this when the room was closed. Nobody was sent it.</p>
      <p className={styles.text}>{text}</p>
      <p className={styles.actions}>
        <CopyButton size="small" copies={text}>
          Copy the words
        </CopyButton>
        <Button size="small" onClick={clear}>
          Dismiss
        </Button>
      </p>
    </div>
  )
}

function WriteNote({ kind, room }: { readonly kind: PrivateKind; readonly room: string }) {
  const own = useRoom()
  const say = useSay()
  const barred = useBarred()
  const [text, write, clear] = useWritten(`note ${room}`, '')
  const [fault, setFault] = useState<string | undefined>(undefined)
  const because = barred ?? (text.trim() === '' ? 'Write something first' : undefined)

  async function send(event: FormEvent) {
    event.preventDefault()
    if (because !== undefined) return
    const answer = await say('note.keep', { noteKind: 'note', text: text.trim() }, { quietly: true })
    if (!answer.ok) return setFault(complaint(answer.refusal, own.view().negotiation))
    setFault(undefined)
    clear()
  }

  return (
    <form className={styles.write} onSubmit={(event) => void send(event)}>
      <TextArea
        data-private-note
        label={kind === 'caucus' ? 'Write to your delegation only' : 'Write to this group only'}
        hideLabel
        placeholder={kind === 'caucus' ? 'Write to your delegation only' : 'Write to this group only'}
        rows={2}
        value={text}
        onChange={({ target }) => write(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
        }}
      />
      {fault === undefined ? null : <Refused>{fault}</Refused>}
      <Button type="submit" size="small" because={because}>
        Keep the note<VisuallyHidden>, private</VisuallyHidden>
      </Button>
    </form>
  )
}
