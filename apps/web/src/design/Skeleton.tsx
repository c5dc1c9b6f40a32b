/** Grey lines where text will be. Announced once, as what is being waited for. */
import styles from './Skeleton.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

const clauses = [
  ['38%', '96%', '92%', '61%'],
  ['44%', '98%', '72%'],
  ['31%', '95%', '97%', '48%'],
] as const

export function Skeleton({ waitingFor }: { readonly waitingFor: string }) {
  return (
    <div className={styles.skeleton} role="status">
      <VisuallyHidden>{waitingFor}</VisuallyHidden>
      {clauses.map((lines) => (
        <div key={lines[0]} className={styles.clause} aria-hidden="true">
          {lines.map((width) => (
            <i key={width} style={{ inlineSize: width }} />
          ))}
          <div className={styles.chips}>
            <i />
            <i />
            <i />
          </div>
        </div>
      ))}
    </div>
  )
}
