/** Timeline, table, or the sequence in words. */
import { Icon } from '../design/Icon.tsx'
import type { IconName } from '../design/Sprite.tsx'
import styles from './ViewSwitch.module.css'
import type { ViewOfMilestones } from './usePlace.ts'

const faces: readonly { readonly view: ViewOfMilestones; readonly words: string; readonly icon: IconName }[] = [
  { view: 'timeline', words: 'Timeline', icon: 'timeline' },
  { view: 'table', words: 'Table', icon: 'list' },
  { view: 'words', words: 'In words', icon: 'document' },
]

type ViewSwitchProps = { readonly view: ViewOfMilestones; readonly onView: (view: ViewOfMilestones) => void }

export function ViewSwitch({ view, onView }: ViewSwitchProps) {
  return (
    <div className={styles.switch} role="group" aria-label="View">
      {faces.map((face) => (
        <button key={face.view} type="button" className={styles.part} aria-pressed={face.view === view} onClick={() => onView(face.view)}>
          <Icon name={face.icon} />
          {face.words}
        </button>
      ))}
    </div>
  )
}
