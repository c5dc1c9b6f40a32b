/**
 * What the verifier found: done or not, how far, and why. After a dispute it is the second inspection, which is final; the form says so.
 */
import type { Milestone, Negotiation } from '@entente/agreement'
import { Choice, Choices } from '../design/Choice.tsx'
import { TextArea } from '../design/Field.tsx'
import { keeper } from '../position/useKept.ts'
import { Statement } from '../statement/Statement.tsx'
import { levelName, levels, meaningOf, type LevelNumber } from './levels.ts'

type Draft = {
  readonly finding: 'verified' | 'not-verified' | undefined
  readonly level: LevelNumber | undefined
  readonly reasons: string
}

const useDraft = keeper<Draft>()
const empty: Draft = { finding: undefined, level: undefined, reasons: '' }

type FindingFormProps = {
  readonly milestone: Milestone
  readonly negotiation: Negotiation
  /** Whether a finding was disputed, so that this is the second inspection. */
  readonly second: boolean
  readonly onClose: () => void
}

export function FindingForm({ milestone: { milestone, terms }, negotiation, second, onClose }: FindingFormProps) {
  const [draft, keep, clear] = useDraft(`finding ${milestone} ${second ? 'second' : 'first'}`, empty)
  const { finding, level, reasons } = draft
  const missing = gapIn(draft)
  return (
    <Statement
      title={second ? 'What the second inspection found' : 'Your finding'}
      command={second ? 'milestone.inspect' : 'milestone.find'}
      input={{ milestone, finding, level, reasons: reasons.trim() }}
      negotiation={negotiation}
      submit={second ? 'Record the second inspection' : 'Record the finding'}
      onClose={onClose}
      onDone={clear}
      {...(missing !== undefined && { missing })}
    >
      <Choices question="Was it done?">
        <Choice
          name={`finding-${milestone}`}
          compact
          answer="Verified"
          meaning={second ? 'Final' : 'It counts as done; the parties can dispute it'}
          checked={finding === 'verified'}
          onChange={() => keep({ ...draft, finding: 'verified', level: level ?? 3 })}
        />
        <Choice
          name={`finding-${milestone}`}
          compact
          answer="Not verified"
          meaning="It is still owed, and what was agreed for a missed step begins"
          checked={finding === 'not-verified'}
          onChange={() => keep({ ...draft, finding: 'not-verified' })}
        />
      </Choices>
      <Choices question="How far has it come?">
        {levels.map((one) => (
          <Choice
            key={one}
            name={`level-${milestone}`}
            compact
            answer={levelName(one)}
            meaning={meaningOf(one, terms)}
            checked={level === one}
            onChange={() => keep({ ...draft, level: one })}
          />
        ))}
      </Choices>
      <TextArea
        label="Reasons"
        optional={finding !== 'not-verified'}
        value={reasons}
        onChange={({ target }) => keep({ ...draft, reasons: target.value })}
        hint="Everybody at the table reads them."
      />
    </Statement>
  )
}

function gapIn({ finding, level, reasons }: Draft): string | undefined {
  if (finding === undefined) return 'Say whether it was done'
  if (level === undefined) return 'Say how far it has come'
  return finding === 'not-verified' && reasons.trim() === '' ? 'Say why it is not verified' : undefined
}
