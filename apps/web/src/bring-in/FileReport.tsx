/** What became of a file: the fidelity report, whose tracked changes go into the text, and what happens to comments. */
import type { Imported, ReportLine, Taken } from '@entente/import'
import { Banner } from '../design/Banner.tsx'
import { Checkbox } from '../design/Checkbox.tsx'
import { Select } from '../design/Field.tsx'
import { Glyph } from '../design/Glyph.tsx'
import type { Shape } from '../design/shape.ts'
import styles from './BringIn.module.css'
import type { Selection } from './selection.ts'
import { lineWords } from './words.ts'

type FileReportProps = {
  readonly imported: Imported
  readonly accepted: readonly string[]
  /** Comments and notes on the chosen clauses. */
  readonly remarks: number
  readonly selection: Selection
  /** Whether one's seat can table amendments. */
  readonly mayAmend: boolean
  readonly fault: string | undefined
  readonly onSelect: (selection: Selection) => void
  readonly onAccept: (authors: readonly string[]) => void
}

export function FileReport({ imported, accepted, remarks, selection, mayAmend, fault, onSelect, onAccept }: FileReportProps) {
  function decide(author: string, fate: string) {
    const tabled = new Set(selection.tabled)
    if (fate === 'amendment') tabled.add(author)
    else tabled.delete(author)
    onSelect({ ...selection, tabled })
    if (accepted.includes(author) !== (fate === 'text'))
      onAccept(fate === 'text' ? [...accepted, author] : accepted.filter((one) => one !== author))
  }

  return (
    <div className={styles.report}>
      {fault === undefined ? null : <Banner role="alert">{fault}</Banner>}
      <section aria-labelledby="fidelity">
        <h3 id="fidelity">What became of the file</h3>
        {imported.report.length === 0 ? (
          <p className={styles.note}>Everything in it is in the text.</p>
        ) : (
          <ul className={styles.lines}>
            {imported.report.map((line) => (
              <ReportRow key={line.what} line={line} />
            ))}
          </ul>
        )}
      </section>
      {imported.authors.length === 0 ? null : (
        <fieldset>
          <legend>Tracked changes</legend>
          {imported.authors.map(({ author, changes }) => (
            <Select
              key={author}
              label={`${author} (${changes})`}
              value={accepted.includes(author) ? 'text' : selection.tabled.has(author) ? 'amendment' : 'out'}
              onChange={({ target }) => decide(author, target.value)}
            >
              <option value="out">Leave out</option>
              <option value="text">Take into the text</option>
              {mayAmend ? <option value="amendment">Table as amendments of our delegation</option> : null}
            </Select>
          ))}
          <p className={styles.note}>The text begins as it stood before anybody changed it.</p>
        </fieldset>
      )}
      {remarks === 0 && selection.remarks ? null : (
        <Checkbox
          label="Comments and notes become discussions"
          hint="They are opened in your name and say whose they were in the file."
          checked={selection.remarks}
          onChange={({ target }) => onSelect({ ...selection, remarks: target.checked })}
        />
      )}
    </div>
  )
}

const shapes: { readonly [taken in Taken]: Shape } = { fully: 'accepts', partly: 'reserves', not: 'objects' }
const takenWords: { readonly [taken in Taken]: string } = { fully: 'Taken', partly: 'Partly taken', not: 'Not taken' }

function ReportRow({ line }: { readonly line: ReportLine }) {
  const { name, became } = lineWords(line)
  return (
    <li data-what={line.what} data-taken={line.taken}>
      <Glyph shape={shapes[line.taken]} word={takenWords[line.taken]} />
      <span>
        <b>
          {line.count} {name}
        </b>{' '}
        <span className={styles.note}>{became}</span>
      </span>
    </li>
  )
}
