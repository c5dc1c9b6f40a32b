/**
 * A labelled place to write. The hint and the fault belong to the control (`aria-describedby`), and a fault says what to do about it.
 */
import { useId, type ComponentProps, type ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Field.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

type Labelled = {
  readonly label: string
  /** In a table, where the column says it to the eye. */
  readonly hideLabel?: boolean
  readonly optional?: boolean
  readonly hint?: ReactNode
  readonly fault?: string | undefined
}

export function TextField({ label, hideLabel, optional, hint, fault, className, ...input }: Labelled & ComponentProps<'input'>) {
  return (
    <Field {...{ label, hideLabel, optional, hint, fault }}>
      {(described) => <input {...input} {...described} className={classes(styles.input, className)} />}
    </Field>
  )
}

export function TextArea({ label, hideLabel, optional, hint, fault, className, ...input }: Labelled & ComponentProps<'textarea'>) {
  return (
    <Field {...{ label, hideLabel, optional, hint, fault }}>
      {(described) => <textarea rows={3} {...input} {...described} className={classes(styles.input, styles.area, className)} />}
    </Field>
  )
}

export function Select({ label, hideLabel, optional, hint, fault, className, ...input }: Labelled & ComponentProps<'select'>) {
  return (
    <Field {...{ label, hideLabel, optional, hint, fault }}>
      {(described) => <select {...input} {...described} className={classes(styles.input, styles.select, className)} />}
    </Field>
  )
}

type Described = { readonly id: string; readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true }

function Field({
  label,
  hideLabel,
  optional,
  hint,
  fault,
  children,
}: Labelled & { readonly children: (described: Described) => ReactNode }) {
  const id = useId()
  const about = [hint === undefined ? undefined : `${id}-hint`, fault === undefined ? undefined : `${id}-fault`].filter(
    (part) => part !== undefined,
  )
  const name = (
    <>
      {label}
      {optional ? <span className={styles.optional}> (optional)</span> : null}
    </>
  )
  return (
    <div className={styles.field}>
      <label className={hideLabel ? undefined : styles.label} htmlFor={id}>
        {hideLabel ? <VisuallyHidden>{name}</VisuallyHidden> : name}
      </label>
      {children({
        id,
        ...(about.length > 0 && { 'aria-describedby': about.join(' ') }),
        ...(fault !== undefined && { 'aria-invalid': true }),
      })}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {fault === undefined ? null : (
        <p id={`${id}-fault`} className={styles.fault}>
          {fault}
        </p>
      )}
    </div>
  )
}
