/** The text of a file as it would stand at the table: every clause can be left out, and its kind corrected. */
import type { Negotiation } from '@entente/agreement'
import type { Imported, ImportedClause, ImportedSection } from '@entente/import'
import { ClauseText } from '../clause/ClauseText.tsx'
import { Select } from '../design/Field.tsx'
import { Tag } from '../design/Tag.tsx'
import { classes } from '../design/classes.ts'
import styles from './BringIn.module.css'
import { headingOf, place, type Selection } from './selection.ts'

type FileTextProps = {
  readonly imported: Imported
  readonly selection: Selection
  readonly negotiation: Negotiation
  /** What stands above the clauses that have no heading of their own, where they do not become a section. */
  readonly headless?: string
  readonly onSelect: (selection: Selection) => void
}

export function FileText({ imported, selection, negotiation, headless, onSelect }: FileTextProps) {
  const { without, kinds } = selection
  return (
    // A region that scrolls must be reachable with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.text} aria-label="The text that would be brought in" tabIndex={0}>
      {imported.title === undefined ? null : <p className={styles.title}>{imported.title}</p>}
      {imported.sections.map((section, at) => (
        <section key={`${at} ${section.heading ?? ''}`} aria-label={headingAbove(section, headless)}>
          <h3>{[section.annex ? 'Annex' : section.number, headingAbove(section, headless)].filter(Boolean).join('. ')}</h3>
          {section.clauses.map((clause, index) => {
            const key = place(at, index)
            return (
              <Row
                key={key}
                clause={clause}
                kind={kinds.get(key) ?? clause.kind}
                kept={!without.has(key)}
                negotiation={negotiation}
                onKeep={(kept) => onSelect({ ...selection, without: kept ? removed(without, key) : new Set([...without, key]) })}
                onKind={(kind) => onSelect({ ...selection, kinds: new Map(kinds).set(key, kind) })}
              />
            )
          })}
        </section>
      ))}
    </section>
  )
}

function headingAbove(section: ImportedSection, headless: string | undefined): string {
  return section.heading === undefined && headless !== undefined ? headless : headingOf(section)
}

type RowProps = {
  readonly clause: ImportedClause
  readonly kind: ImportedClause['kind']
  readonly kept: boolean
  readonly negotiation: Negotiation
  readonly onKeep: (kept: boolean) => void
  readonly onKind: (kind: ImportedClause['kind']) => void
}

function Row({ clause, kind, kept, negotiation, onKeep, onKind }: RowProps) {
  const name = clause.label === undefined ? 'this paragraph' : `“${clause.label}”`
  return (
    <div className={classes(styles.clause, !kept && styles.left)}>
      <input type="checkbox" aria-label={`Bring in ${name}`} checked={kept} onChange={({ target }) => onKeep(target.checked)} />
      <div className={styles.words}>
        <ClauseText text={clause.text} negotiation={negotiation} heading={clause.heading} quoted={[]} lang={undefined} />
        <p className={styles.marks}>
          {clause.label === undefined ? null : <Tag>was {clause.label}</Tag>}
          {clause.readings.map(({ author }) => (
            <Tag key={author}>changed by {author}</Tag>
          ))}
          {clause.remarks.length === 0 ? null : (
            <Tag>{clause.remarks.length === 1 ? 'one remark' : `${clause.remarks.length} remarks`}</Tag>
          )}
        </p>
      </div>
      <Select
        label={`Kind of ${name}`}
        hideLabel
        value={kind}
        disabled={!kept}
        onChange={({ target }) => onKind(target.value === 'preambular' ? 'preambular' : 'operative')}
      >
        <option value="operative">Operative</option>
        <option value="preambular">Preambular</option>
      </Select>
    </div>
  )
}

function removed(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  return new Set([...set].filter((one) => one !== key))
}
