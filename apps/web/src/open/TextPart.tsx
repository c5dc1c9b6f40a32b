/** Part 1: what the text is called. */
import { TextField } from '../design/Field.tsx'
import { Panel } from '../design/Panel.tsx'
import styles from './OpenPage.module.css'
import type { PartProps } from './part.ts'

export function TextPart({ form, faults, onChange }: PartProps) {
  return (
    <Panel title="1. Text">
      <div className={styles.stack}>
        <TextField
          label="Title"
          value={form.title}
          fault={faults.get('title')}
          placeholder="Framework Communiqué on a Ceasefire and its Verification"
          onChange={(event) => onChange({ ...form, title: event.target.value })}
        />
        <div className={styles.two}>
          <TextField
            label="Short title"
            optional
            value={form.shortTitle}
            hint="Stands in the bar and in lists."
            onChange={(event) => onChange({ ...form, shortTitle: event.target.value })}
          />
          <TextField
            label="Place of the talks"
            optional
            value={form.place}
            onChange={(event) => onChange({ ...form, place: event.target.value })}
          />
        </div>
        <p className={styles.note}>The text begins with an empty preamble and an empty operative part. You add clauses at the table.</p>
      </div>
    </Panel>
  )
}
