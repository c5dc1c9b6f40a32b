/** Says, as long as positions are supposed, that this is not the record, what would be different, and how to get back. */
import type { Negotiation } from '@entente/agreement'
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { Checkbox } from '../design/Checkbox.tsx'
import { nothingSupposed, type Supposed, type turns } from './supposing.ts'
import { turnWords } from './turn-words.ts'
import styles from './WhatIf.module.css'

type WhatIfBannerProps = {
  readonly supposed: Supposed
  readonly negotiation: Negotiation
  readonly turned: ReturnType<typeof turns>
  readonly onChange: (supposed: Supposed) => void
  readonly onLeave: () => void
}

export function WhatIfBanner({ supposed, negotiation, turned, onChange, onLeave }: WhatIfBannerProps) {
  const count = supposed.positions.size
  const nothing = count === 0 && !supposed.bracketsClosed
  return (
    <div className={styles.banner}>
      <Banner
        icon="question"
        actions={
          <>
            <Button size="small" because={nothing ? 'Nothing is supposed' : undefined} onClick={() => onChange(nothingSupposed)}>
              Start again
            </Button>
            <Button size="small" look="primary" onClick={onLeave}>
              Back to the record
            </Button>
          </>
        }
      >
        <p>
          <b>What if: this is not the record.</b> Choose positions for any party in the matrix. Nothing is sent, and nothing is kept.
        </p>
        <p>
          {nothing
            ? 'Nothing is supposed yet.'
            : `${count} ${count === 1 ? 'position' : 'positions'} supposed. ${turnWords(turned, negotiation)}`}
        </p>
        <Checkbox
          checked={supposed.bracketsClosed}
          label="Suppose that all brackets are closed, in words to which consent already given stands"
          onChange={({ target }) => onChange({ ...supposed, bracketsClosed: target.checked })}
        />
      </Banner>
    </div>
  )
}
