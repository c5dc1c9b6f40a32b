/** The fields of a milestone's terms, in three groups: what and who, when, and what goes with it. */
import type { MilestoneId, Negotiation, PartyId } from '@entente/agreement'
import { Checkbox } from '../design/Checkbox.tsx'
import { Select, TextArea, TextField } from '../design/Field.tsx'
import { IconButton } from '../design/IconButton.tsx'
import { Button } from '../design/Button.tsx'
import type { DraftDependency, DraftTerms } from './draft-terms.ts'
import styles from './MilestoneForm.module.css'
import { milestoneNames } from './sequence.ts'

type GroupProps = {
  readonly draft: DraftTerms
  readonly set: (part: Partial<DraftTerms>) => void
  readonly negotiation: Negotiation
  readonly self?: MilestoneId | undefined
}

export function WhoFields({ draft, set, negotiation }: GroupProps) {
  const parties = [...negotiation.parties.values()]
  const toggle = (party: PartyId, on: boolean) =>
    set({ performers: parties.map((one) => one.party).filter((one) => (one === party ? on : draft.performers.includes(one))) })
  return (
    <>
      <TextField
        label="Title"
        required
        value={draft.title}
        onChange={({ target }) => set({ title: target.value })}
        placeholder="Lists of persons held exchanged"
      />
      <fieldset>
        <legend className={styles.legend}>Who performs</legend>
        <div className={styles.parties}>
          {parties.map(({ party, shortName }) => (
            <Checkbox
              key={party}
              label={shortName}
              checked={draft.performers.includes(party)}
              onChange={({ target }) => toggle(party, target.checked)}
            />
          ))}
        </div>
      </fieldset>
      <Select
        label="Who verifies"
        value={draft.verifier}
        onChange={({ target }) => set({ verifier: target.value })}
        hint="Somebody who does not perform it."
      >
        <option value="">Choose…</option>
        <PartyOptions parties={parties.filter(({ party }) => !draft.performers.includes(party))} />
      </Select>
    </>
  )
}

export function DueFields({ draft, set, negotiation, self }: GroupProps) {
  const anchors = [...negotiation.anchors.values()]
  const others = othersThan(self, negotiation)
  return (
    <fieldset className={styles.due}>
      <legend className={styles.legend}>Due</legend>
      <Select label="Counted from" value={draft.due} onChange={({ target }) => set({ due: dueKind(target.value) })}>
        <option value="day">a calendar day</option>
        {anchors.length > 0 || draft.due === 'anchor' ? <option value="anchor">an anchor day</option> : null}
        {others.length > 0 || draft.due === 'milestone' ? <option value="milestone">another milestone</option> : null}
        {draft.was?.due.on === 'recurring' ? <option value="recurring">again and again, as before</option> : null}
        {draft.was?.due.on === 'request' ? <option value="request">a request, as before</option> : null}
      </Select>
      {draft.due === 'day' ? (
        <TextField type="date" label="Day" value={draft.day} onChange={({ target }) => set({ day: target.value })} />
      ) : draft.due === 'anchor' || draft.due === 'milestone' ? (
        <OffsetField draft={draft} set={set} />
      ) : null}
      {draft.due === 'anchor' ? (
        <Select label="Anchor day" value={draft.anchor} onChange={({ target }) => set({ anchor: target.value })}>
          {anchors.map(({ anchor, label }) => (
            <option key={anchor} value={anchor}>
              {label}
            </option>
          ))}
        </Select>
      ) : null}
      {draft.due === 'milestone' ? (
        <>
          <Select label="Milestone" value={draft.before} onChange={({ target }) => set({ before: target.value })}>
            <option value="">Choose…</option>
            <MilestoneOptions others={others} negotiation={negotiation} />
          </Select>
          <AfterField label="Once it is" value={draft.after} onChange={(after) => set({ after })} />
        </>
      ) : (
        <TextField
          type="time"
          label="Time of day, UTC"
          optional
          value={draft.time}
          onChange={({ target }) => set({ time: target.value })}
        />
      )}
    </fieldset>
  )
}

export function MoreFields({ draft, set, negotiation, self }: GroupProps) {
  const others = othersThan(self, negotiation)
  const parties = [...negotiation.parties.values()]
  const change = (at: number, to: DraftDependency) => set({ dependsOn: draft.dependsOn.map((one, index) => (index === at ? to : one)) })
  return (
    <>
      <TextArea
        label="Evidence"
        optional
        rows={2}
        value={draft.evidence}
        onChange={({ target }) => set({ evidence: target.value })}
        hint="One item a line."
      />
      {others.length === 0 ? null : (
        <fieldset className={styles.dependencies}>
          <legend className={styles.legend}>Depends on</legend>
          {draft.dependsOn.map((dependency, at) => (
            <div key={at} className={styles.dependency}>
              <Select
                label={`Dependency ${at + 1}`}
                hideLabel
                value={dependency.milestone}
                onChange={({ target }) => change(at, { ...dependency, milestone: target.value })}
              >
                <option value="">Choose…</option>
                <MilestoneOptions others={others} negotiation={negotiation} />
              </Select>
              <AfterField
                label={`Dependency ${at + 1} must be`}
                hideLabel
                value={dependency.after}
                onChange={(after) => change(at, { ...dependency, after })}
              />
              <IconButton
                icon="close"
                name={`Remove dependency ${at + 1}`}
                onClick={() => set({ dependsOn: draft.dependsOn.filter((_, index) => index !== at) })}
              />
            </div>
          ))}
          <div>
            <Button icon="plus" size="small" onClick={() => set({ dependsOn: [...draft.dependsOn, { milestone: '', after: 'verified' }] })}>
              Add a dependency
            </Button>
          </div>
        </fieldset>
      )}
      <TextArea
        label="If it is missed"
        optional
        rows={2}
        value={draft.remedialSteps}
        onChange={({ target }) => set({ remedialSteps: target.value })}
        hint="Remedial steps in order, one a line."
      />
      <details className={styles.more}>
        <summary>Review, duration, exchange and quote</summary>
        <div className={styles.form}>
          <div className={styles.three}>
            <TextField
              type="number"
              min={1}
              label="Reviewed every … days"
              optional
              value={draft.reviewEvery}
              onChange={({ target }) => set({ reviewEvery: target.value })}
            />
            <Select label="Reviewed by" value={draft.reviewBy} onChange={({ target }) => set({ reviewBy: target.value })}>
              <option value="">Nobody</option>
              <PartyOptions parties={parties} />
            </Select>
            <TextField
              type="number"
              label="Until … days after it is due"
              optional
              value={draft.reviewUntil}
              onChange={({ target }) => set({ reviewUntil: target.value })}
            />
          </div>
          <div className={styles.two}>
            <TextField
              type="number"
              min={1}
              label="Must hold … days on end"
              optional
              value={draft.streakDays}
              onChange={({ target }) => set({ streakDays: target.value })}
            />
            <TextArea
              label="Begins anew after"
              optional
              rows={1}
              value={draft.streakResetBy}
              onChange={({ target }) => set({ streakResetBy: target.value })}
              hint="One event a line."
            />
          </div>
          {others.length === 0 ? null : (
            <fieldset>
              <legend className={styles.legend}>In exchange for</legend>
              <div className={styles.parties}>
                {others.map(({ milestone, terms }) => (
                  <Checkbox
                    key={milestone}
                    label={terms.title}
                    checked={draft.reciprocalWith.includes(milestone)}
                    onChange={({ target }) =>
                      set({
                        reciprocalWith: target.checked
                          ? [...draft.reciprocalWith, milestone]
                          : draft.reciprocalWith.filter((one) => one !== milestone),
                      })
                    }
                  />
                ))}
              </div>
            </fieldset>
          )}
          <TextField
            label="The words of the clause that promise it"
            optional
            value={draft.quote}
            onChange={({ target }) => set({ quote: target.value })}
          />
        </div>
      </details>
    </>
  )
}

function OffsetField({ draft, set }: Pick<GroupProps, 'draft' | 'set'>) {
  return (
    <TextField
      type="number"
      label="Days after"
      value={draft.offsetDays}
      onChange={({ target }) => set({ offsetDays: target.value })}
      hint="0 is the same day; less than 0 is before."
    />
  )
}

type AfterFieldProps = {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: DraftDependency['after']
  readonly onChange: (after: DraftDependency['after']) => void
}

function AfterField({ label, hideLabel = false, value, onChange }: AfterFieldProps) {
  return (
    <Select
      label={label}
      hideLabel={hideLabel}
      value={value}
      onChange={({ target }) => onChange(target.value === 'reported' ? 'reported' : 'verified')}
    >
      <option value="verified">verified</option>
      <option value="reported">reported</option>
    </Select>
  )
}

function PartyOptions({ parties }: { readonly parties: readonly { readonly party: PartyId; readonly shortName: string }[] }) {
  return parties.map(({ party, shortName }) => (
    <option key={party} value={party}>
      {shortName}
    </option>
  ))
}

function MilestoneOptions({ others, negotiation }: { readonly others: ReturnType<typeof othersThan>; readonly negotiation: Negotiation }) {
  const names = milestoneNames(negotiation)
  return others.map(({ milestone, terms }) => (
    <option key={milestone} value={milestone}>
      {names.get(milestone)} {terms.title}
    </option>
  ))
}

function othersThan(self: MilestoneId | undefined, { milestones }: Negotiation) {
  return [...milestones.values()].filter(({ milestone, withdrawn }) => milestone !== self && withdrawn === undefined)
}

function dueKind(value: string): DraftTerms['due'] {
  return value === 'day' || value === 'milestone' || value === 'recurring' || value === 'request' ? value : 'anchor'
}
