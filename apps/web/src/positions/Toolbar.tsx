/** What the matrix can be narrowed to, with counts, and the other ways to read it: as traffic lights, or as it might be. */
import { lightOf, type Assessment, type NegotiationId } from '@entente/agreement'
import { TagButton } from '../design/TagButton.tsx'
import type { Shape } from '../design/shape.ts'
import type { IconName } from '../design/Sprite.tsx'
import { DownloadMatrix } from './DownloadMatrix.tsx'
import { Light } from './Light.tsx'
import type { FilterName } from './matrix.ts'
import styles from './PositionsPage.module.css'

const filterFaces: readonly { readonly name: FilterName; readonly words: string; readonly icon?: IconName; readonly shape?: Shape }[] = [
  { name: 'all', words: 'All' },
  { name: 'blocking', words: 'What blocks agreement', icon: 'warning' },
  { name: 'lapsed', words: 'Only lapsed', shape: 'lapsed' },
  { name: 'ours', words: 'My delegation must act', icon: 'person' },
  { name: 'package', words: 'In a package', icon: 'link' },
  { name: 'silence', words: 'Silence running', shape: 'silence' },
]

type ToolbarProps = {
  readonly filter: FilterName
  readonly onFilter: (filter: FilterName) => void
  readonly count: (filter: FilterName) => number
  readonly lights: boolean
  readonly onLights: () => void
  readonly supposing: boolean
  readonly onSuppose: () => void
  readonly assessment: Assessment
  readonly negotiation: NegotiationId | undefined
}

export function Toolbar({ filter, onFilter, count, lights, onLights, supposing, onSuppose, assessment, negotiation }: ToolbarProps) {
  const offered = filterFaces.filter(({ name }) => name === 'all' || name === filter || count(name) > 0)
  return (
    <>
      <div className={styles.toolbar}>
        <div className={styles.filters} role="group" aria-label="Show">
          {offered.map(({ name, words, icon, shape }) => (
            <TagButton
              key={name}
              pressed={name === filter}
              onClick={() => onFilter(name)}
              {...(icon && { icon })}
              {...(shape && { shape })}
            >
              {words} <b>{count(name)}</b>
            </TagButton>
          ))}
        </div>
        <div className={styles.readings} role="group" aria-label="Read as">
          <TagButton pressed={lights} onClick={onLights} icon="sun" title="Agreed, agreed in substance, proposed">
            Traffic lights
          </TagButton>
          <TagButton pressed={supposing} onClick={onSuppose} icon="question" title="Suppose positions without recording anything">
            What if
          </TagButton>
          {negotiation === undefined || supposing ? null : <DownloadMatrix negotiation={negotiation} />}
        </div>
      </div>
      {lights ? <Lights assessment={assessment} /> : null}
    </>
  )
}

/** How many clauses there are of each light, which is also the key to the column. */
function Lights({ assessment }: { readonly assessment: Assessment }) {
  const lights = [...assessment.clauses.keys()].map((clause) => lightOf(assessment, clause))
  return (
    <ul className={styles.lights} aria-label="Traffic lights">
      {(['agreed', 'substance-agreed', 'proposed'] as const).map((light) => (
        <li key={light}>
          <Light light={light} /> <b>{lights.filter((other) => other === light).length}</b>
        </li>
      ))}
    </ul>
  )
}
