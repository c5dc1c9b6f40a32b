/** When a milestone is due: on a day, counted from an anchor day or another milestone, again and again, or on request. */
import type { MilestoneId, Negotiation } from '@entente/agreement'
import { Select, TextField } from '../design/Field.tsx'
import type { DraftTerms, DueKind } from './draft-terms.ts'
import { AfterField, MilestoneOptions, othersThan } from './fields.tsx'
import styles from './MilestoneForm.module.css'

type DueFieldsProps = {
  readonly draft: DraftTerms
  readonly set: (part: Partial<DraftTerms>) => void
  readonly negotiation: Negotiation
  readonly self?: MilestoneId | undefined
}

const kinds: readonly { readonly kind: DueKind; readonly words: string }[] = [
  { kind: 'day', words: 'on a calendar day' },
  { kind: 'anchor', words: 'counted from an anchor day' },
  { kind: 'milestone', words: 'after another milestone' },
  { kind: 'recurring', words: 'again and again' },
  { kind: 'request', words: 'on request' },
]

export function DueFields({ draft, set, negotiation, self }: DueFieldsProps) {
  const others = othersThan(self, negotiation)
  const offered = kinds.filter(
    ({ kind }) =>
      kind === draft.due || (kind === 'anchor' ? negotiation.anchors.size > 0 : kind === 'milestone' ? others.length > 0 : true),
  )
  const counts = draft.due === 'recurring' ? draft.first : draft.due
  return (
    <fieldset className={styles.due}>
      <legend>Due</legend>
      <Select
        label="When"
        value={draft.due}
        onChange={({ target }) => set({ due: kinds.find(({ kind }) => kind === target.value)?.kind ?? 'day' })}
      >
        {offered.map(({ kind, words }) => (
          <option key={kind} value={kind}>
            {words}
          </option>
        ))}
      </Select>
      {draft.due === 'recurring' && negotiation.anchors.size > 0 ? (
        <Select label="First" value={draft.first} onChange={({ target }) => set({ first: target.value === 'day' ? 'day' : 'anchor' })}>
          <option value="anchor">counted from an anchor day</option>
          <option value="day">on a calendar day</option>
        </Select>
      ) : null}
      {counts === 'day' ? (
        <TextField type="date" label="Day" value={draft.day} max="2999-12-31" onChange={({ target }) => set({ day: target.value })} />
      ) : null}
      {counts === 'anchor' || counts === 'milestone' ? (
        <TextField
          type="number"
          label="Days after"
          value={draft.offsetDays}
          onChange={({ target }) => set({ offsetDays: target.value })}
          hint="0 is the same day; less than 0 is before."
        />
      ) : null}
      {counts === 'anchor' ? (
        <Select label="Anchor day" value={draft.anchor} onChange={({ target }) => set({ anchor: target.value })}>
          {[...negotiation.anchors.values()].map(({ anchor, label }) => (
            <option key={anchor} value={anchor}>
              {label}
            </option>
          ))}
        </Select>
      ) : null}
      {counts === 'milestone' ? (
        <>
          <Select label="Milestone" value={draft.before} onChange={({ target }) => set({ before: target.value })}>
            <option value="">Choose…</option>
            <MilestoneOptions others={others} negotiation={negotiation} />
          </Select>
          <AfterField label="Once it is" value={draft.after} onChange={(after) => set({ after })} />
        </>
      ) : null}
      {draft.due === 'recurring' ? (
        <>
          <TextField
            type="number"
            min={1}
            label="Then every … days"
            value={draft.everyDays}
            onChange={({ target }) => set({ everyDays: target.value })}
          />
          <TextField
            type="number"
            min={1}
            label="How many times"
            optional
            value={draft.times}
            onChange={({ target }) => set({ times: target.value })}
            hint="Without end if left empty."
          />
        </>
      ) : null}
      {draft.due === 'request' ? (
        <TextField
          type="number"
          min={0}
          label="Within … days of a request"
          value={draft.withinDays}
          onChange={({ target }) => set({ withinDays: target.value })}
        />
      ) : null}
      <TextField
        type="time"
        label="Time of day"
        optional
        value={draft.time}
        onChange={({ target }) => set({ time: target.value })}
        hint="The end of the day if left empty."
      />
      <ZoneField zone={draft.zone} set={set} />
    </fieldset>
  )
}

/** The zones this browser knows, to choose from; what is typed is checked with the terms. */
const zones: readonly string[] = Intl.supportedValuesOf('timeZone')

function ZoneField({ zone, set }: { readonly zone: string } & Pick<DueFieldsProps, 'set'>) {
  return (
    <>
      <TextField
        label="Time zone"
        optional
        list="milestone-zones"
        value={zone}
        placeholder="UTC"
        onChange={({ target }) => set({ zone: target.value })}
        hint="Such as Europe/Kyiv. UTC if left empty."
      />
      <datalist id="milestone-zones">
        {zones.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  )
}
