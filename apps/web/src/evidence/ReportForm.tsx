/**
 * Reports a step as done and files the evidence for it: files, links and statements, each with who may open it. Files go to the server as
 * soon as they are chosen; nothing is on record before the report is.
 */
import type { Answers, Evidence, Milestone, MilestoneTerms, Negotiation, PartyId } from '@entente/agreement'
import { useState } from 'react'
import { Button } from '../design/Button.tsx'
import { Select, TextArea, TextField } from '../design/Field.tsx'
import { IconButton } from '../design/IconButton.tsx'
import { levelName, levels, meaningOf } from '../finding/levels.ts'
import { keeper } from '../position/useKept.ts'
import { Statement } from '../statement/Statement.tsx'
import { AnswersFields } from './AnswersFields.tsx'
import { answersOf, partsOpenTo } from './answers.ts'
import { EvidenceWords } from './EvidenceWords.tsx'
import { FilePicker } from './FilePicker.tsx'
import styles from './Evidence.module.css'

type Draft = {
  readonly note: string
  readonly level: string
  readonly evidence: readonly Evidence[]
  readonly url: string
  readonly label: string
}

const useDraft = keeper<Draft>()
const empty: Draft = { note: '', level: '', evidence: [], url: '', label: '' }

type ReportFormProps = {
  readonly milestone: Milestone
  readonly negotiation: Negotiation
  readonly own: PartyId | undefined
  readonly onClose: () => void
}

export function ReportForm({ milestone: { milestone, terms }, negotiation, own, onClose }: ReportFormProps) {
  const [draft, keep, clear] = useDraft(`report ${milestone}`, empty)
  const [sending, setSending] = useState(false)
  const { note, level, evidence, url, label } = draft
  const add = (item: Evidence, rest: Partial<Draft> = {}) =>
    keep({ ...draft, ...rest, evidence: [...evidence, answering(item, presumed(terms, own))] })
  const answer = (at: number, answers: readonly Answers[]) =>
    keep({ ...draft, evidence: evidence.map((item, index) => (index === at ? answering(item, answers) : item)) })
  const linkFault = url === '' || isWebAddress(url) ? undefined : 'An address that begins with https://'
  const missing = sending
    ? 'A file is still on its way'
    : url !== ''
      ? 'Add the link first, or empty its field'
      : note.trim() === '' && evidence.length === 0
        ? 'Say something or file something'
        : undefined
  return (
    <Statement
      title="Report it done"
      command="milestone.report"
      input={{ milestone, note: note.trim(), evidence, ...(level !== '' && { level: Number(level) }) }}
      negotiation={negotiation}
      submit="Put the report on record"
      onClose={onClose}
      onDone={clear}
      {...(missing !== undefined && { missing })}
    >
      {terms.evidence.length === 0 ? null : (
        <div className={styles.asked}>
          <p>{terms.parts === undefined ? 'Asked for:' : `Asked for, for each of the ${terms.parts.called}:`}</p>
          <ul>
            {terms.evidence.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <TextArea
        label="What was done"
        rows={2}
        value={note}
        onChange={({ target }) => keep({ ...draft, note: target.value })}
        hint="A statement that everybody at the table reads."
      />
      {evidence.length === 0 ? null : (
        <ul className={styles.items} aria-label="Evidence to be filed">
          {evidence.map((item, at) => (
            <li key={at}>
              <div className={styles.filing}>
                <EvidenceWords item={item} />
                <AnswersFields
                  {...{ terms, own }}
                  piece={pieceName(item, at)}
                  answers={item.answers ?? []}
                  onAnswers={(answers) => answer(at, answers)}
                />
              </div>
              <IconButton
                size="small"
                icon="close"
                name={`Leave out piece ${at + 1}`}
                onClick={() => keep({ ...draft, evidence: evidence.filter((_, index) => index !== at) })}
              />
            </li>
          ))}
        </ul>
      )}
      <FilePicker onFile={(file) => add(file)} onSending={setSending} negotiation={negotiation} />
      <details className={styles.link}>
        <summary>Add a link</summary>
        <div className={styles.linkFields}>
          <TextField
            type="url"
            label="Address"
            value={url}
            placeholder="https://…"
            fault={linkFault}
            onChange={({ target }) => keep({ ...draft, url: target.value.trim() })}
          />
          <TextField label="What it shows" optional value={label} onChange={({ target }) => keep({ ...draft, label: target.value })} />
          <Button
            size="small"
            because={url === '' ? 'Write an address first' : linkFault}
            onClick={() => add({ is: 'link', url, label: label.trim() }, { url: '', label: '' })}
          >
            Add the link
          </Button>
        </div>
      </details>
      <Select
        label="How far has it come, by your own account?"
        value={level}
        onChange={({ target }) => keep({ ...draft, level: target.value })}
        hint="Only the verifier’s finding counts."
      >
        <option value="">Not said</option>
        {levels.map((one) => (
          <option key={one} value={one}>
            {levelName(one)}: {meaningOf(one, terms)}
          </option>
        ))}
      </Select>
    </Statement>
  )
}

/** Where only one thing is asked for, a piece is for it unless its author says otherwise. */
function presumed(terms: MilestoneTerms, own: PartyId | undefined): readonly Answers[] {
  const parts = partsOpenTo(terms, own)
  return terms.evidence.length + parts.length === 1 ? answersOf(terms, { items: terms.evidence, parts }) : []
}

function answering(item: Evidence, answers: readonly Answers[]): Evidence {
  return { ...item, answers: answers.length === 0 ? undefined : [...answers] }
}

function pieceName(item: Evidence, at: number): string {
  const name = item.is === 'file' ? item.name : item.is === 'link' ? item.label || item.url : undefined
  return name === undefined ? `piece ${at + 1}` : `“${name}”`
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:'
}
