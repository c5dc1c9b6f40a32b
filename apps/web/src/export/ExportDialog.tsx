/**
 * Taking the text home: what, in which format and with what on the left, the very document on the right. The preview is made by the server
 * from the same tree as the file.
 */
import type { NegotiationId } from '@entente/agreement'
import { useEffect, useRef, useState } from 'react'
import { server, type ExportFormat, type ExportQuery, type ExportWhat } from '../api/server.ts'
import { announce } from '../design/Announcer.tsx'
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { Checkbox } from '../design/Checkbox.tsx'
import { Choice, Choices } from '../design/Choice.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { progressInWords } from '../design/ProgressCells.tsx'
import { groupedHash } from '../record/hash.ts'
import { explainFault, type FaultSentence } from '../refusal/explain-fault.ts'
import { tokenFor } from '../sign-in/identity.ts'
import { useView } from '../table/useView.ts'
import { saveFile } from './save-file.ts'
import styles from './ExportDialog.module.css'
import { Preview } from './Preview.tsx'

const formats: readonly { readonly format: ExportFormat; readonly name: string; readonly what: string }[] = [
  { format: 'docx', name: 'Word', what: '.docx, to go on editing' },
  { format: 'pdf', name: 'PDF', what: 'tagged, accessible' },
  { format: 'html', name: 'HTML', what: 'one file, no script' },
  { format: 'md', name: 'Markdown', what: '.md' },
]

type Making = { readonly is: 'ready' } | { readonly is: 'making' } | { readonly is: 'failed'; readonly why: FaultSentence }

export function ExportDialog({ negotiation, onClose }: { readonly negotiation: NegotiationId; readonly onClose: () => void }) {
  const progress = useView(({ assessment }) => progressInWords([...assessment.clauses.values()]))
  const head = useView(({ record }) => record.head)
  const [query, setQuery] = useState<ExportQuery>({
    what: 'rolling',
    format: 'docx',
    positions: true,
    milestones: true,
    comments: false,
    tracked: false,
  })
  const [making, setMaking] = useState<Making>({ is: 'ready' })
  const leaving = useRef<AbortController>(undefined)

  // A document nobody waits for any more is not fetched to its end.
  useEffect(() => () => leaving.current?.abort(), [])

  const choose = (part: Partial<ExportQuery>) => setQuery({ ...query, ...part })
  const chosen = formats.find(({ format }) => format === query.format)

  async function download() {
    const abort = new AbortController()
    leaving.current = abort
    setMaking({ is: 'making' })
    announce(`Making the ${chosen?.name ?? ''} file.`)
    const outcome = await server.export(negotiation, query, { token: tokenFor(negotiation), signal: abort.signal })
    if (abort.signal.aborted) return
    if (!outcome.ok) {
      setMaking({ is: 'failed', why: explainFault(outcome.fault) })
      return
    }
    saveFile(outcome.value.blob, outcome.value.name ?? `${negotiation}-${query.what}.${query.format}`)
    setMaking({ is: 'ready' })
    announce('The file is downloaded.')
  }

  return (
    <Dialog
      title="Export"
      size="large"
      bare
      onClose={onClose}
      footer={
        <>
          <p className={styles.head}>
            Record up to entry {head.seq}, <code>{groupedHash(head.hash.slice(0, 16))}</code>. Made from the table only: nothing private can
            be in it.
          </p>
          <Button size="large" onClick={onClose}>
            Close
          </Button>
          <Button
            look="primary"
            size="large"
            icon="download"
            aria-busy={making.is === 'making'}
            onClick={() => void download()}
            {...(making.is === 'making' && { because: 'Being made' })}
          >
            {making.is === 'making' ? `Making the ${chosen?.name ?? 'file'}…` : `Download .${query.format}`}
          </Button>
        </>
      }
    >
      <div className={styles.options}>
        <Choices question="What">
          <WhatChoice
            what="rolling"
            name="Negotiating text"
            meaning="With brackets, attributions and the status of each clause"
            query={query}
            onChoose={choose}
          />
          <WhatChoice
            what="agreed"
            name="Agreed text only"
            meaning={`${progress}; the rest are listed as pending`}
            query={query}
            onChoose={choose}
          />
        </Choices>
        <Choices question="Format" columns="narrow">
          {formats.map(({ format, name, what }) => (
            <Choice
              key={format}
              compact
              name="format"
              answer={name}
              meaning={what}
              checked={query.format === format}
              onChange={() => choose({ format })}
            />
          ))}
        </Choices>
        <fieldset>
          <legend>Include</legend>
          <Checkbox
            label="Status and positions of each clause"
            checked={query.positions}
            onChange={(event) => choose({ positions: event.target.checked })}
          />
          <Checkbox
            label="Milestones, as an annex"
            checked={query.milestones}
            onChange={(event) => choose({ milestones: event.target.checked })}
          />
          {query.what === 'rolling' ? (
            <Checkbox
              label="Comments"
              checked={query.comments}
              onChange={(event) => choose({ comments: event.target.checked })}
              {...(query.format === 'docx' && { hint: 'As comments of the word processor' })}
            />
          ) : null}
          {query.what === 'rolling' && query.format === 'docx' ? (
            <Checkbox
              label="Amendments as tracked changes"
              hint="Each under the name of its delegation, to be accepted or rejected in the word processor"
              checked={query.tracked}
              onChange={(event) => choose({ tracked: event.target.checked })}
            />
          ) : null}
        </fieldset>
        {making.is === 'failed' ? (
          <Banner role="alert">
            <b>{making.why.what}</b> {making.why.next}
          </Banner>
        ) : null}
        {making.is === 'making' ? <div className={styles.progress} role="progressbar" aria-label="Making the document" /> : null}
      </div>
      <Preview
        negotiation={negotiation}
        what={query.what}
        positions={query.positions}
        milestones={query.milestones}
        comments={query.comments}
      />
    </Dialog>
  )
}

type WhatChoiceProps = {
  readonly what: ExportWhat
  readonly name: string
  readonly meaning: string
  readonly query: ExportQuery
  readonly onChoose: (part: Pick<ExportQuery, 'what'>) => void
}

function WhatChoice({ what, name, meaning, query, onChoose }: WhatChoiceProps) {
  return <Choice name="what" answer={name} meaning={meaning} checked={query.what === what} onChange={() => onChoose({ what })} />
}
