/** What every part of the form is given. */
import type { OpeningForm } from './form.ts'

export type PartProps = {
  readonly form: OpeningForm
  /** By the name of the field. Empty until the person has tried to send. */
  readonly faults: ReadonlyMap<string, string>
  readonly onChange: (form: OpeningForm) => void
}
