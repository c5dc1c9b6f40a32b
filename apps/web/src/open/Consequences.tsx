/** What will be created, in sentences that follow the form, and the button that creates it. */
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { Panel } from '../design/Panel.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import type { FaultSentence } from '../refusal/explain-fault.ts'
import { consequences, counted } from './consequences.ts'
import styles from './Consequences.module.css'
import { codesOf, type OpeningForm } from './form.ts'

type ConsequencesProps = {
  readonly form: OpeningForm
  readonly busy: boolean
  readonly fault: FaultSentence | undefined
  /** How many answers are missing, once the person has tried. */
  readonly incomplete: number
}

export function Consequences({ form, busy, fault, incomplete }: ConsequencesProps) {
  const codes = codesOf(form.parties)
  const required = counted(form)
  return (
    <aside className={styles.aside}>
      <Panel title="What you will create">
        <p className={styles.title}>{form.title.trim() || 'A communiqué without a title yet'}</p>
        <dl className={styles.list} aria-live="polite">
          <dt>Consent required from</dt>
          <dd className={styles.codes}>
            {form.parties.map((party, order) =>
              required.includes(party) ? (
                <PartyCode
                  key={party.key}
                  party={codes[order] ?? ''}
                  named
                  look={{ name: party.name.trim() || (codes[order] ?? ''), order }}
                />
              ) : null,
            )}
            {required.length === 0 ? 'nobody yet' : null}
          </dd>
          {consequences(form).map(({ about, sentence }) => (
            <div key={about}>
              <dt>{about}</dt>
              <dd>{sentence}</dd>
            </div>
          ))}
        </dl>
        {fault === undefined ? null : (
          <Banner role="alert">
            <b>{fault.what}</b> {fault.next}
          </Banner>
        )}
        {incomplete === 0 ? null : (
          <p className={styles.fault} role="alert">
            {incomplete === 1 ? 'One answer is missing.' : `${incomplete} answers are missing.`}
          </p>
        )}
        <Button type="submit" look="primary" size="large" wide aria-busy={busy} {...(busy && { because: 'Creating' })}>
          {busy ? 'Creating…' : 'Create and get the links'}
        </Button>
        <p className={styles.hint}>You will get one link per seat to pass on yourself.</p>
      </Panel>
    </aside>
  )
}
