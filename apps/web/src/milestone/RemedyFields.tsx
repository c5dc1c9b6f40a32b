/** What follows if a milestone is missed: steps in order, each with what it does, who takes it and how long there is for it. */
import type { MilestoneId, Negotiation } from '@entente/agreement'
import { Button } from '../design/Button.tsx'
import { Select, TextField } from '../design/Field.tsx'
import { IconButton } from '../design/IconButton.tsx'
import { actsOnMilestone, remedyDoes, remedyEffect, remedyKind } from '../remedy/remedy-words.ts'
import { blankRemedy, type DraftRemedy, type DraftTerms } from './draft-terms.ts'
import { MilestoneOptions, othersThan, PartyOptions } from './fields.tsx'
import styles from './MilestoneForm.module.css'

type RemedyFieldsProps = {
  readonly draft: DraftTerms
  readonly set: (part: Partial<DraftTerms>) => void
  readonly negotiation: Negotiation
  readonly self: MilestoneId | undefined
}

export function RemedyFields({ draft: { remedies }, set, negotiation, self }: RemedyFieldsProps) {
  const others = othersThan(self, negotiation)
  const parties = [...negotiation.parties.values()]
  const change = (at: number, part: Partial<DraftRemedy>) =>
    set({ remedies: remedies.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  const swap = (at: number) =>
    set({
      remedies: remedies.map((one, index) => (index === at - 1 ? (remedies[at] ?? one) : index === at ? (remedies[at - 1] ?? one) : one)),
    })
  return (
    <fieldset className={styles.remedies}>
      <legend>If it is missed, in this order</legend>
      {remedies.map((remedy, at) => {
        const effect = remedyEffect(remedy.does)
        return (
          <div key={at} className={styles.remedy} role="group" aria-label={`Step ${at + 1}`}>
            <div className={styles.remedyHead}>
              <TextField label={`Step ${at + 1}`} value={remedy.step} onChange={({ target }) => change(at, { step: target.value })} />
              {at === 0 ? null : <IconButton icon="undo" name={`Move step ${at + 1} up`} onClick={() => swap(at)} />}
              <IconButton
                icon="close"
                name={`Remove step ${at + 1}`}
                onClick={() => set({ remedies: remedies.filter((_, index) => index !== at) })}
              />
            </div>
            <div className={styles.three}>
              <Select
                label="What it does"
                value={remedy.does}
                onChange={({ target }) => {
                  const does = remedyDoes.find((one) => one === target.value) ?? 'other'
                  change(at, { does, ...(!actsOnMilestone(does) && { milestone: '' }) })
                }}
              >
                {remedyDoes.map((does) => (
                  <option key={does} value={does}>
                    {remedyKind(does)}
                  </option>
                ))}
              </Select>
              {actsOnMilestone(remedy.does) ? (
                <Select
                  label="Of which milestone"
                  value={remedy.milestone}
                  onChange={({ target }) => change(at, { milestone: target.value })}
                >
                  <option value="">Choose…</option>
                  <MilestoneOptions others={others} negotiation={negotiation} />
                </Select>
              ) : null}
              <Select label="Taken by" value={remedy.by} onChange={({ target }) => change(at, { by: target.value })}>
                <option value="">the verifier or the chair</option>
                <PartyOptions parties={parties} />
              </Select>
              <TextField
                type="number"
                min={0}
                label="Within … days"
                optional
                value={remedy.withinDays}
                onChange={({ target }) => change(at, { withinDays: target.value })}
              />
            </div>
            {effect === undefined ? null : <p className={styles.effect}>{effect}</p>}
          </div>
        )
      })}
      <div>
        <Button icon="plus" size="small" onClick={() => set({ remedies: [...remedies, blankRemedy] })}>
          Add a step
        </Button>
      </div>
    </fieldset>
  )
}
