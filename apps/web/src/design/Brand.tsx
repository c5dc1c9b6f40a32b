/** The mark: lines of text, a point on which they meet, a bracket closed. */
import styles from './Brand.module.css'

export function BrandMark() {
  return (
    <svg className={styles.mark} aria-hidden="true">
      <use href="#brand" />
    </svg>
  )
}
