/** An honest line about the server: whether it is well, where the data lives, which version it is. */
import { server } from '../api/server.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { Icon } from '../design/Icon.tsx'
import styles from './ServerFooter.module.css'

export function ServerFooter() {
  const [state] = useAnswer(server.state)
  if (state.is !== 'here') return null
  const { healthy, storage, version } = state.value
  return (
    <footer className={styles.footer}>
      <span className={healthy ? styles.well : styles.unwell}>
        <Icon name={healthy ? 'check' : 'warning'} />
        {healthy ? 'Server healthy' : 'Server reports a problem'}
      </span>
      <span>{storage}</span>
      <span>Version {version}</span>
    </footer>
  )
}
