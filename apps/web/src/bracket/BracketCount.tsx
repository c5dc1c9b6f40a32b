/** How many square brackets are open in the whole text: the number a chair watches go down. */
import { wordOfBracketKind } from '../clause/bracket-words.ts'
import { Icon } from '../design/Icon.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { list } from '../design/status-words.ts'
import { useView } from '../table/useView.ts'
import { countedByKind } from './brackets-in.ts'
import styles from './Brackets.module.css'

export function BracketCount() {
  const open = useView(({ readings }) => [...readings.values()].reduce((sum, { openBrackets }) => sum + openBrackets, 0))
  const kinds = useView(({ readings }) => {
    const some = [...readings.values()].filter(({ openBrackets }) => openBrackets > 0)
    return list([...countedByKind(some.map(({ text }) => text))].map(([kind, count]) => `${count} ${wordOfBracketKind(kind)}`))
  })
  if (open === 0) return null
  return (
    <span className={styles.count} title={kinds} data-open-brackets={open}>
      <Icon name="brackets" />
      {open} <VisuallyHidden below={1420}>{open === 1 ? 'bracket' : 'brackets'} open</VisuallyHidden>
    </span>
  )
}
