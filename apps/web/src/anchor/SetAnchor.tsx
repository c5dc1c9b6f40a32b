/** States on which day an anchor day is. Before it is confirmed, everything that would move stands there with both days. */
import { Day, ifAnchorIs, type Anchor, type Assessment, type Negotiation, type Timestamp } from '@entente/agreement'
import { useMemo, useState } from 'react'
import { TextField } from '../design/Field.tsx'
import { Shifts } from '../slip/Shifts.tsx'
import { Statement } from '../statement/Statement.tsx'
import styles from './AnchorsDialog.module.css'

type SetAnchorProps = {
  readonly anchor: Anchor
  readonly negotiation: Negotiation
  readonly agreed: Assessment['agreed']
  readonly now: Timestamp
  readonly onClose: () => void
}

export function SetAnchor({ anchor: { anchor, label, day: was, presumed }, negotiation, agreed, now, onClose }: SetAnchorProps) {
  const [written, setWritten] = useState<string>(was ?? presumed ?? '')
  const day = Day.safeParse(written)
  const shifts = useMemo(
    () => (day.success ? ifAnchorIs(negotiation, agreed, now, { anchor, day: day.data }) : []),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what was parsed follows from what was written
    [negotiation, agreed, now, anchor, written],
  )
  return (
    <Statement
      title={`Set ${label}`}
      command="anchor.set"
      input={{ anchor, day: written }}
      negotiation={negotiation}
      submit={`Set ${label}`}
      onClose={onClose}
      {...(!day.success && { missing: 'Choose a day' })}
    >
      <TextField type="date" label="On which day" value={written} onChange={({ target }) => setWritten(target.value)} />
      {!day.success || day.data === was ? null : shifts.length === 0 ? (
        <p className={styles.hint}>No deadline moves.</p>
      ) : (
        <div className={styles.preview} role="status">
          <Shifts shifts={shifts} negotiation={negotiation} />
        </div>
      )}
    </Statement>
  )
}
