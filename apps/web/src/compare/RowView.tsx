/** One clause of two versions: its words on both sides, with what the other side does not have marked, and a sentence on what happened to it. */
import type { Wording } from '@entente/agreement'
import { Fragment } from 'react'
import { Tag } from '../design/Tag.tsx'
import { Difference } from '../lapse/Difference.tsx'
import type { ReadClause, ReadText } from '../versions/text-at.ts'
import styles from './Compare.module.css'
import { pointWords, type Point } from './points.ts'
import { differs, type Row } from './rows.ts'

type RowViewProps = {
  readonly row: Row
  readonly previous: Row | undefined
  readonly before: Point
  readonly after: Point
  readonly lang: string | undefined
}

export function RowView({ row, previous, before, after, lang }: RowViewProps) {
  const section = sectionOf(row)
  const earlier = 'before' in row ? row.before : undefined
  const later = 'after' in row ? row.after : undefined
  return (
    <>
      {section === undefined || (previous !== undefined && sectionOf(previous) === section) ? null : (
        <h3 className={styles.section}>{section}</h3>
      )}
      {/* Takes the focus on the way from difference to difference. */}
      <article className={styles.row} aria-label={labelOf(row)} tabIndex={-1} data-row={row.is} data-differs={differs(row) || undefined}>
        <div className={styles.side} data-side="before">
          <p className={styles.point}>{pointWords(before)}</p>
          {earlier === undefined ? (
            <p className={styles.none}>Not in the text</p>
          ) : row.is === 'left' ? (
            <p className={styles.none}>
              {earlier.number}. {earlier.wording.heading} <Tag icon="move">{movedTo(row)}</Tag>
            </p>
          ) : (
            <Words clause={earlier} side="before" {...{ row, lang }} />
          )}
        </div>
        <div className={styles.side} data-side="after">
          <p className={styles.point}>{pointWords(after)}</p>
          {later !== undefined ? (
            <Words clause={later} side="after" {...{ row, lang }} />
          ) : (
            <p className={styles.none}>{row.is === 'left' ? 'Stands elsewhere' : 'No longer in the text'}</p>
          )}
        </div>
      </article>
    </>
  )
}

type WordsProps = { readonly clause: ReadClause; readonly side: 'before' | 'after'; readonly row: Row; readonly lang: string | undefined }

function Words({ clause, side, row, lang }: WordsProps) {
  const compared = row.is === 'changed' || row.is === 'same'
  return (
    <>
      <h4 className={styles.head}>
        {clause.number}
        {clause.wording.heading === '' ? '' : `. ${clause.wording.heading}`}{' '}
        {compared && row.moved && side === 'after' ? <Tag icon="move">{movedFrom(row)}</Tag> : null}
        {row.is === 'added' ? <Tag icon="plus">new</Tag> : null}
        {row.is === 'gone' ? <Tag icon="minus">gone</Tag> : null}
        {compared && side === 'after' && !sameTerms(row.before.wording, row.after.wording) ? (
          <Tag icon="milestone">milestone terms changed</Tag>
        ) : null}
      </h4>
      {compared && row.is === 'changed' ? (
        <Difference before={row.before.wording} after={row.after.wording} {...{ side, lang }} />
      ) : (
        <Plain clause={clause} lang={lang} />
      )}
    </>
  )
}

/** One version by itself. */
export function OneVersion({ text, lang }: { readonly text: ReadText; readonly lang: string | undefined }) {
  return text.map((clause, index) => (
    <Fragment key={clause.clause}>
      {text[index - 1]?.section === clause.section ? null : <h3 className={styles.section}>{clause.section}</h3>}
      <article className={styles.one} data-row="one">
        <h4 className={styles.head}>
          {clause.number}
          {clause.wording.heading === '' ? '' : `. ${clause.wording.heading}`}
        </h4>
        <Plain clause={clause} lang={lang} />
      </article>
    </Fragment>
  ))
}

function Plain({ clause: { wording }, lang }: { readonly clause: ReadClause; readonly lang: string | undefined }) {
  return <Difference before={wording} after={wording} lang={lang} />
}

function sectionOf(row: Row): string | undefined {
  return 'after' in row ? row.after.section : undefined
}

function labelOf(row: Row): string {
  switch (row.is) {
    case 'same':
    case 'changed':
      return [`Clause ${row.after.number}`, row.is === 'same' ? 'reads alike' : 'changed', row.moved ? movedFrom(row) : '']
        .filter(Boolean)
        .join(', ')
    case 'added':
      return `Clause ${row.after.number}, new`
    case 'gone':
      return `Clause ${row.before.number} of then, gone`
    case 'left':
      return `Clause ${row.before.number} of then, ${movedTo(row)}`
    default:
      return row satisfies never
  }
}

/** A moved clause keeps its number once numbers are known. */
function movedFrom({ before, after }: Row & { readonly is: 'same' | 'changed' }): string {
  return before.number === after.number ? 'moved' : `moved, was ${before.number}`
}

function movedTo({ before, now }: Row & { readonly is: 'left' }): string {
  return before.number === now ? 'moved away' : `moved, now ${now}`
}

function sameTerms(one: Wording, other: Wording): boolean {
  return JSON.stringify(one.milestones) === JSON.stringify(other.milestones)
}
