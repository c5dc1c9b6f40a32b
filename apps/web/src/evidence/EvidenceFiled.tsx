/** The evidence on record, by report, newest first. A file is offered only to whoever may open it, and always as a download. */
import { mayOpen, type Evidence, type Milestone, type Negotiation, type PartyId, type Report, type Speaker } from '@entente/agreement'
import { useState } from 'react'
import { server } from '../api/server.ts'
import { Button } from '../design/Button.tsx'
import { Moment } from '../design/Moment.tsx'
import { list } from '../design/status-words.ts'
import { complain } from '../design/Toast.tsx'
import { saveFile } from '../export/save-file.ts'
import { faultWords } from '../refusal/explain-fault.ts'
import { tokenFor } from '../sign-in/identity.ts'
import { partyName } from '../table/naming.ts'
import { answerLines } from './answers.ts'
import { EvidenceWords } from './EvidenceWords.tsx'
import styles from './Evidence.module.css'

type EvidenceFiledProps = { readonly milestone: Milestone; readonly negotiation: Negotiation; readonly speaker: Speaker | undefined }

export function EvidenceFiled({ milestone, negotiation, speaker }: EvidenceFiledProps) {
  const reports = milestone.steps.filter((step): step is Report => step.is === 'reported').toReversed()
  if (reports.length === 0) return <p className={styles.hint}>Nothing yet.</p>
  return (
    <ol className={styles.reports}>
      {reports.map(({ said, note, evidence }) => {
        const by = said.by === 'server' ? undefined : said.by.party
        return (
          <li key={said.seq}>
            <p className={styles.hint}>
              {by === undefined ? 'The record' : partyName(negotiation, by)}, <Moment at={said.at} />
            </p>
            {note === undefined ? null : <p>{note}</p>}
            <ul className={styles.items}>
              {evidence.map((item, at) => (
                <li key={at}>
                  <EvidenceWords item={item}>
                    {item.answers === undefined ? null : <small>For {list(answerLines(item.answers))}</small>}
                  </EvidenceWords>
                  <Open item={item} filedBy={by} verifier={milestone.terms.verifier} {...{ milestone, negotiation, speaker }} />
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}

type OpenProps = EvidenceFiledProps & { readonly item: Evidence; readonly filedBy: PartyId | undefined; readonly verifier: PartyId }

function Open({ item, filedBy, verifier, negotiation, speaker }: OpenProps) {
  const [fetching, setFetching] = useState(false)
  const id = negotiation.opened?.negotiation
  if (item.is !== 'file' || id === undefined || filedBy === undefined || speaker === undefined) return null
  if (!mayOpen(item, speaker.party, filedBy, verifier)) return null
  async function save(negotiationId: NonNullable<typeof id>, sha256: string) {
    setFetching(true)
    const outcome = await server.evidence(negotiationId, sha256, tokenFor(negotiationId))
    setFetching(false)
    if (!outcome.ok) return complain(faultWords(outcome.fault))
    saveFile(outcome.value.blob, outcome.value.name ?? `evidence-${sha256.slice(0, 12)}`)
  }
  return (
    <Button size="small" look="ghost" icon="download" aria-busy={fetching} onClick={() => void save(id, item.sha256)}>
      Download
    </Button>
  )
}
