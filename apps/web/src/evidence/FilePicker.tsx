/** Chooses a file, says who may open it, sends it, and shows how far it has come and the hash under which it will be on record. */
import { FileName, MAX_EVIDENCE_BYTES, typeOfName, type EvidenceFile, type EvidenceVisibility, type Negotiation } from '@entente/agreement'
import { useEffect, useRef, useState } from 'react'
import { announce } from '../design/Announcer.tsx'
import { Button } from '../design/Button.tsx'
import { Select, TextField } from '../design/Field.tsx'
import { faultWords } from '../refusal/explain-fault.ts'
import { Refused } from '../design/Refused.tsx'
import { tokenFor } from '../sign-in/identity.ts'
import styles from './Evidence.module.css'
import { upload, type Upload } from './upload.ts'
import { sha256Of } from './upload-outcome.ts'
import { sizeWords, visibilities, visibilityMeaning, visibilityWords } from './visibility.ts'

type Sending =
  | { readonly is: 'idle' }
  | { readonly is: 'reading' }
  | { readonly is: 'sending'; readonly share: number; readonly sha256: string }
  | { readonly is: 'failed'; readonly why: string }

type FilePickerProps = {
  readonly negotiation: Negotiation
  /** Called once the file is on the server, whole. */
  readonly onFile: (file: EvidenceFile) => void
  readonly onSending: (sending: boolean) => void
}

export function FilePicker({ negotiation, onFile, onSending }: FilePickerProps) {
  const [visibility, setVisibility] = useState<EvidenceVisibility>('table')
  const [state, setState] = useState<Sending>({ is: 'idle' })
  const running = useRef<Upload>(undefined)
  const input = useRef<HTMLInputElement>(null)
  const id = negotiation.opened?.negotiation

  // A file nobody waits for any more is not sent to its end.
  useEffect(() => () => running.current?.cancel(), [])

  function fail(why: string) {
    setState({ is: 'failed', why })
    onSending(false)
    if (input.current) input.current.value = ''
  }

  async function send(file: File) {
    if (id === undefined) return
    const unfit = unfitness(file)
    if (unfit !== undefined) return fail(unfit)
    onSending(true)
    setState({ is: 'reading' })
    const sha256 = await sha256Of(file)
    setState({ is: 'sending', share: 0, sha256 })
    const own = upload({
      negotiation: id,
      token: tokenFor(id),
      file,
      sha256,
      onProgress: (share) => setState({ is: 'sending', share, sha256 }),
    })
    running.current = own
    const outcome = await own.done
    if (!outcome.ok) return fail(faultWords(outcome.fault))
    announce(`${file.name} has arrived.`)
    onFile({
      is: 'file',
      sha256: outcome.value.sha256,
      bytes: outcome.value.bytes,
      type: outcome.value.type,
      visibility,
      // What not everybody may open has no name in a record that everybody reads.
      ...(visibility === 'table' && { name: file.name.normalize('NFC') }),
    })
    setState({ is: 'idle' })
    onSending(false)
    if (input.current) input.current.value = ''
  }

  return (
    <div className={styles.picker}>
      <Select
        label="Who may open the file"
        value={visibility}
        onChange={({ target }) => setVisibility(visibilities.find((one) => one === target.value) ?? 'table')}
        hint={visibilityMeaning(visibility)}
      >
        {visibilities.map((one) => (
          <option key={one} value={one}>
            {visibilityWords(one)}
          </option>
        ))}
      </Select>
      <TextField
        ref={input}
        type="file"
        label="File"
        disabled={state.is === 'reading' || state.is === 'sending'}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file !== undefined) void send(file)
        }}
      />
      <div role="status">
        {state.is === 'reading' ? <p className={styles.hint}>Working out its hash…</p> : null}
        {state.is === 'sending' ? (
          <div className={styles.progress}>
            <progress max={1} value={state.share} aria-label="Sending the file" />
            <span>{Math.round(state.share * 100)} %</span>
            <code className={styles.hash}>SHA-256 {state.sha256.slice(0, 16)}…</code>
            <Button size="small" onClick={() => running.current?.cancel()}>
              Stop
            </Button>
          </div>
        ) : null}
      </div>
      {state.is === 'failed' ? <Refused>{state.why}</Refused> : null}
    </div>
  )
}

/** Why a file would not be taken, said before it is sent. */
function unfitness(file: File): string | undefined {
  if (typeOfName(file.name) === undefined) return 'Files of this kind are not taken.'
  if (file.size === 0) return 'The file is empty.'
  if (file.size > MAX_EVIDENCE_BYTES) return `The file is larger than ${sizeWords(MAX_EVIDENCE_BYTES)}.`
  return FileName.safeParse(file.name).success
    ? undefined
    : 'The name of the file has signs that other systems do not take. Rename it first.'
}
