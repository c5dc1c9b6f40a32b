/**
 * Bringing in a text that was drafted elsewhere: choose a file, see what would become of it, correct it, bring it in. The file is read on this
 * device; the server gets only what is brought in.
 */
import { may, type Negotiation, type SectionId } from '@entente/agreement'
import { IMPORTABLE, importLimits, type Imported } from '@entente/import'
import { useEffect, useRef, useState } from 'react'
import { announce } from '../design/Announcer.tsx'
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { complaint } from '../refusal/explain.ts'
import { useRoom } from '../room/useRoom.ts'
import { useBarred } from '../table/useBarred.ts'
import { useView } from '../table/useView.ts'
import { bringIn, remarksIn } from './bring-in.ts'
import styles from './BringIn.module.css'
import { FileReport } from './FileReport.tsx'
import { FileText } from './FileText.tsx'
import { readInWorker } from './reader.ts'
import { chosen, everything, type Selection } from './selection.ts'
import { refusalWords } from './words.ts'

type Stage =
  | { readonly is: 'choosing' }
  | { readonly is: 'reading'; readonly name: string; readonly done: number }
  | { readonly is: 'refused'; readonly name: string; readonly why: string }
  | {
      readonly is: 'looking'
      readonly file: File
      readonly imported: Imported
      readonly accepted: readonly string[]
      readonly fault?: string
    }
  | { readonly is: 'bringing'; readonly done: number }
  | { readonly is: 'done'; readonly clauses: number; readonly amendments: number; readonly discussions: number; readonly lost: number }

type BringInProps = { readonly after: SectionId | undefined; readonly negotiation: Negotiation; readonly onClose: () => void }

export function BringInDialog({ after, negotiation, onClose }: BringInProps) {
  const room = useRoom()
  const barred = useBarred()
  const mayAmend = useView(({ speaker }) => speaker !== undefined && may(speaker, 'draft'))
  const [stage, setStage] = useState<Stage>({ is: 'choosing' })
  const [selection, setSelection] = useState<Selection>(everything)
  const giveUp = useRef<AbortController>(undefined)
  useEffect(() => () => giveUp.current?.abort(new DOMException('Closed', 'AbortError')), [])

  async function read(file: File, accepted: readonly string[]) {
    giveUp.current?.abort(new DOMException('Another file', 'AbortError'))
    const abort = new AbortController()
    giveUp.current = abort
    if (file.size > importLimits.fileBytes) return setStage({ is: 'refused', name: file.name, why: refusalWords({ code: 'too-large' }) })
    setStage({ is: 'reading', name: file.name, done: 0 })
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const step = (done: number) => setStage({ is: 'reading', name: file.name, done })
      const answer = await readInWorker({ name: file.name, bytes, accepted }, { step, signal: abort.signal })
      if (abort.signal.aborted) return
      if (!answer.ok) return setStage({ is: 'refused', name: file.name, why: refusalWords(answer.refusal) })
      setStage({ is: 'looking', file, imported: answer.imported, accepted })
      announce(`${file.name} is read. Look at what would be brought in.`)
    } catch (error) {
      if (abort.signal.aborted) return
      setStage({ is: 'refused', name: file.name, why: `This page could not read the file: ${String(error)}. Nothing was brought in.` })
    }
  }

  async function bring(looking: Stage & { readonly is: 'looking' }) {
    const taken = chosen(looking.imported, selection)
    setStage({ is: 'bringing', done: 0 })
    const step = (done: number) => setStage({ is: 'bringing', done })
    const outcome = await bringIn(room, taken, { after, remarks: selection.remarks, tabled: selection.tabled, step })
    if (!outcome.ok) return setStage({ ...looking, fault: complaint(outcome.refusal, room.view().negotiation) })
    setStage({
      is: 'done',
      clauses: outcome.clauses.length,
      amendments: outcome.amendments,
      discussions: outcome.discussions,
      lost: outcome.lost,
    })
    announce(`${outcome.clauses.length} clauses were brought in.`)
  }

  const chosenNow = stage.is === 'looking' ? chosen(stage.imported, selection) : undefined
  return (
    <Dialog
      title="Bring in a text"
      size={stage.is === 'looking' ? 'large' : 'medium'}
      bare={stage.is === 'looking'}
      onClose={onClose}
      footer={
        stage.is === 'looking' && chosenNow !== undefined ? (
          <>
            <p className={styles.sum}>{sumWords(chosenNow.clauses.length, chosenNow.sections.length)}</p>
            <Button size="large" onClick={() => setStage({ is: 'choosing' })}>
              Another file
            </Button>
            <Button
              size="large"
              look="primary"
              onClick={() => void bring(stage)}
              because={barred ?? (chosenNow.clauses.length === 0 ? 'Choose at least one clause' : undefined)}
            >
              Bring in
            </Button>
          </>
        ) : (
          <Button size="large" onClick={onClose}>
            {stage.is === 'done' ? 'Go to the text' : 'Close'}
          </Button>
        )
      }
    >
      {stage.is === 'looking' ? (
        <>
          <FileReport
            imported={stage.imported}
            accepted={stage.accepted}
            remarks={remarksIn(chosenNow?.clauses ?? [])}
            selection={selection}
            mayAmend={mayAmend}
            fault={stage.fault}
            onSelect={setSelection}
            onAccept={(accepted) => void read(stage.file, accepted)}
          />
          <FileText imported={stage.imported} selection={selection} negotiation={negotiation} onSelect={setSelection} />
        </>
      ) : (
        <Before stage={stage} onFile={(file) => (setSelection(everything), void read(file, []))} />
      )}
    </Dialog>
  )
}

function Before({ stage, onFile }: { readonly stage: Exclude<Stage, { is: 'looking' }>; readonly onFile: (file: File) => void }) {
  switch (stage.is) {
    case 'choosing':
    case 'refused':
      return (
        <div className={styles.choosing}>
          {stage.is === 'refused' ? (
            <Banner role="alert">
              <b>{stage.name} was not read.</b> {stage.why}
            </Banner>
          ) : null}
          <p>
            Word (.docx), Markdown, HTML and Akoma Ntoso files are read. Headings become sections, numbered paragraphs become clauses. You
            see the result, and what was not taken, before anything is brought in.
          </p>
          <label className={styles.file}>
            <span>File</span>
            <input
              type="file"
              accept={IMPORTABLE.join(',')}
              onChange={({ target }) => {
                const [file] = target.files ?? []
                if (file !== undefined) onFile(file)
              }}
            />
          </label>
          <p className={styles.note}>The file is read on this device. The server gets only what you bring in.</p>
        </div>
      )
    case 'reading':
      return <Progress label={`Reading ${stage.name}`} done={stage.done} />
    case 'bringing':
      return <Progress label="Bringing the text in" done={stage.done} />
    case 'done':
      return (
        <div className={styles.choosing}>
          <p>
            {stage.clauses === 1 ? 'One clause was' : `${stage.clauses} clauses were`} brought in, in your name.
            {stage.amendments > 0 ? ` ${stage.amendments === 1 ? 'One amendment was' : `${stage.amendments} amendments were`} tabled.` : ''}
            {stage.discussions > 0
              ? ` ${stage.discussions === 1 ? 'One discussion was' : `${stage.discussions} discussions were`} begun.`
              : ''}
          </p>
          {stage.lost > 0 ? (
            <Banner>
              {stage.lost === 1 ? 'One amendment or comment was' : `${stage.lost} amendments or comments were`} not taken by the server. You
              find them in the file.
            </Banner>
          ) : null}
          <p className={styles.note}>Nobody has taken a position on these words yet. Every clause begins open.</p>
        </div>
      )
    default:
      return stage satisfies never
  }
}

function Progress({ label, done }: { readonly label: string; readonly done: number }) {
  return (
    <div className={styles.choosing}>
      <label className={styles.file}>
        <span>{label}…</span>
        <progress className={styles.progress} max={1} value={done} />
      </label>
    </div>
  )
}

function sumWords(clauses: number, sections: number): string {
  return `${clauses === 1 ? 'One clause' : `${clauses} clauses`} in ${sections === 1 ? 'one section' : `${sections} sections`}`
}
