/** The sequence in words: the timeline for those who read or listen. Each sentence opens its milestone. */
import type { MilestoneId } from '@entente/agreement'
import { Glyph } from '../design/Glyph.tsx'
import { Panel } from '../design/Panel.tsx'
import type { StepSentence } from './sequence-words.ts'
import styles from './SequenceInWords.module.css'
import { shapeOfState } from './state-words.ts'

type SequenceInWordsProps = {
  readonly sentences: readonly StepSentence[]
  readonly selected: MilestoneId | undefined
  readonly onOpen: (id: MilestoneId) => void
}

export function SequenceInWords({ sentences, selected, onOpen }: SequenceInWordsProps) {
  return (
    <Panel title="The sequence in words" flush>
      <ol className={styles.sentences}>
        {sentences.map(({ milestone, state, head, rest }) => (
          <li key={milestone} aria-current={milestone === selected ? true : undefined}>
            <Glyph shape={shapeOfState(state)} beside />
            <p>
              <button type="button" onClick={() => onOpen(milestone)}>
                {head}
              </button>{' '}
              {rest.join(' ')}
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
