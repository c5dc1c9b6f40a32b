/** The fields of a milestone's terms besides its day and its remedies: what and who, and what goes with it. */
import { DISPUTE_DAYS, type MilestoneId, type Negotiation, type PartyId } from '@entente/agreement'
import { Checkbox } from '../design/Checkbox.tsx'
import { Select, TextArea, TextField } from '../design/Field.tsx'
import { IconButton } from '../design/IconButton.tsx'
import { Button } from '../design/Button.tsx'
import { meaningOf } from '../finding/levels.ts'
import type { DraftDependency, DraftTerms } from './draft-terms.ts'
import styles from './MilestoneForm.module.css'
import { AfterField, MilestoneOptions, othersThan, PartyOptions } from './fields.tsx'
import { PartsFields } from './PartsFields.tsx'
import { RemedyFields } from './RemedyFields.tsx'

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
        <legend>Who performs</legend>
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
      <PartsFields {...{ draft, set, negotiation }} />
      <TextArea
        label="What counts as done"
        optional
        rows={2}
        value={draft.criteria}
        onChange={({ target }) => set({ criteria: target.value })}
        hint="What the verifier looks for, one criterion a line."
      />
      {others.length === 0 ? null : (
        <fieldset className={styles.dependencies}>
          <legend>Depends on</legend>
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
      <RemedyFields {...{ draft, set, negotiation, self }} />
      <details className={styles.more}>
        <summary>Review, duration, exchange, levels, disputes, who may read it</summary>
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
            <TextField
              type="date"
              label="Or until this day"
              optional
              value={draft.reviewUntilDay}
              onChange={({ target }) => set({ reviewUntilDay: target.value })}
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
              <legend>In exchange for</legend>
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
          <div className={styles.three}>
            <TextField
              type="number"
              min={0}
              label="A finding can be disputed for … days"
              optional
              value={draft.disputeDays}
              placeholder={String(DISPUTE_DAYS)}
              onChange={({ target }) => set({ disputeDays: target.value })}
            />
            <Select
              label="Who may read it outside the table"
              value={draft.publicity}
              onChange={({ target }) => set({ publicity: target.value === 'public' || target.value === 'parties' ? target.value : '' })}
              hint="Once all parties agree to publish."
            >
              <option value="">Nobody: for the parties only</option>
              <option value="public">Everybody</option>
              {draft.publicity === 'parties' ? <option value="parties">Nobody, said in the terms</option> : null}
            </Select>
            {others.length === 0 ? null : (
              <Select label="Takes the place of" value={draft.replaces} onChange={({ target }) => set({ replaces: target.value })}>
                <option value="">No other milestone</option>
                <MilestoneOptions others={others} negotiation={negotiation} />
              </Select>
            )}
          </div>
          <fieldset className={styles.dependencies}>
            <legend>What the levels mean, if not as usual</legend>
            {draft.scale.map((words, level) => (
              <TextField
                key={level}
                label={`Level ${level}`}
                optional
                value={words}
                placeholder={meaningOf(level, {})}
                onChange={({ target }) => set({ scale: withLevel(draft.scale, level, target.value) })}
              />
            ))}
          </fieldset>
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

function withLevel(scale: DraftTerms['scale'], level: number, words: string): DraftTerms['scale'] {
  const [none, minimal, intermediate, full] = scale
  return [level === 0 ? words : none, level === 1 ? words : minimal, level === 2 ? words : intermediate, level === 3 ? words : full]
}
