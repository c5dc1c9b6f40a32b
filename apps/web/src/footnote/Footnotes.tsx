/** The footnotes of a clause, under its words, each with the way back to where it stands. */
import { Button } from '../design/Button.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import styles from './Footnotes.module.css'

export type FootnoteInText = {
  readonly number: number
  readonly text: string
  /** Where it stands in the bare text of the clause. */
  readonly at: number
}

type FootnotesProps = {
  /** Begins the ids of the marks and the notes, so that the same clause can be on a page twice. */
  readonly id: string
  readonly notes: readonly FootnoteInText[]
  readonly lang?: string | undefined
  /** Where the words are being edited: changes one. */
  readonly onChange?: (note: FootnoteInText) => void
}

export function Footnotes({ id, notes, lang, onChange }: FootnotesProps) {
  if (notes.length === 0) return null
  return (
    <ol className={styles.footnotes} aria-label="Footnotes" data-footnotes>
      {notes.map((note) => (
        <li key={note.number} id={`${id}-note-${note.number}`} value={note.number} tabIndex={-1}>
          <span dir="auto" lang={lang}>
            {note.text}
          </span>{' '}
          {onChange === undefined ? (
            <a href={`#${id}-mark-${note.number}`} onClick={(event) => follow(event, `${id}-mark-${note.number}`)}>
              <span aria-hidden="true">↩</span>
              <VisuallyHidden>Back to footnote {note.number} in the words</VisuallyHidden>
            </a>
          ) : (
            <Button size="small" look="ghost" aria-label={`Change footnote ${note.number}`} onClick={() => onChange(note)}>
              Change
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}

/** In the words: the number of a footnote, leading to it. */
export function FootnoteMark({ id, number, text, at }: FootnoteInText & Pick<FootnotesProps, 'id'>) {
  return (
    <sup className={styles.mark} data-at={at}>
      <a
        id={`${id}-mark-${number}`}
        href={`#${id}-note-${number}`}
        title={text}
        aria-label={`Footnote ${number}`}
        onClick={(event) => follow(event, `${id}-note-${number}`)}
      >
        {number}
      </a>
    </sup>
  )
}

/** Goes there without an entry in the address, which names clauses. */
function follow(event: { readonly preventDefault: () => void }, target: string): void {
  event.preventDefault()
  document.getElementById(target)?.focus()
}
