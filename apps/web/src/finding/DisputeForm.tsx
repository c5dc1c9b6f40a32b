/** A party disputes a finding. The form says what follows: the verifier looks again, and that is final. */
import type { Milestone, Negotiation, Timestamp } from '@entente/agreement'
import { momentInFull } from '../design/moment.ts'
import { TextArea } from '../design/Field.tsx'
import { keeper } from '../position/useKept.ts'
import { Statement } from '../statement/Statement.tsx'
import { partyName } from '../table/naming.ts'

const useReasons = keeper<string>()

type DisputeFormProps = {
  readonly milestone: Milestone
  readonly negotiation: Negotiation
  /** Until when it can be disputed. */
  readonly until: Timestamp | undefined
  readonly onClose: () => void
}

export function DisputeForm({ milestone: { milestone, terms }, negotiation, until, onClose }: DisputeFormProps) {
  const [reasons, keep, clear] = useReasons(`dispute ${milestone}`, '')
  return (
    <Statement
      title="Dispute the finding"
      command="milestone.dispute"
      input={{ milestone, reasons: reasons.trim() }}
      negotiation={negotiation}
      submit="Dispute it"
      onClose={onClose}
      onDone={clear}
      {...(reasons.trim() === '' && { missing: 'Say what is wrong with the finding' })}
    >
      <TextArea
        label="What is wrong with it"
        value={reasons}
        onChange={({ target }) => keep(target.value)}
        hint={`${partyName(negotiation, terms.verifier)} inspects again, and that is final. Until then nothing that waits for this step is released.${
          until === undefined ? '' : ` It can be disputed until ${momentInFull(until)}.`
        }`}
      />
    </Statement>
  )
}
